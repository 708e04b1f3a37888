import type { AnyTable } from "../tables/catalog.ts";
import { opportunityContacts } from "../tables/opportunityContacts.ts";
import { opportunityHistory } from "../tables/opportunityHistory.ts";
import { analyseColumn } from "../tables/reading/analyseColumn.ts";
import { stageColumns } from "../tables/reading/stageColumn.ts";
import { entriesOfList } from "./cellText.ts";
import type { PlannedTable, PlanRequest, ReadRow } from "./planTypes.ts";
import { type Question, questionId } from "./question.ts";

export type FurtherTables = {
  readonly tables: readonly PlannedTable[];
  readonly questions: readonly Question[];
  readonly notes: readonly string[];
};

const contactLists = [/^Associated Contact IDs( \(Primary\))?$/i, /^Associated Contact Emails?$/i];

/** What else a file of deals tells: when each came into its stages, and who takes part in it. */
export function furtherTables(
  request: PlanRequest,
  headings: readonly string[],
  table: AnyTable,
  main: PlannedTable,
): FurtherTables {
  if (table.name !== "opportunities") return { tables: [], questions: [], notes: [] };
  const history = stageHistory(request, headings, main);
  const contacts = dealContacts(request, headings, main);
  const tables = [history.planned, contacts].filter(({ rows }) => rows.length > 0);
  return {
    tables,
    questions: history.questions,
    notes: tables.map(
      ({ table: { sheet }, rows }) =>
        `${rows.length} ${rows.length === 1 ? "row" : "rows"} for ${sheet} taken from the same file.`,
    ),
  };
}

function stageHistory(
  { rows, file, answers, conventions }: PlanRequest,
  headings: readonly string[],
  main: PlannedTable,
): { planned: PlannedTable; questions: Question[] } {
  const lines = main.rowNumbers.map((rowNumber) => rows[rowNumber - 1] ?? []);
  const questions: Question[] = [];
  const found: { row: ReadRow; rowNumber: number; deal: number }[] = [];
  for (const { column, stage } of stageColumns(headings)) {
    const heading = headings[column] ?? "";
    const cells = lines.map((line) => line[column]);
    const reading = analyseColumn(
      "datetime",
      cells,
      conventions,
      answers[questionId(file, heading, "date order")],
    );
    if (reading.question) {
      const { topic, ...rest } = reading.question;
      questions.push({ id: questionId(file, heading, topic), ...rest });
      continue;
    }
    cells.forEach((cell, deal) => {
      const changedAt = reading.read(cell);
      const opportunityId = main.rows[deal]?.opportunityId;
      if (typeof changedAt !== "number" || opportunityId === undefined) return;
      const row = {
        opportunityId,
        changedAt,
        field: "stage",
        toValue: stage,
        source: "date_entered",
      };
      found.push({ row, rowNumber: main.rowNumbers[deal] ?? 0, deal });
    });
  }
  found.sort((a, b) => a.deal - b.deal || Number(a.row.changedAt) - Number(b.row.changedAt));
  const history = found.map(({ row, deal }, at) => {
    const before = found[at - 1];
    return before?.deal === deal ? { ...row, fromValue: before.row.toValue } : row;
  });
  return {
    planned: {
      table: opportunityHistory,
      fields: ["opportunityId", "changedAt", "field", "fromValue", "toValue", "source"],
      rows: history,
      rowNumbers: found.map(({ rowNumber }) => rowNumber),
    },
    questions,
  };
}

function dealContacts(
  { rows }: PlanRequest,
  headings: readonly string[],
  main: PlannedTable,
): PlannedTable {
  const column = contactLists
    .map((list) => headings.findIndex((heading) => list.test(heading.trim())))
    .find((index) => index >= 0);
  const contacts: ReadRow[] = [];
  const rowNumbers: number[] = [];
  if (column !== undefined) {
    main.rowNumbers.forEach((rowNumber, deal) => {
      const opportunityId = main.rows[deal]?.opportunityId;
      for (const contactId of new Set(entriesOfList(rows[rowNumber - 1]?.[column]))) {
        contacts.push({ opportunityId, contactId });
        rowNumbers.push(rowNumber);
      }
    });
  }
  return {
    table: opportunityContacts,
    fields: ["opportunityId", "contactId"],
    rows: contacts,
    rowNumbers,
  };
}
