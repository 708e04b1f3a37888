import { isoFromMoment } from "../../core/calendar/day.ts";
import type { Cell } from "./cell.ts";

/** Why a cell could not be read. */
export type CellProblem = { readonly message: string; readonly remedy: string };

/** What a cell gave: its value, undefined for a blank, or a problem. Only a problem is an object. */
export type ReadValue = string | number | boolean | undefined | CellProblem;

type QuestionTopic = "date order" | "swapped dates" | "decimal separator";

/** What the cells of a column leave open; nothing is guessed. */
export type ColumnQuestion = {
  readonly topic: QuestionTopic;
  readonly text: string;
  readonly options: readonly { readonly value: string; readonly label: string }[];
  /** A few of the cells in doubt, as they stand. */
  readonly samples: readonly string[];
};

/** How one column is to be read. With an open question every cell reads as blank. */
export type ColumnReading = {
  readonly read: (cell: Cell) => ReadValue;
  /** What was decided about the whole column, as a sentence; undefined when there was nothing to decide. */
  readonly decision?: string;
  readonly question?: ColumnQuestion;
};

export function isProblem(value: ReadValue): value is CellProblem {
  return typeof value === "object";
}

/** The cell as a person sees it, cut to a length that fits a message. */
export function shown(cell: Cell): string {
  if (cell === undefined || cell === null) return "";
  if (typeof cell === "boolean") return cell ? "TRUE" : "FALSE";
  const text = typeof cell === "object" ? isoFromMoment(cell.moment) : String(cell);
  return text.length > 60 ? `${text.slice(0, 57)}…` : text;
}

/** At most five different cells, for a question. */
export function samplesOf(cells: Iterable<string>): string[] {
  const samples = new Set<string>();
  for (const cell of cells) {
    samples.add(cell);
    if (samples.size === 5) break;
  }
  return [...samples];
}
