import { InputError } from "../../core/inputError.ts";
import type { Answer } from "./requests.ts";
import { Unfinished } from "./unfinished.ts";

/** What to do about a refusal of the platform, told by its words; most of them pass by themselves. */
const REMEDIES: readonly (readonly [words: RegExp, sentence: string])[] = [
  [
    /protected|permission/i,
    "Sheets did not allow a change. Ask the spreadsheet's owner for the right to edit it, then do it again.",
  ],
  [
    /limit of 10,?000,?000 cells|number of cells/i,
    "The spreadsheet is full: it may hold 10,000,000 cells. Delete sheets or empty rows, then do it again.",
  ],
  [
    /maximum execution time|timed out|timeout/i,
    "Sheets ran out of time. Do it again in a minute; with a large file, import it in parts.",
  ],
  [
    /too many times|quota|rate limit/i,
    "Sheets has had too many requests for now. Do it again in some minutes.",
  ],
];
const OTHER = "Sheets did not finish this. Do it again in a minute.";

/** The sentence a person is shown: their own mistakes as they are, anything else with what to do and, quoted, the words of the platform. */
export function messageOf(error: unknown): string {
  if (error instanceof InputError) return error.message;
  const words = error instanceof Error ? error.message : String(error);
  const [, remedy = OTHER] = REMEDIES.find(([pattern]) => pattern.test(words)) ?? [];
  return `${remedy} Its words: "${words.trim()}"`;
}

/** Runs an endpoint's work; an exception would lose its words on the way to the sidebar. */
export function answer<T>(work: () => T): Answer<T> {
  try {
    return { ok: true, value: work() };
  } catch (error) {
    const message = messageOf(error);
    return error instanceof Unfinished
      ? { ok: false, message, unfinished: error.progress }
      : { ok: false, message };
  }
}
