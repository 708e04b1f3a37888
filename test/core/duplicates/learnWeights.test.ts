import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { buildBlocks } from "../../../src/core/duplicates/blocks.ts";
import { codeField } from "../../../src/core/duplicates/compareField.ts";
import {
  believedWeights,
  learnWeights,
  levelRatio,
} from "../../../src/core/duplicates/learnWeights.ts";
import {
  CLOSE,
  DIFFERENT,
  type MatchField,
  SAME,
} from "../../../src/core/duplicates/matchField.ts";
import { chances } from "./madePeople.ts";

const RECORDS = 4000;
const KEPT = [0.9, 0.7, 0.95, 0.8, 0.85];
const VALUES = [500, 800, 1000, 1500, 2000];

/** Half as many things as records; the second record of a thing keeps each value with its known chance. */
function known() {
  const chance = chances(11);
  const columns = VALUES.map(() => [] as string[]);
  const key: string[] = [];
  for (let thing = 0; thing < RECORDS / 2; thing++) {
    const values = VALUES.map((count) => `v${Math.floor(chance() * count)}`);
    for (const record of [0, 1]) {
      // Twenty things share a key, so that most pairs compared are of different things.
      key.push(`k${thing % 100}`);
      for (const [at, column] of columns.entries()) {
        const kept = record === 0 || chance() < (KEPT[at] ?? 0);
        column.push(kept ? (values[at] ?? "") : `v${Math.floor(chance() * (VALUES[at] ?? 0))}`);
      }
    }
  }
  const fields = columns.map(
    (column, at): MatchField => ({
      id: String(at),
      label: String(at),
      compare: "code",
      same: 0.8,
      close: 0.05,
      chance: 0.02,
      columns: [column],
    }),
  );
  return { fields: fields.map((field) => codeField(field, RECORDS)), key };
}

describe("learnWeights", () => {
  const { fields, key } = known();
  const weights = learnWeights(fields, buildBlocks([{ label: "k", texts: key }], RECORDS), RECORDS);

  it("finds how often duplicates agree, without being told which they are", () => {
    for (const [at, kept] of KEPT.entries()) {
      // A value that was not kept may come out the same by chance.
      const expected = kept + (1 - kept) / (VALUES[at] ?? 1);
      expect(weights.fields[at]?.duplicates[0]).toBeGreaterThan(expected - 0.05);
      expect(weights.fields[at]?.duplicates[0]).toBeLessThan(expected + 0.05);
    }
  });

  it("finds how often records agree by chance, and how many duplicates there are", () => {
    for (const [at, count] of VALUES.entries())
      expect(Math.abs((weights.fields[at]?.others[0] ?? 0) * count - 1)).toBeLessThan(0.1);
    const pairs = (RECORDS * (RECORDS - 1)) / 2;
    // 2,000 true pairs, and one per cent of the records believed beforehand.
    expect(weights.prior * pairs).toBeGreaterThan(1800);
    expect(weights.prior * pairs).toBeLessThan(2250);
    expect(weights.pairs).toBe(100 * ((40 * 39) / 2));
  });

  it("holds shares that add up to one", () => {
    for (const { duplicates, others } of [...weights.fields, ...believedWeights(fields).fields]) {
      expect(duplicates[0] + duplicates[1] + duplicates[2]).toBeCloseTo(1, 9);
      expect(others[0] + others[1] + others[2]).toBeCloseTo(1, 2);
    }
  });
});

describe("learnWeights of a short list", () => {
  const names = ["ann", "bo", "cy", "ann", "dee", "eli", "bo", "fay", "gus", "hal", "ann", "ivy"];
  const towns = ["x", "y", "x", "x", "z", "y", "y", "x", "z", "z", "x", ""];
  const learnt = (order: readonly number[]) => {
    const field = (id: string, texts: readonly string[]): MatchField => ({
      id,
      label: id,
      compare: "name",
      same: 0.8,
      close: 0.05,
      chance: 0.02,
      columns: [order.map((at) => texts[at] ?? "")],
    });
    const fields = [field("name", names), field("town", towns)];
    const blocks = buildBlocks([{ label: "town", texts: fields[1]?.columns[0] ?? [] }], 12);
    return learnWeights(
      fields.map((one) => codeField(one, 12)),
      blocks,
      12,
    );
  };

  it("is the same whatever the order of the records", () => {
    const rows = names.map((_, at) => at);
    const straight = learnt(rows);
    fc.assert(
      fc.property(fc.shuffledSubarray(rows, { minLength: 12, maxLength: 12 }), (order) => {
        const shuffled = learnt(order);
        expect(shuffled.prior).toBeCloseTo(straight.prior, 12);
        for (const [at, { duplicates, others }] of shuffled.fields.entries()) {
          duplicates.forEach((share, level) => {
            expect(share).toBeCloseTo(straight.fields[at]?.duplicates[level] ?? -1, 9);
          });
          others.forEach((share, level) => {
            expect(share).toBeCloseTo(straight.fields[at]?.others[level] ?? -1, 9);
          });
        }
      }),
    );
  });
});

describe("believedWeights", () => {
  it("are those of a list of 1,000 records of which one in a hundred stands twice", () => {
    const { fields } = known();
    // 10 believed and 10 usual ones among 499,500 pairs.
    expect(believedWeights(fields).prior).toBeCloseTo(20 / 499_500, 12);
    expect(believedWeights(fields).pairs).toBe(0);
  });
});

describe("levelRatio", () => {
  it("is how many times likelier among duplicates than among others", () => {
    const field = { duplicates: [0.8, 0.15, 0.05], others: [0.01, 0.05, 0.94] } as const;
    expect(levelRatio(field, SAME)).toBeCloseTo(80, 12);
    expect(levelRatio(field, CLOSE)).toBeCloseTo(3, 12);
    expect(levelRatio(field, DIFFERENT)).toBeCloseTo(5 / 94, 12);
  });

  it("a difference never speaks for one record, nor a close value more than an equal one", () => {
    // All records are of one country: equal ones say nothing, and the few others stay without meaning.
    const country = { duplicates: [0.94, 0.01, 0.05], others: [0.999, 0.0001, 0.001] } as const;
    expect(levelRatio(country, SAME)).toBeCloseTo(0.94 / 0.999, 12);
    expect(levelRatio(country, CLOSE)).toBeCloseTo(0.94 / 0.999, 12);
    expect(levelRatio(country, DIFFERENT)).toBeCloseTo(0.94 / 0.999, 12);
    const owner = { duplicates: [0.9, 0.001, 0.099], others: [0.05, 0.2, 0.01] } as const;
    expect(levelRatio(owner, DIFFERENT)).toBe(1);
  });
});
