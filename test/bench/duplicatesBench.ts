import { personData } from "../../src/core/duplicates/person.ts";
import {
  advanceSearch,
  groupsFound,
  prepareSearch,
  type Search,
  type SearchState,
  startSearch,
} from "../../src/core/duplicates/search.ts";
import { madePeople, pairQuality } from "../core/duplicates/madePeople.ts";
import { duration, timed } from "./measure.ts";
import type { Page } from "./page.ts";

const SIZES = [10_000, 100_000];
/** What one piece of a search that is cut short may take. */
const PIECE_MS = 1000;

/** The search for duplicates among made-up colleagues, in one go and in pieces whose state is kept as text in between. */
export function duplicatesBench(page: Page): void {
  page.section("Duplicates among people of whom 5 % stand twice", [
    "records",
    "keys and codes",
    "weights learned",
    "pairs compared",
    "compared in",
    "grouped in",
    "all",
    "precision",
    "recall",
    `in pieces of ${duration(PIECE_MS)}`,
    "longest piece",
  ]);
  for (const size of SIZES) {
    const { people, entities } = madePeople(size, 0.05);
    const prepared = timed(() => prepareSearch(personData(people)));
    const search = prepared.result;
    const learned = timed(() => startSearch(search));
    const start = JSON.stringify(learned.result);
    const state = learned.result;
    const compared = timed(() => advanceSearch(search, state));
    const grouped = timed(() => groupsFound(search, state));
    const quality = pairQuality(grouped.result, entities);
    const pieces = inPieces(search, start);
    if (pieces.links !== state.links.length) throw new Error("The pieces found something else.");
    page.row(
      size.toLocaleString("en"),
      duration(prepared.ms),
      duration(learned.ms),
      state.compared.toLocaleString("en"),
      duration(compared.ms),
      duration(grouped.ms),
      duration(prepared.ms + learned.ms + compared.ms + grouped.ms),
      `${(100 * quality.precision).toFixed(1)} %`,
      `${(100 * quality.recall).toFixed(1)} %`,
      String(pieces.count),
      duration(pieces.longest),
    );
  }
}

function inPieces(search: Search, start: string) {
  let [kept, count, longest, links] = [start, 0, 0, 0];
  for (let isDone = false; !isDone; count++) {
    const { ms } = timed(() => {
      const state: SearchState = JSON.parse(kept);
      const until = performance.now() + PIECE_MS;
      advanceSearch(search, state, () => performance.now() >= until);
      kept = JSON.stringify(state);
      isDone = state.isDone;
      links = state.links.length;
    });
    longest = Math.max(longest, ms);
  }
  return { count, longest, links };
}
