import fc from "fast-check";
import { expect, it } from "vitest";
import { type ClosedDeal, similarDeals } from "../../../src/core/deals/similarDeals.ts";

const deal = (won: boolean, more: Partial<ClosedDeal> = {}): ClosedDeal => ({
  segment: "SMB",
  type: undefined,
  source: undefined,
  amount: undefined,
  won,
  ...more,
});

it("compares with the closest group that is large enough", () => {
  const closed = [
    deal(true),
    deal(false),
    deal(false, { segment: "Enterprise" }),
    deal(false, { segment: "Enterprise" }),
  ];
  const find = similarDeals(closed, 2);
  expect(find(deal(false))).toMatchObject({ closed: 2, won: 1, alike: ["segment"] });
  expect(find(deal(false, { segment: "smb " }))).toMatchObject({ closed: 2, alike: ["segment"] });
  expect(find(deal(false, { segment: "Other" }))).toMatchObject({ closed: 4, won: 1, alike: [] });
  expect(similarDeals(closed, 5)(deal(true))).toBeUndefined();
});

it("parts sizes into quarters of the closed deals", () => {
  const closed = [10, 20, 30, 40, 50, 60, 70, 80].map((amount) =>
    deal(amount > 40, { amount, segment: undefined }),
  );
  const find = similarDeals(closed, 2);
  // The quarters begin at 30, 50 and 70.
  const found = [25, 30, 49, 75].map((amount) =>
    find(deal(true, { amount, segment: undefined }))?.rows.map((row) => row.amount),
  );
  expect(found).toEqual([
    [10, 20],
    [30, 40],
    [30, 40],
    [70, 80],
  ]);
});

it("never counts more deals than share the traits", () => {
  const any = fc.record({
    segment: fc.constantFrom("A", "B", undefined),
    type: fc.constantFrom("New", "Renewal", undefined),
    source: fc.constantFrom("Web", undefined),
    amount: fc.option(fc.integer({ min: 0, max: 100 }), { nil: undefined }),
    won: fc.boolean(),
  });
  fc.assert(
    fc.property(fc.array(any, { maxLength: 40 }), any, (closed, one) => {
      const found = similarDeals(closed, 3)(one);
      if (found === undefined) {
        expect(closed.length).toBeLessThan(3);
        return;
      }
      expect(found.closed).toBe(found.rows.length);
      expect(found.won).toBe(found.rows.filter(({ won }) => won).length);
      for (const trait of found.alike)
        if (trait !== "size") for (const row of found.rows) expect(row[trait]).toBe(one[trait]);
    }),
  );
});
