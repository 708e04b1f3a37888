import { InputError } from "../core/inputError.ts";
import type { AnyTable } from "../tables/catalog.ts";
import { letterOf } from "../tables/reading/readTable.ts";
import type { Conflict } from "./mapHeadings.ts";
import { type Question, questionId } from "./question.ts";

const NONE = "none";

/** What a column is called in a question: its heading, with its letter where the heading stands there twice. */
function optionOf(headings: readonly string[], index: number): string {
  const heading = headings[index] ?? "";
  return headings.indexOf(heading) === headings.lastIndexOf(heading)
    ? heading
    : `column ${letterOf(index)}`;
}

/**
 * Columns that a person chose in answers: which of several columns gives a field (`<file>/<label>/column`), and what
 * a heading means (`<file>/<heading>/field`). Column index by field; -1 where none gives it.
 */
export function chosenColumns(
  file: string,
  table: AnyTable,
  headings: readonly string[],
  answers: Readonly<Record<string, string>>,
): Map<string, number> {
  const chosen = new Map<string, number>();
  for (const { field, label } of table.columns) {
    const id = questionId(file, label, "column");
    const answer = answers[id];
    if (answer === undefined) continue;
    const index = headings.findIndex((_, at) => optionOf(headings, at) === answer);
    if (index < 0 && answer !== NONE) {
      throw new InputError(
        `The answer to ${id} is "${answer}", but the file has no such column; give its heading or "none".`,
      );
    }
    chosen.set(field, index);
  }
  headings.forEach((heading, index) => {
    const id = questionId(file, heading, "field");
    const answer = answers[id];
    if (answer === undefined || answer === NONE) return;
    const column = table.columns.find(({ field, label }) => field === answer || label === answer);
    if (!column) {
      throw new InputError(
        `The answer to ${id} is "${answer}", but ${table.sheet} has no such column.`,
      );
    }
    chosen.set(column.field, index);
  });
  return chosen;
}

/** Asks which of several columns gives a field; until it is answered the field stays blank. */
export function conflictQuestion(
  file: string,
  headings: readonly string[],
  conflict: Conflict,
  samples: readonly string[],
): Question {
  const options = conflict.indexes.map((index) => optionOf(headings, index));
  const named = conflict.indexes.map((index) => `"${headings[index]}" (column ${letterOf(index)})`);
  return {
    id: questionId(file, conflict.label, "column"),
    text: `${named.join(" and ")} both claim ${conflict.label}. Which of them is it?`,
    options: [
      ...options.map((option) => ({ value: option, label: option })),
      { value: NONE, label: "None of them" },
    ],
    samples,
  };
}
