import { inOneGo, type Remember } from "../remember.ts";
import { type Blocks, buildBlocks, type PairCursor, walkPairs } from "./blocks.ts";
import { type CodedField, codeField, compareField } from "./compareField.ts";
import { type Decision, groupRecords, type Link, REVIEW_FROM } from "./groupRecords.ts";
import { learnWeights, type Weights } from "./learnWeights.ts";
import { CLOSE, type MatchData } from "./matchField.ts";
import { type PairScore, pairWeight, probabilityOf, scorePair } from "./scorePair.ts";

/** How far a search is. Plain data: kept between two runs, the search goes on where it was. */
export type SearchState = {
  readonly weights: Weights;
  readonly cursor: PairCursor;
  /** Pairs compared so far. */
  compared: number;
  /** Pairs worth a look that were found so far. */
  readonly links: Link[];
  isDone: boolean;
};

/** What is worked out anew from the records each time. */
export type Search = {
  readonly size: number;
  readonly fields: readonly CodedField[];
  readonly blocks: Blocks;
};

export function prepareSearch(data: MatchData): Search {
  return {
    size: data.size,
    fields: data.fields.map((field) => codeField(field, data.size)),
    blocks: buildBlocks(data.keys, data.size),
  };
}

export function startSearch({ fields, blocks, size }: Search): SearchState {
  return {
    weights: learnWeights(fields, blocks, size),
    cursor: { pass: 0, block: 0, first: 0 },
    compared: 0,
    links: [],
    isDone: false,
  };
}

/** True when the two differ, if only a little, in a field where only a person may overlook it. */
const needsPerson = (fields: readonly CodedField[], a: number, b: number): boolean =>
  fields.some((coded) => coded.field.isConfirming && compareField(coded, a, b) >= CLOSE);

/** Compares pairs until all are done or `stop` says so; then the state can be kept, and handed in again later. */
export function advanceSearch(
  { fields, blocks }: Search,
  state: SearchState,
  stop?: () => boolean,
): void {
  if (state.isDone) return;
  state.isDone = walkPairs(
    blocks,
    state.cursor,
    (a, b) => {
      state.compared++;
      const probability = probabilityOf(pairWeight(fields, state.weights, a, b));
      if (probability < REVIEW_FROM) return;
      state.links.push({
        a,
        b,
        probability,
        ...(needsPerson(fields, a, b) && { needsPerson: true }),
      });
    },
    stop,
  );
}

/** Groups of records that are one, by the pairs found and what people decided. */
export function groupsFound(
  { size, fields }: Search,
  { weights, links }: SearchState,
  decisions: readonly Decision[] = [],
  matchFrom?: number,
): readonly (readonly number[])[] {
  return groupRecords(
    size,
    links,
    decisions,
    (a, b) => probabilityOf(pairWeight(fields, weights, a, b)),
    matchFrom,
  );
}

export function explainPair(
  { fields }: Search,
  { weights }: SearchState,
  a: number,
  b: number,
): PairScore {
  return scorePair(fields, weights, a, b);
}

/** The whole search in one go. */
export function searchAll(data: MatchData): { search: Search; state: SearchState } {
  return searchInParts(data, "", inOneGo);
}

/** Pairs that one part of a long search compares. */
const PART_PAIRS = 500_000;

/** The whole search part by part: a run that has to stop leaves its parts to the next one. */
export function searchInParts(
  data: MatchData,
  name: string,
  remember: Remember,
): { search: Search; state: SearchState } {
  const search = prepareSearch(data);
  const state = remember(`${name} weights`, () => startSearch(search));
  for (let part = 1; !state.isDone; part++) {
    const before = { compared: state.compared, links: state.links.length };
    const made = remember(`${name} ${part}`, () => {
      advanceSearch(search, state, () => state.compared - before.compared >= PART_PAIRS);
      const { cursor, compared, isDone, links } = state;
      return { cursor: { ...cursor }, compared, isDone, links: links.slice(before.links) };
    });
    // What an earlier run made is taken over; what this one made stands there already.
    state.links.length = before.links;
    for (const link of made.links) state.links.push(link);
    Object.assign(state.cursor, made.cursor);
    state.compared = made.compared;
    state.isDone = made.isDone;
  }
  return { search, state };
}
