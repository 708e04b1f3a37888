import type { ImportResult } from "../../src/addon/calls/requests.ts";
import { refusalLine, type Uploaded } from "../upload.ts";

const ISSUES_SHOWN = 20;

/** What an import did, for people in a terminal. */
export function importText(uploaded: Uploaded): string {
  const { file, result } = uploaded;
  if (!result) return refusalLine(uploaded);
  return [
    `${file}`,
    `  ${result.source ?? "no known CRM"} -> ${result.sheet ?? "no table"}`,
    `  read ${result.read}, new ${result.new}, changed ${result.changed}, unchanged ${result.unchanged}, gone ${result.gone}, rejected ${result.rejected}, other lines ${result.skippedLines}`,
    ...mappingLines(result),
    ...result.notes.map((note) => `  note: ${note}`),
    ...result.questions.flatMap((question) => [
      `  question ${JSON.stringify(question.id)}: ${question.text}`,
      ...question.options.map((option) => `    ${JSON.stringify(option.value)} = ${option.label}`),
    ]),
    ...issueLines(result),
  ].join("\n");
}

function mappingLines(result: ImportResult): string[] {
  const taken = result.mapping.filter((column) => column.field !== undefined);
  const left = result.mapping
    .filter((column) => column.field === undefined)
    .map((column) => column.heading);
  return [
    `  columns: ${taken.map((column) => `${column.heading} -> ${column.field}`).join(", ")}`,
    ...(left.length > 0 ? [`  not taken over: ${left.join(", ")}`] : []),
  ];
}

function issueLines(result: ImportResult): string[] {
  const shown = result.issues.slice(0, ISSUES_SHOWN).map((issue) => {
    const place = [issue.row === undefined ? "" : `row ${issue.row}`, issue.column ?? ""]
      .filter(Boolean)
      .join(", ");
    const value = issue.value === undefined ? "" : ` (found ${JSON.stringify(issue.value)})`;
    return `  issue: ${place}: ${issue.message}${value} ${issue.remedy}`;
  });
  const more = result.issues.length - shown.length;
  return more > 0 ? [...shown, `  ${more} more in sheet Import issues`] : shown;
}
