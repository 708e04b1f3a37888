import { type Blocks, walkPairs } from "./blocks.ts";
import { type CodedField, compareField } from "./compareField.ts";
import { DIFFERENT, SAME } from "./matchField.ts";

/** Shares of same, close and different values. */
type Shares = readonly [same: number, close: number, different: number];

/** What a field's agreement is worth. */
export type FieldWeights = { readonly duplicates: Shares; readonly others: Shares };

export type Weights = {
  /** Chance that two records taken blindly are one. */
  readonly prior: number;
  readonly fields: readonly FieldWeights[];
  /** Pairs that were looked at to learn them; 0: they are what is believed beforehand. */
  readonly pairs: number;
};

/** How many duplicates, and how many blind pairs, the beliefs held beforehand are worth. */
const BELIEF = 30;
const BLIND_BELIEF = 10;
/** The same for equal values, which are counted over all pairs: short lists hold too few names to tell how common they are. */
const SAME_BELIEF = 500;
/** Duplicates thought to be among the records before any is seen: so many per record. */
const USUAL_DUPLICATES = 0.01;
/** A list of usual length, for pairs that stand in none. */
const USUAL_RECORDS = 1_000;
const ROUNDS = 100;
const STILL = 1e-9;
/** More pairs than these make the weights no better. */
const MOST_PAIRS = 100_000;
const MOST_BLIND_PAIRS = 20_000;

/**
 * Duplicates have the same value at least this often as is believed: where duplicates are few, namesakes and colleagues
 * would otherwise be learned as duplicates whose companies or names happen to differ.
 */
const LEAST_OF_BELIEF = 0.5;

const pairsOf = (records: number): number => (records * (records - 1)) / 2;

const beliefs = ({ field }: CodedField): Shares => [
  field.same,
  field.close,
  Math.max(0.001, 1 - field.same - field.close),
];

const chances = ({ field }: CodedField): Shares => [
  field.chance,
  field.chance,
  1 - 2 * field.chance,
];

function mixed(counts: readonly number[], belief: Shares, worth: number): Shares {
  const [same = 0, close = 0, different = 0] = counts;
  const all = same + close + different + worth;
  return [
    (same + worth * belief[0]) / all,
    (close + worth * belief[1]) / all,
    (different + worth * belief[2]) / all,
  ];
}

function learned(counts: readonly number[], belief: Shares): Shares {
  const shares = mixed(counts, belief, BELIEF);
  const least = belief[0] * LEAST_OF_BELIEF;
  if (shares[0] >= least) return shares;
  const scale = (1 - least) / (1 - shares[0]);
  return [least, shares[1] * scale, shares[2] * scale];
}

/** Agreement of records that were put together blindly: all pairs of a short list, a sample even over a long one. */
function blindShares(field: CodedField, size: number): Shares {
  const counts = [0, 0, 0];
  const count = (a: number, b: number) => {
    const level = compareField(field, a, b);
    if (level !== 0) counts[level - 1] = (counts[level - 1] ?? 0) + 1;
  };
  if (pairsOf(size) <= MOST_BLIND_PAIRS) {
    for (let b = 1; b < size; b++) for (let a = 0; a < b; a++) count(a, b);
  } else {
    for (let pair = 0; pair < MOST_BLIND_PAIRS; pair++) {
      const a = pair % size;
      const step = (Math.floor(pair / size) * 7919 + a * 31) % (size - 1);
      count(a, (a + 1 + step) % size);
    }
  }
  return mixed(counts, chances(field), BLIND_BELIEF);
}

/** Pairs of records that hold the same value. */
function samePairs({ holders }: CodedField): number {
  let pairs = 0;
  for (let value = 1; value < holders.length; value++) pairs += pairsOf(holders[value] ?? 0);
  return pairs;
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
    fields: fields.map((field) => ({ duplicates: beliefs(field), others: chances(field) })),
    pairs: 0,
  };
}

/** Agreement by chance: what blind pairs show; same values are counted over all pairs, those of duplicates left out. */
function byChance(field: CodedField, blind: Shares, sameAmongDuplicates: number): Shares {
  const all = pairsOf(field.filled);
  const same = Math.max(0, samePairs(field) - sameAmongDuplicates);
  const share = (same + SAME_BELIEF * field.field.chance) / (all + SAME_BELIEF);
  return [share, blind[1], Math.max(0.001, 1 - share - blind[1])];
}

/**
 * What each agreement is worth, without anybody saying which records are duplicates: the model of Fellegi and Sunter.
 * How records agree by chance is counted over all of them; how duplicates agree is learned by expectation-maximisation
 * from the pairs that share a key, with what is believed beforehand counted as a few duplicates. Only with chance taken
 * from all records do colleagues, who share a company but are not one person, not pass for duplicates.
 */
export function learnWeights(fields: readonly CodedField[], blocks: Blocks, size: number): Weights {
  const { patterns, candidates } = patternCounts(fields, blocks);
  const blind = fields.map((field) => blindShares(field, size));
  let weights: Weights = {
    prior: priorOf(USUAL_DUPLICATES * size, size),
    fields: fields.map((field, at) => ({
      duplicates: beliefs(field),
      others: byChance(field, blind[at] as Shares, 0),
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
          others: byChance(field, blind[at] as Shares, tally[0] ?? 0),
        };
      }),
      pairs: candidates,
    };
    if (isStill) break;
  }
  return weights;
}
