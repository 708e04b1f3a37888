import type { AnyTable } from "../tables/catalog.ts";
import type { Cell } from "../tables/reading/cell.ts";
import { letterOf } from "../tables/reading/readTable.ts";
import { cellText } from "./cellText.ts";
import type { HeadingMap } from "./mapHeadings.ts";

/** Fields left blank until a question is answered. */
export function openNotes(
  { conflicts }: HeadingMap,
  questions: readonly { heading: string; question: { topic: string } }[],
  headings: readonly string[],
): string[] {
  return [
    ...conflicts.map(
      ({ label, indexes }) =>
        `${label} was left blank: ${indexes.map((index) => `"${headings[index]}" (column ${letterOf(index)})`).join(" and ")} both claim it.`,
    ),
    ...questions.map(
      ({ heading, question }) =>
        `${heading} was left blank until its ${question.topic} is answered.`,
    ),
  ];
}

/** Columns left out for another one of the same meaning that says something else. */
export function passedOverNotes(
  passedOver: HeadingMap["passedOver"],
  headings: readonly string[],
  lines: readonly (readonly Cell[])[],
): string[] {
  return passedOver.flatMap(({ label, index, taken }) => {
    const differ = lines.filter((line) => cellText(line[index]) !== cellText(line[taken])).length;
    const named = (at: number) => `"${headings[at]}" (column ${letterOf(at)})`;
    return differ === 0
      ? []
      : [
          `${label} was taken from ${named(taken)}; ${named(index)} says something else in ${differ} of ${lines.length} rows and was left out.`,
        ];
  });
}

/** Fields that the core reports need and the file lacks. */
export function missingNote(
  table: AnyTable,
  columns: Readonly<Record<string, number>>,
  conflicted: ReadonlySet<string>,
): string[] {
  const missing = table.columns.filter(
    ({ field, need }) =>
      need === "required" && columns[field] === undefined && !conflicted.has(field),
  );
  return missing.length === 0
    ? []
    : [`The file has no column for ${missing.map(({ label }) => label).join(", ")}.`];
}
