import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { chanceOf, pairsOf } from "../../../src/core/duplicates/chance.ts";
import { codeField, compareField } from "../../../src/core/duplicates/compareField.ts";
import { CLOSE, type MatchField, SAME } from "../../../src/core/duplicates/matchField.ts";

const CHANCE = 0.05;
/** What is believed counts as 500 pairs for equal values and as 10 for close ones. */
const [SAME_WORTH, CLOSE_WORTH] = [500, 10];

const days = (texts: readonly string[], within?: readonly string[]): MatchField => ({
  id: "day",
  label: "Day",
  compare: "day",
  near: 2,
  same: 0.8,
  close: 0.1,
  chance: CHANCE,
  columns: [texts],
  ...(within !== undefined && { within: { texts: within, chance: CHANCE } }),
});

/** All pairs one by one, of one account where accounts are given. */
function counted(field: MatchField, size: number) {
  const coded = codeField(field, size);
  let [all, same, close] = [0, 0, 0];
  for (let a = 0; a < size; a++) {
    for (let b = a + 1; b < size; b++) {
      const account = field.within?.texts[a];
      if (field.within && (account === "" || account !== field.within.texts[b])) continue;
      const level = compareField(coded, a, b);
      if (level !== 0) all++;
      if (level === SAME) same++;
      if (level === CLOSE) close++;
    }
  }
  return {
    same: (same + SAME_WORTH * CHANCE) / (all + SAME_WORTH),
    close: (close + CLOSE_WORTH * CHANCE) / (all + CLOSE_WORTH),
  };
}

const record = fc.tuple(
  fc.constantFrom("", "1", "2", "3", "4", "9"),
  fc.constantFrom("", "acme", "bell", "cox"),
);

describe("chanceOf", () => {
  it("counts over all pairs, and where a field depends on another over pairs that share that", () => {
    fc.assert(
      fc.property(fc.array(record, { minLength: 2, maxLength: 40 }), (records) => {
        const texts = records.map(([text]) => text);
        const accounts = records.map(([, account]) => account);
        const isKnown = accounts.some((account) => account !== "");
        for (const field of [days(texts), ...(isKnown ? [days(texts, accounts)] : [])]) {
          const expected = counted(field, records.length);
          const [same, close] = chanceOf(codeField(field, records.length), records.length)(0);
          expect(same).toBeCloseTo(expected.same, 12);
          expect(close).toBeCloseTo(expected.close, 12);
        }
      }),
    );
  });

  it("takes a sample of many pairs that comes near to all of them", () => {
    // Three accounts of 200 deals each: 59,700 pairs; one deal in four of an account is of the same product.
    const size = 600;
    const accounts = Array.from({ length: size }, (_, at) => `a${at % 3}`);
    const texts = accounts.map((_, at) => String(10 * (Math.floor(at / 3) % 4) + (at % 2)));
    const field = days(texts, accounts);
    const expected = counted(field, size);
    const [same, close] = chanceOf(codeField(field, size), size)(0);
    expect(same).toBeCloseTo(expected.same, 12);
    expect(Math.abs(close - expected.close)).toBeLessThan(0.02);
  });

  it("leaves out the equal values of duplicates", () => {
    const texts = ["1", "1", "5", "9"];
    const chance = chanceOf(codeField(days(texts), 4), 4);
    // One pair of six is equal; with it left out, only what is believed remains.
    expect(chance(0)[0]).toBeCloseTo((1 + SAME_WORTH * CHANCE) / (6 + SAME_WORTH), 12);
    expect(chance(1)[0]).toBeCloseTo((SAME_WORTH * CHANCE) / (6 + SAME_WORTH), 12);
  });

  it("knows the pairs of so many records", () => {
    expect([1, 2, 5].map(pairsOf)).toEqual([0, 1, 10]);
  });
});
