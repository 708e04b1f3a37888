import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Hazard } from "../../../src/core/probability/hazard.ts";
import { hazardChances } from "../../../src/core/probability/hazardChances.ts";

const hazard = (stage: string, next: string, rates: readonly number[], from = 0): Hazard => ({
  pipeline: "",
  stage,
  next,
  from,
  rates,
  deals: 10,
});
const even = (rate: number) => [rate, rate, rate];

describe("chances from hazards", () => {
  it("of even ones follow the closed form", () => {
    const { chances } = hazardChances(
      [hazard("", "won", even(0.01)), hazard("", "lost", even(0.02))],
      () => 0,
    );
    const closed = [30, 90, 180, 365].map((days) => (1 / 3) * (1 - 0.97 ** days));
    chances("/", 17, 20000).forEach((chance, window) => {
      expect(chance).toBeCloseTo(closed[window] ?? 0, 12);
    });
  });

  it("are those of deals followed forwards day by day through stages, ages and seasons", () => {
    const rate = fc.double({ min: 0, max: 0.3, noNaN: true });
    const rates = fc.tuple(rate, rate, rate);
    fc.assert(
      fc.property(
        fc.array(rates, { minLength: 6, maxLength: 6 }),
        fc.integer({ min: 0, max: 40 }),
        (all, age) => {
          const [passes, drops, wins, loses, late, lateLoss] = all as number[][];
          const hazards = [
            hazard("A", "/b", passes ?? []),
            hazard("A", "lost", drops ?? []),
            hazard("B", "won", wins ?? []),
            hazard("B", "lost", loses ?? []),
            hazard("B", "won", late ?? [], 30),
            hazard("B", "lost", lateLoss ?? [], 30),
          ];
          const thirdOf = (day: number) => day % 3;
          let [inA, inB, won] = [1, 0, 0];
          for (let day = 1; day <= 30; day++) {
            const third = thirdOf(1000 + day);
            const isLate = age + day >= 30;
            const [pass = 0, drop = 0] = [passes?.[third], drops?.[third]];
            const win = (isLate ? late : wins)?.[third] ?? 0;
            const lose = (isLate ? lateLoss : loses)?.[third] ?? 0;
            [inA, inB, won] = [
              inA * (1 - pass - drop),
              inB * (1 - win - lose) + inA * pass,
              won + inB * win,
            ];
          }
          const found = hazardChances(hazards, thirdOf);
          expect(found.chances("/a", age, 1000)[0]).toBeCloseTo(won, 12);
        },
      ),
    );
  });

  it("stay chances where more than all would leave, and know which stages they can tell", () => {
    const found = hazardChances(
      [hazard("", "won", even(0.9)), hazard("", "lost", even(0.9))],
      () => 0,
    );
    expect(found.chances("/", 0, 5)[0]).toBeCloseTo(0.5, 2);
    expect(found.knows("/")).toBe(true);
    expect(found.knows("/proposal")).toBe(false);
    expect(found.deals("/", 2)).toBe(10);
  });
});
