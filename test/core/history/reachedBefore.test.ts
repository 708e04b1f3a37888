import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { DealChange } from "../../../src/core/deals/deal.ts";
import { reachedBefore } from "../../../src/core/history/reachedBefore.ts";

const NAMES = ["Lead", "Demo", "Quote", "Verbal"];

/** A deal that stood in these stages one day after the other. */
const path = (opportunityId: string, stages: readonly string[]): DealChange[] =>
  stages.map((toValue, at) => ({ opportunityId, changedAt: 20_000 + at, toValue }));

describe("reachedBefore", () => {
  it("counts deals whose first visit of one stage was before that of another", () => {
    fc.assert(
      fc.property(fc.array(fc.array(fc.constantFrom(...NAMES), { maxLength: 6 })), (paths) => {
        const changes = paths.flatMap((stages, at) => path(`d${at}`, stages));
        const counts = reachedBefore(changes, NAMES);
        NAMES.forEach((one, a) => {
          NAMES.forEach((other, b) => {
            const expected = paths.filter(
              (stages) =>
                a !== b &&
                stages.includes(one) &&
                stages.includes(other) &&
                stages.indexOf(one) < stages.indexOf(other),
            );
            expect(counts[a]?.[b]).toBe(expected.length);
          });
        });
      }),
    );
  });

  it("takes the stage that the first change left, whatever the spelling and the order of rows", () => {
    const changes: DealChange[] = [
      { opportunityId: "d", changedAt: 20_009, fromValue: "quote", toValue: "Verbal" },
      { opportunityId: "d", changedAt: 20_001, fromValue: "LEAD", toValue: "Quote " },
    ];
    expect(reachedBefore(changes, ["Verbal", "Quote", "Lead"])).toEqual([
      [0, 0, 0],
      [1, 0, 0],
      [1, 1, 0],
    ]);
  });
});
