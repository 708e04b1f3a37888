import { type Blocks, walkPairs } from "./blocks.ts";
import { believedChances, chanceOf, mixedShares, pairsOf, type Shares } from "./chance.ts";
import { type CodedField, compareField } from "./compareField.ts";
import { DIFFERENT, SAME } from "./matchField.ts";

/** What a field's agreement is worth. */
export type FieldWeights = { readonly duplicates: Shares; readonly others: Shares };

export type Weights = {
  /** Chance that two records taken blindly are one. */
  readonly prior: number;
  readonly fields: readonly FieldWeights[];
  /** Pairs that were looked at to learn them; 0: they are what is believed beforehand. */
  readonly pairs: number;
};

/** How many duplicates the beliefs held beforehand are worth. */
const BELIEF = 30;
/** Duplicates thought to be among the records before any is seen: so many per record. */
const USUAL_DUPLICATES = 0.01;
/** A list of usual length, for pairs that stand in none. */
const USUAL_RECORDS = 1_000;
const ROUNDS = 100;
const STILL = 1e-9;
/** More pairs than these make the weights no better. */
const MOST_PAIRS = 100_000;

/**
 * Duplicates have the same value at least this often as is believed: where duplicates are few, namesakes and colleagues
 * would otherwise be learned as duplicates whose companies or names happen to differ.
 */
const LEAST_OF_BELIEF = 0.5;

const beliefs = ({ field }: CodedField): Shares => [
  field.same,
  field.close,
  Math.max(0.001, 1 - field.same - field.close),
];

function learned(counts: readonly number[], belief: Shares): Shares {
  const shares = mixedShares(counts, belief, BELIEF);
  const least = belief[0] * LEAST_OF_BELIEF;
  if (shares[0] >= least) return shares;
  const scale = (1 - least) / (1 - shares[0]);
  return [least, shares[1] * scale, shares[2] * scale];
}

/** How often each combination of agreements occurs among the pairs that share a key. */
function patternCounts(fields: readonly CodedField[], blocks: Blocks) {
  let candidates = 0;
  const start = () => ({ pass: 0, block: 0, first: 0 });
  walkPairs(blocks, start(), () => candidates++);
  const every = Math.max(1, Math.ceil(candidates / MOST_PAIRS));
  const counts = new Map<number, number>();
  let seen = 0;
  walkPairs(blocks, start(), (a, b) => {
    if (seen++ % every !== 0) return;
    let pattern = 0;
    for (let at = fields.length - 1; at >= 0; at--) {
      const coded = fields[at] as CodedField;
      const level = compareField(coded, a, b);
      if (level === DIFFERENT && coded.field.isDecisive) return;
      pattern = pattern * 4 + level;
    }
    counts.set(pattern, (counts.get(pattern) ?? 0) + every);
  });
  return { patterns: [...counts], candidates };
}

const levelOf = (pattern: number, field: number): number => Math.floor(pattern / 4 ** field) % 4;

/**
 * How many times likelier a level of agreement is among duplicates than among others. Different values never speak for
 * one record, and close ones not more than equal ones: too few duplicates would otherwise teach that they do.
 */
export function levelRatio({ duplicates, others }: FieldWeights, level: number): number {
  const ratio = (at: number) => (duplicates[at - 1] ?? 1) / (others[at - 1] ?? 1);
  if (level === SAME) return ratio(SAME);
  return Math.min(ratio(level), ratio(SAME), level === DIFFERENT ? 1 : Number.POSITIVE_INFINITY);
}

/** How many times likelier a pattern is among duplicates than among others. */
function ratioOf(pattern: number, fields: readonly FieldWeights[]): number {
  let ratio = 1;
  for (const [at, field] of fields.entries()) {
    const level = levelOf(pattern, at);
    if (level !== 0) ratio *= levelRatio(field, level);
  }
  return ratio;
}

/** Duplicates that the weights find among the patterns, and how their fields agree. */
function expected(patterns: readonly (readonly [number, number])[], weights: Weights) {
  const odds = weights.prior / (1 - weights.prior);
  const tallies = weights.fields.map(() => [0, 0, 0]);
  let found = 0;
  for (const [pattern, count] of patterns) {
    const ratio = odds * ratioOf(pattern, weights.fields);
    const duplicates = count * (ratio === Number.POSITIVE_INFINITY ? 1 : ratio / (1 + ratio));
    found += duplicates;
    for (const [at, tally] of tallies.entries()) {
      const level = levelOf(pattern, at) - 1;
      if (level >= 0) tally[level] = (tally[level] ?? 0) + duplicates;
    }
  }
  return { found, tallies };
}

const priorOf = (duplicates: number, size: number): number =>
  Math.min(0.5, (duplicates + USUAL_DUPLICATES * size) / Math.max(1, pairsOf(size)));

/** The weights believed before any data is seen, as for a list of usual length. */
export function believedWeights(fields: readonly CodedField[]): Weights {
  return {
    prior: priorOf(USUAL_DUPLICATES * USUAL_RECORDS, USUAL_RECORDS),
    fields: fields.map((field) => ({ duplicates: beliefs(field), others: believedChances(field) })),
    pairs: 0,
  };
}

/**
 * What each agreement is worth, without anybody saying which records are duplicates: the model of Fellegi and Sunter.
 * How records agree by chance is counted over all of them; how duplicates agree is learned by expectation-maximisation
 * from the pairs that share a key, with what is believed beforehand counted as a few duplicates. Only with chance taken
 * from all records do colleagues, who share a company but are not one person, not pass for duplicates.
 */
export function learnWeights(fields: readonly CodedField[], blocks: Blocks, size: number): Weights {
  const { patterns, candidates } = patternCounts(fields, blocks);
  const chances = fields.map((field) => chanceOf(field, size));
  const chanceAt = (at: number, same: number) => (chances[at] as (same: number) => Shares)(same);
  let weights: Weights = {
    prior: priorOf(USUAL_DUPLICATES * size, size),
    fields: fields.map((field, at) => ({
      duplicates: beliefs(field),
      others: chanceAt(at, 0),
    })),
    pairs: candidates,
  };
  for (let round = 0; round < ROUNDS; round++) {
    const { found, tallies } = expected(patterns, weights);
    const prior = priorOf(found, size);
    const isStill = Math.abs(prior - weights.prior) < STILL * weights.prior;
    weights = {
      prior,
      fields: fields.map((field, at) => {
        const tally = tallies[at] ?? [];
        return {
          duplicates: learned(tally, beliefs(field)),
          others: chanceAt(at, tally[0] ?? 0),
        };
      }),
      pairs: candidates,
    };
    if (isStill) break;
  }
  return weights;
}
