import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type MissDeal, missCauses } from "../../../src/core/accuracy/missCauses.ts";

const WINDOW = { from: 100, to: 190 };
const deal = (
  opportunityId: string,
  status: MissDeal["status"],
  amount: number | undefined,
  closeDate: number | undefined,
  share?: number,
): MissDeal => ({ opportunityId, status, amount, closeDate, share });

describe("the causes of a miss", () => {
  it("are told one by one", () => {
    const before = [
      deal("a", "open", 100, 150, 0.5),
      deal("b", "open", 200, 160, 0.25),
      deal("c", "open", 80, 170, 0.5),
      deal("d", "won", 60, 110, 1),
      deal("e", "open", 40, 250, 0.5),
      deal("f", "open", 50, 120, 0.2),
    ];
    const after = [
      deal("a", "won", 130, 150),
      deal("b", "lost", 200, 155),
      deal("c", "open", 80, 220),
      deal("d", "open", 60, 230),
      deal("e", "won", 40, 185),
      deal("g", "won", 30, 180),
    ];
    // By hand: forecast 50 + 50 + 40 + 60 + 10, actual 130 + 40 + 30
    const miss = missCauses(before, after, WINDOW);
    expect([miss.forecast, miss.actual]).toEqual([210, 200]);
    expect(Object.fromEntries(miss.causes)).toEqual({
      "won beyond forecast": 50,
      "amount changed": 30,
      "pulled in": 40,
      "created late": 30,
      lost: -50,
      slipped: -40,
      reopened: -60,
      removed: -10,
    });
  });

  it("know nothing of deals without an amount, and count none without a share", () => {
    const before = [deal("a", "open", undefined, 150, 0.5), deal("b", "open", 100, 150)];
    const miss = missCauses(before, [deal("b", "won", 100, 150)], WINDOW);
    expect([miss.forecast, miss.actual]).toEqual([0, 100]);
    expect(miss.deals).toEqual([{ opportunityId: "b", cause: "won beyond forecast", amount: 100 }]);
  });

  it("add up to the miss, whatever happened", () => {
    const any = fc.record({
      opportunityId: fc.constantFrom("a", "b", "c", "d", "e", "f", "g"),
      status: fc.constantFrom("open", "won", "lost", "gone"),
      amount: fc.option(fc.integer({ min: -50, max: 500 }), { nil: undefined }),
      closeDate: fc.option(fc.integer({ min: 80, max: 220 }), { nil: undefined }),
      share: fc.option(fc.double({ min: 0, max: 1, noNaN: true }), { nil: undefined }),
    });
    const deals = fc.uniqueArray(any, { selector: ({ opportunityId }) => opportunityId });
    fc.assert(
      fc.property(deals, deals, (before, after) => {
        const { forecast, actual, causes } = missCauses(
          before as MissDeal[],
          after as MissDeal[],
          WINDOW,
        );
        const sum = [...causes.values()].reduce((total, part) => total + part, 0);
        expect(sum).toBeCloseTo(actual - forecast, 8);
      }),
    );
  });
});
