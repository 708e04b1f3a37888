import { type CodedField, compareField, sharedValue } from "./compareField.ts";
import { type FieldWeights, levelRatio, type Weights } from "./learnWeights.ts";
import { type Agreement, agreements, DIFFERENT, SAME } from "./matchField.ts";

/** What one field adds to a pair's weight, in bits: +1 makes duplicates twice as likely, -1 half as likely. */
export type PairPart = {
  readonly id: string;
  readonly label: string;
  readonly agreement: Agreement;
  readonly weight: number;
};

export type PairScore = {
  /** What holds before the two are compared. */
  readonly start: number;
  readonly parts: readonly PairPart[];
  /** The start plus all parts. */
  readonly weight: number;
  readonly probability: number;
};

/** Other holders of a value thought of where no third record holds it, at least and at most. */
const FEWEST_HOLDERS = 0.01;
const MOST_HOLDERS = 0.5;
const LEAST_FILLED = 20;
/** Bits for different values of a decisive field: one in a billion. */
const RULED_OUT = -30;

export const probabilityOf = (weight: number): number => 1 / (1 + 2 ** -weight);
export const startOf = ({ prior }: Weights): number => Math.log2(prior / (1 - prior));

/** Chance that a record holds, by chance, the value that two records share. The two themselves say nothing about that. */
function chanceOfShared(coded: CodedField, usual: number, a: number, b: number): number {
  const holders = coded.holders[sharedValue(coded, a, b)] ?? 0;
  const unseen = Math.min(MOST_HOLDERS, Math.max(FEWEST_HOLDERS, usual * coded.filled));
  return Math.min(1, (Math.max(0, holders - 2) + unseen) / Math.max(1, coded.filled - 1));
}

/** Bits that a field's agreement adds; a value that many records hold adds less than one that only the two hold. */
function fieldWeight(
  coded: CodedField,
  weights: FieldWeights,
  a: number,
  b: number,
  level: number,
  isLearned: boolean,
): number {
  if (level === 0) return 0;
  if (level === DIFFERENT && coded.field.isDecisive) return RULED_OUT;
  // A handful of records cannot tell how common a value is, and a pair on its own has none beside it.
  if (!isLearned || level !== SAME || coded.filled < LEAST_FILLED)
    return Math.log2(levelRatio(weights, level));
  const usual = weights.others[SAME - 1] ?? 1;
  const shared = chanceOfShared(coded, usual, a, b);
  // Rare as a value may be among all records, those of one account share it as often as they do.
  const chance = coded.circles === undefined ? shared : Math.max(shared, usual);
  return Math.log2((weights.duplicates[SAME - 1] ?? 1) / chance);
}

/** The weight of a pair alone: what `scorePair` explains. */
export function pairWeight(
  fields: readonly CodedField[],
  weights: Weights,
  a: number,
  b: number,
): number {
  let weight = startOf(weights);
  for (let at = 0; at < fields.length; at++) {
    const coded = fields[at] as CodedField;
    const level = compareField(coded, a, b);
    weight += fieldWeight(
      coded,
      weights.fields[at] as FieldWeights,
      a,
      b,
      level,
      weights.pairs > 0,
    );
  }
  return weight;
}

/** How likely two records are the same, and what each field adds to that. */
export function scorePair(
  fields: readonly CodedField[],
  weights: Weights,
  a: number,
  b: number,
): PairScore {
  const start = startOf(weights);
  const parts = fields.map((coded, at): PairPart => {
    const level = compareField(coded, a, b);
    return {
      id: coded.field.id,
      label: coded.field.label,
      agreement: agreements[level] ?? "missing",
      weight: fieldWeight(
        coded,
        weights.fields[at] as FieldWeights,
        a,
        b,
        level,
        weights.pairs > 0,
      ),
    };
  });
  const weight = parts.reduce((sum, part) => sum + part.weight, start);
  return { start, parts, weight, probability: probabilityOf(weight) };
}
