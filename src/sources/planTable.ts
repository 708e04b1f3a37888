import type { AnyTable } from "../tables/catalog.ts";
import type { Cell } from "../tables/reading/cell.ts";
import { headingOfMoney } from "../tables/reading/headingCurrency.ts";
import type { Issue } from "../tables/reading/issue.ts";
import { readRows } from "../tables/reading/readRows.ts";
import { cellText } from "./cellText.ts";
import { derivedColumns } from "./derivedColumns.ts";
import { finishRow } from "./finishRow.ts";
import { generic } from "./generic.ts";
import { type HeadingMap, type MappedHeading, mapHeadings } from "./mapHeadings.ts";
import { chosenColumns, conflictQuestion } from "./mappingChoices.ts";
import { missingNote, openNotes, passedOverNotes } from "./planNotes.ts";
import type { PlannedTable, PlanRequest, ReadRow } from "./planTypes.ts";
import { type Question, questionId } from "./question.ts";
import type { Source } from "./source.ts";
import { standInKey } from "./standInKey.ts";
import { withoutUnreadable } from "./unreadableColumns.ts";

export type TablePlan = {
  /** Undefined: it is open which column tells the records apart, so none can be taken. */
  readonly planned: PlannedTable | undefined;
  readonly mapping: readonly MappedHeading[];
  readonly questions: readonly Question[];
  readonly issues: readonly Issue[];
  readonly notes: readonly string[];
  readonly rejected: number;
  readonly isStatusApart?: boolean;
};

const topics = ["date order", "swapped dates", "decimal separator"];

/** Maps the columns of a file to one table and reads the rows at the given indexes. */
export function planTable(
  request: PlanRequest,
  headings: readonly string[],
  kept: readonly number[],
  source: Source,
  table: AnyTable,
): TablePlan {
  const { file, answers } = request;
  const sourceTable =
    source.tables.find((candidate) => candidate.table === table.name) ??
    generic.tables.find((candidate) => candidate.table === table.name);
  const found = mapHeadings(
    table,
    sourceTable,
    headings,
    chosenColumns(file, table, headings, answers),
  );
  const lines = kept.map((row) => request.rows[row] ?? []);
  const converted = convertedAsAmount(table, headings, found);
  const readable = withoutUnreadable(table, converted, lines, request);
  const headingMap = readable.map;
  const columns: Record<string, number> = {};
  for (const { field, index } of headingMap.headings)
    if (field !== undefined) columns[field] = index;
  const conflicted = new Set(found.conflicts.map(({ field }) => field));
  const derived = derivedColumns(
    (sourceTable?.derived ?? []).filter(({ field }) => !conflicted.has(field)),
    headings,
    (field) => columns[field],
    lines,
  );
  const width = headings.length;
  derived.fields.forEach((field, at) => {
    columns[field] = width + at;
  });
  const allHeadings = [...headings, ...derived.headings];
  let cells: (readonly Cell[])[] = lines;
  if (derived.fields.length > 0) {
    cells = lines.map((line) => [...padded(line, width), ...derived.valuesOf(line)]);
  }
  if (table.columns.some(({ field, need }) => need === "key" && conflicted.has(field))) {
    return undecided(request, headings, found, lines);
  }
  const key = standInKey(file, table, columns, cells);
  if (key) {
    columns[key.field] = allHeadings.length;
    allHeadings.push(key.heading);
    cells = cells.map((line, at) => [...padded(line, allHeadings.length - 1), key.values[at]]);
  }
  const read = readRows<ReadRow>(table, cells, columns, {
    conventions: request.conventions,
    rowNumbers: kept.map((row) => row + 1),
    headings: allHeadings,
    answers: answersByField(file, columns, allHeadings, answers),
  });
  const rows = read.rows.map((row) => finishRow(table.name, row));
  const unused = found.passedOver.filter(({ index }) => !derived.usedFor.has(index));
  const open = new Set(read.questions.map(({ field }) => field));
  const fields = new Set(Object.keys(columns).filter((field) => !open.has(field)));
  // Amounts tell their currency, names of periods their length, where no column does.
  const told = ["currency", ...table.columns.flatMap(({ grainField }) => grainField ?? [])];
  for (const field of told) if (rows.some((row) => row[field] !== undefined)) fields.add(field);
  return {
    planned: { table, fields: [...fields], rows, rowNumbers: read.rowNumbers },
    mapping: headingMap.headings.map((heading) => {
      const field = heading.field ?? derived.usedFor.get(heading.index);
      return field === heading.field ? heading : { ...heading, field, how: "alias" };
    }),
    questions: [
      ...conflictQuestions(file, headings, found, lines),
      ...read.questions.map(({ heading, question: { topic, text, ...rest } }) => ({
        id: questionId(file, heading, topic),
        text: `${heading}: ${text}`,
        ...rest,
      })),
    ],
    issues: read.issues,
    notes: [
      ...derived.notes,
      // A CRM's own names for one thing are known; in a home-made table two columns may be two things.
      ...(source === generic ? passedOverNotes(unused, headings, lines) : []),
      ...(key ? [key.note] : []),
      ...readable.notes,
      ...(converted === found
        ? []
        : ["The file has only the converted amount, which was taken as the amount."]),
      ...currencyNote(rows, columns, headings),
      ...read.decisions.map(({ heading, decision }) => `${heading}: ${decision}.`),
      ...openNotes(found, read.questions, headings),
      ...missingNote(table, columns, conflicted),
    ],
    rejected: lines.length - rows.length,
    isStatusApart: derived.isApart,
  };
}

/** What the heading of the amounts told of their currency. */
function currencyNote(
  rows: readonly ReadRow[],
  columns: Readonly<Record<string, number>>,
  headings: readonly string[],
): string[] {
  const heading = headings[columns.amount ?? columns.quotaAmount ?? -1] ?? "";
  const currency = columns.currency === undefined && headingOfMoney(heading)?.currency;
  return currency && rows.some((row) => row.currency === currency)
    ? [`Amounts are in ${currency}, as the heading "${heading}" says.`]
    : [];
}

function conflictQuestions(
  file: string,
  headings: readonly string[],
  { conflicts }: HeadingMap,
  lines: readonly (readonly Cell[])[],
): Question[] {
  return conflicts.map((conflict) =>
    conflictQuestion(file, headings, conflict, samplesOf(lines, conflict.indexes)),
  );
}

function undecided(
  { file }: PlanRequest,
  headings: readonly string[],
  found: HeadingMap,
  lines: readonly (readonly Cell[])[],
): TablePlan {
  return {
    planned: undefined,
    mapping: found.headings,
    questions: conflictQuestions(file, headings, found, lines),
    issues: [],
    notes: [
      ...openNotes(found, [], headings),
      "Nothing was imported, since its records cannot be told apart yet.",
    ],
    rejected: lines.length,
  };
}

/** Where an export has the converted amount alone, it is the amount, in the currency that stands beside it. */
function convertedAsAmount(
  table: AnyTable,
  headings: readonly string[],
  map: HeadingMap,
): HeadingMap {
  const has = (field: string) => map.headings.some((heading) => heading.field === field);
  const isOpen = map.conflicts.some(({ field }) => field === "amount");
  if (table.name !== "opportunities" || has("amount") || isOpen || !has("amountConverted"))
    return map;
  const currency = has("currency")
    ? -1
    : headings.findIndex((heading) => /\(converted\) currency$/i.test(heading));
  return {
    ...map,
    headings: map.headings.map((heading) => {
      if (heading.field === "amountConverted") return { ...heading, field: "amount" };
      return heading.index === currency
        ? { ...heading, field: "currency", how: "alias" as const }
        : heading;
    }),
  };
}

function answersByField(
  file: string,
  columns: Readonly<Record<string, number>>,
  headings: readonly string[],
  answers: Readonly<Record<string, string>>,
): Record<string, string | undefined> {
  const byField: Record<string, string | undefined> = {};
  for (const [field, index] of Object.entries(columns)) {
    for (const topic of topics) {
      byField[field] ??= answers[questionId(file, headings[index] ?? "", topic)];
    }
  }
  return byField;
}

function samplesOf(lines: readonly (readonly Cell[])[], indexes: readonly number[]): string[] {
  return lines.slice(0, 3).map((line) => indexes.map((index) => cellText(line[index])).join(" / "));
}

function padded(line: readonly Cell[], width: number): readonly Cell[] {
  if (line.length === width) return line;
  return line.length > width
    ? line.slice(0, width)
    : [...line, ...new Array<Cell>(width - line.length).fill(undefined)];
}
