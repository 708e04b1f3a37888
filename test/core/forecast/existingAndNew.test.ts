import { expect, it } from "vitest";
import { existingAndNew } from "../../../src/core/forecast/existingAndNew.ts";

const kind = (name: string, deals: number, amount: number, came: number) => ({
  kind: name,
  family: "due",
  deals,
  amount,
  came,
});

it("adds new business at its average to what open deals of each kind brought", () => {
  const past = [
    { kinds: [kind("late", 20, 1000, 800), kind("early", 20, 1000, 200)], beyond: 30 },
    { kinds: [], beyond: 50 },
  ];
  // By hand: all due deals brought half; 20 deals draw a kind half of the way, to 0.65 and 0.35
  const found = existingAndNew([kind("late", 1, 100, 0), kind("early", 1, 200, 0)], past);
  expect(found?.existing).toBeCloseTo(65 + 70, 12);
  expect(found?.created).toBe(40);
});

it("takes the family's share for a kind never seen, and nothing for an unknown family", () => {
  const past = [{ kinds: [kind("late", 20, 1000, 400)], beyond: 0 }];
  expect(existingAndNew([kind("unseen", 1, 100, 0)], past)?.existing).toBeCloseTo(40, 12);
  const other = { ...kind("late", 1, 100, 0), family: "later" };
  expect(existingAndNew([other], past)?.existing).toBe(0);
  expect(existingAndNew([other], [])).toBeUndefined();
});
