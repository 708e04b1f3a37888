import type { DealLife } from "../../../src/core/probability/dealLife.ts";
import { LAST, stream } from "./someLives.ts";

/** Deals that are won or lost with a hazard of their own on each day, without stages. */
export function pacedLives(
  count: number,
  winOn: (day: number, owner: string) => number,
  lose: number,
): DealLife[] {
  const next = stream(11);
  return Array.from({ length: count }, (_, at) => {
    const created = LAST - 720 + Math.floor(next() * 700);
    const owner = at % 2 === 0 ? "Ada" : "Bo";
    let [ended, outcome]: [number | undefined, DealLife["outcome"]] = [undefined, undefined];
    for (let day = created + 1; day <= LAST && ended === undefined; day++) {
      const draw = next();
      const win = winOn(day, owner);
      if (draw >= win + lose) continue;
      [ended, outcome] = [day, draw < win ? "won" : "lost"];
    }
    return {
      id: String(at),
      created,
      ended,
      outcome,
      versions: [],
      traits: {
        owner,
        segment: undefined,
        source: undefined,
        type: undefined,
        product: undefined,
      },
    };
  });
}
