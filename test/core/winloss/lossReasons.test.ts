import fc from "fast-check";
import { expect, it } from "vitest";
import { lossReasons } from "../../../src/core/winloss/lossReasons.ts";

const lost = (reason: string | undefined, amount?: number) => ({ won: false, reason, amount });

it("counts by kind and reason, by number and value, blanks last", () => {
  const rows = lossReasons(
    [
      lost("Price", 100),
      lost("price ", 50),
      lost("Competitor", 30),
      lost(undefined, 20),
      lost(" "),
      lost("Timing", 200),
      { won: true, reason: "Price", amount: 999 },
    ],
    0.95,
  );
  // Six lost deals worth 400, counted by hand.
  expect(
    rows.map(({ category, reason, deals, share, amount, amountShare }) => [
      category,
      reason,
      deals,
      share,
      amount,
      amountShare,
    ]),
  ).toEqual([
    ["Competitive", undefined, 3, 3 / 6, 180, 180 / 400],
    ["Competitive", "Price", 2, 2 / 6, 150, 150 / 400],
    ["Competitive", "Competitor", 1, 1 / 6, 30, 30 / 400],
    ["No decision", undefined, 1, 1 / 6, 200, 200 / 400],
    ["No decision", "Timing", 1, 1 / 6, 200, 200 / 400],
    [undefined, undefined, 2, 2 / 6, 20, 20 / 400],
  ]);
  // scipy 1.17: binomtest(3, 6).proportion_ci(0.95, method="wilson")
  expect(rows[0]?.low).toBeCloseTo(0.18761630648265, 9);
  expect(rows[0]?.high).toBeCloseTo(0.81238369351735, 9);
});

it("has nothing to say without a loss, and no share of no value", () => {
  expect(lossReasons([{ won: true }], 0.95)).toEqual([]);
  expect(lossReasons([lost("Price")], 0.95)[0]?.amountShare).toBeUndefined();
});

it("loses no deal: kinds and their reasons add up to all that was lost", () => {
  const deal = fc.record({
    won: fc.boolean(),
    reason: fc.constantFrom(
      undefined,
      "",
      "Price",
      "PRICE",
      "Timing",
      "In-house",
      "Moon",
      "Competitor",
    ),
    amount: fc.option(fc.integer({ min: 0, max: 9 }), { nil: undefined }),
  });
  fc.assert(
    fc.property(fc.array(deal, { maxLength: 40 }), (deals) => {
      const rows = lossReasons(deals, 0.95);
      const all = deals.filter(({ won }) => !won);
      const kinds = rows.filter(({ reason }) => reason === undefined);
      const sum = (list: typeof rows) => list.reduce((total, row) => total + row.deals, 0);
      expect(sum(kinds)).toBe(all.length);
      for (const { category, deals: count } of kinds) {
        if (category === undefined) continue;
        const own = rows.filter((row) => row.category === category && row.reason !== undefined);
        expect(sum(own)).toBe(count);
      }
    }),
  );
});
