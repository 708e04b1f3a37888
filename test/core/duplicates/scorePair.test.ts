import { describe, expect, it } from "vitest";
import { codeField } from "../../../src/core/duplicates/compareField.ts";
import { believedWeights } from "../../../src/core/duplicates/learnWeights.ts";
import type { MatchField } from "../../../src/core/duplicates/matchField.ts";
import { personData } from "../../../src/core/duplicates/person.ts";
import {
  pairWeight,
  probabilityOf,
  scorePair,
  startOf,
} from "../../../src/core/duplicates/scorePair.ts";
import { explainPair, searchAll } from "../../../src/core/duplicates/search.ts";
import { madePeople } from "./madePeople.ts";

const field = (id: string, column: string[]): MatchField => ({
  id,
  label: id,
  compare: "name",
  same: 0.8,
  close: 0.12,
  chance: 0.002,
  columns: [column],
});

describe("scorePair", () => {
  const fields = [field("name", ["acme", "acme"]), field("city", ["ulm", "bonn"])].map((one) =>
    codeField(one, 2),
  );
  const weights = believedWeights(fields);

  it("adds log2 of how much likelier an agreement is among duplicates", () => {
    const { parts, start, weight, probability } = scorePair(fields, weights, 0, 1);
    // log2(0.8 / 0.002), log2(0.08 / 0.996)
    expect(parts.map((part) => part.weight)).toEqual([
      expect.closeTo(8.643856, 5),
      expect.closeTo(-3.638074, 5),
    ]);
    expect(parts.map(({ agreement }) => agreement)).toEqual(["same", "different"]);
    expect(weight).toBe(parts.reduce((sum, part) => sum + part.weight, start));
    expect(start).toBe(startOf(weights));
    expect(probability).toBe(probabilityOf(weight));
  });

  it("turns bits into probability", () => {
    expect([0, 1, -1, 10].map(probabilityOf)).toEqual([0.5, 2 / 3, 1 / 3, 1024 / 1025]);
  });

  it("explains exactly what it scores, also with weights learned from a list", () => {
    const { people } = madePeople(800, 0.1);
    const { search, state } = searchAll(personData(people));
    expect(state.links.length).toBeGreaterThan(20);
    for (const { a, b, probability } of state.links) {
      const score = explainPair(search, state, a, b);
      expect(score.probability).toBe(probability);
      expect(score.parts.reduce((sum, part) => sum + part.weight, score.start)).toBe(score.weight);
      expect(pairWeight(search.fields, state.weights, a, b)).toBe(score.weight);
    }
  });

  it("gives a value that many share fewer bits than one that only two share", () => {
    const names = [..."abcdefghijklmnopqrstuvwxyz"].map((letter) => `name ${letter}`);
    const column = [...names, "name a", "smith", "smith", "smith", "smith", "smith"];
    const coded = [codeField(field("name", column), column.length)];
    const learned = { ...believedWeights(coded), pairs: 1 };
    const rare = scorePair(coded, learned, 0, 26).weight;
    const common = scorePair(coded, learned, 27, 28).weight;
    // Chance of a third smith: (5 - 2 + unseen) / 31 records; of a third "name a": unseen / 31; unseen = 0.002 x 32.
    expect(rare - common).toBeCloseTo(Math.log2(3.064 / 0.064), 9);
  });
});
