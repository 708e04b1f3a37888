import type { Day } from "../calendar/day.ts";
import type { DealLife } from "./dealLife.ts";
import { stageKey } from "./features.ts";
import { HAZARD_CELLS, type Hazard, type HazardCell, hazardBin, hazardCell } from "./hazard.ts";
import { stageVisits } from "./stageVisits.ts";

/** Days are counted in blocks back from the last one, so that each past day can be gone back to. */
export const BLOCK_DAYS = 30;

/** How many deal-days there were in each state by age and third of the quarter, and how many of them ended it. */
export type HazardCounts = {
  readonly states: readonly Pick<Hazard, "pipeline" | "stage">[];
  readonly blocks: number;
  /** Deal-days by block, state and cell. */
  readonly exposure: Float64Array;
  readonly moves: readonly MoveCounts[];
};

/** How often a state was left for another one, by block and cell. */
export type MoveCounts = {
  readonly from: number;
  readonly next: string;
  readonly counts: Float64Array;
};

type Visit = { readonly state: number | undefined; readonly since: Day };

/** Counts the days of all deals up to a day; each life must end with what was known then. */
export function hazardCounts(
  lives: readonly DealLife[],
  asOf: Day,
  thirdOf: (day: Day) => number,
): HazardCounts {
  const first = lives.reduce((least, { created }) => Math.min(least, created), asOf);
  const blocks = Math.floor((asOf - first) / BLOCK_DAYS) + 1;
  const thirds = Uint8Array.from({ length: asOf - first + 1 }, (_, at) => thirdOf(first + at));
  const states: { pipeline: string; stage: string }[] = [];
  const known = new Map<string, number>();
  const stateOf = (pipeline: string, stage: string) => {
    const key = stageKey(pipeline, stage);
    const at = known.get(key) ?? states.push({ pipeline, stage }) - 1;
    known.set(key, at);
    return at;
  };
  const all = stateOf("", "");
  const paths = lives.map((life) =>
    stageVisits(life).map(({ since, key, pipeline, stage }): Visit => {
      return { since, state: key === undefined ? undefined : stateOf(pipeline, stage) };
    }),
  );
  const exposure = new Float64Array(blocks * states.length * HAZARD_CELLS);
  const moves = new Map<string, MoveCounts>();
  const cellOn = (life: DealLife, day: Day): HazardCell =>
    hazardCell(hazardBin(day - life.created), thirds[day - first] ?? 0);
  const blockOf = (day: Day) => Math.floor((asOf - day) / BLOCK_DAYS);
  const expose = (life: DealLife, state: number, after: Day, until: Day) => {
    for (let day = after + 1; day <= until; day++) {
      const at = (blockOf(day) * states.length + state) * HAZARD_CELLS + cellOn(life, day);
      exposure[at] = (exposure[at] ?? 0) + 1;
    }
  };
  const leave = (life: DealLife, from: number, next: string, day: Day) => {
    const key = `${from}>${next}`;
    const counts = moves.get(key)?.counts ?? new Float64Array(blocks * HAZARD_CELLS);
    moves.set(key, { from, next, counts });
    const at = blockOf(day) * HAZARD_CELLS + cellOn(life, day);
    counts[at] = (counts[at] ?? 0) + 1;
  };
  lives.forEach((life, index) => {
    const end = life.ended ?? asOf;
    if (end <= life.created) return;
    const walk = (path: readonly Visit[]) =>
      path.forEach(({ state, since }, at) => {
        const next = path[at + 1];
        const until = next?.since ?? end;
        if (state === undefined) return;
        expose(life, state, since, until);
        const place = next?.state === undefined ? undefined : states[next.state];
        if (place) leave(life, state, stageKey(place.pipeline, place.stage), until);
        else if (!next && life.outcome !== undefined) leave(life, state, life.outcome, until);
      });
    walk([{ state: all, since: life.created }]);
    walk(paths[index] ?? []);
  });
  return { states, blocks, exposure, moves: [...moves.values()] };
}
