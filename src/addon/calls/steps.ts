import type { Remember } from "../../core/remember.ts";
import { settingsHash } from "../../settings/settingsHash.ts";
import type { Book } from "../sheets/book.ts";
import type { FileCell } from "./requests.ts";
import { dropUpload, keptRows, stageRows } from "./stageRows.ts";
import { Unfinished } from "./unfinished.ts";

/** Of the six minutes that the platform gives a run, so many seconds are for the parts; the rest is for reading and writing. */
const BUDGET = 4 * 60;

class OutOfTime extends Error {}

/** What long work is about. */
type Work = {
  /** As a person knows it. */
  readonly title: string;
  /** Everything that its parts depend on: when any of it has changed, they are made anew. */
  readonly about: () => unknown;
  /** Seconds after which a person wants to hear how far it is. */
  readonly seconds?: number | undefined;
};

/**
 * Does long work part by part. When its time is over, the parts that are made are kept where uploads wait for their
 * import, and the next run goes on from there; within an hour, for then they are cleared away.
 */
export function inSteps<Result>(
  book: Book,
  { title, about, seconds = BUDGET }: Work,
  work: (remember: Remember) => Result,
): Result {
  const started = Date.now();
  const budget = 1000 * Math.min(BUDGET, seconds);
  let named: string | undefined;
  const token = () => {
    // A text: sorting the names of a hundred thousand records would take longer than some of the work.
    named ??= `${title} ${settingsHash(JSON.stringify(about()))}`;
    return named;
  };
  const known = new Map<string, unknown>();
  for (const [key, text] of keptRows(book, token)) known.set(String(key), JSON.parse(String(text)));
  const before = known.size;
  const fresh: FileCell[][] = [];
  let all: number | undefined;
  const remember: Remember = <Part>(key: string, make: () => Part, of?: number): Part => {
    all = of;
    if (known.has(key)) return known.get(key) as Part;
    if (fresh.length > 0 && Date.now() - started > budget) throw new OutOfTime();
    const part = make();
    known.set(key, part);
    fresh.push([key, JSON.stringify(part)]);
    return part;
  };
  try {
    const result = work(remember);
    if (before > 0) dropUpload(book, token());
    return result;
  } catch (error) {
    if (!(error instanceof OutOfTime)) throw error;
    stageRows({ token: token(), file: title, start: before, rows: fresh }, Date.now());
    throw new Unfinished(title, { done: known.size, ...(all === undefined ? {} : { of: all }) });
  }
}
