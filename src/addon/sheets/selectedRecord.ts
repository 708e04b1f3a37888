import { recordKey } from "../../core/recordKey.ts";
import type { Tables } from "../../tables/tables.ts";

/** Widest row that is looked through: reports keep a row's key in a hidden column within it. */
const COLUMNS = 60;
const LONG = 6;
/** The key of a row of a report's table, as the hidden column keeps it. */
const TABLE_ROW = /^t:[^/]*\/(.+?)(?:#\d+)?$/;

/** The record of the selected row among some ids: of the record's own sheet, or of any sheet whose row names the id. */
function selectedAmong(all: readonly string[]): string | undefined {
  const range = SpreadsheetApp.getActiveSpreadsheet().getActiveRange();
  if (!range) return undefined;
  const sheet = range.getSheet();
  const width = Math.min(COLUMNS, sheet.getDataRange().getNumColumns());
  const cells = sheet.getRange(range.getRow(), 1, 1, width).getValues()[0] ?? [];
  const ids = new Map(all.map((id) => [recordKey(id), id]));
  // Ids are kept as text, so a number in the row is no id; a word inside a text must be too long to be one by chance.
  const texts = cells.filter((cell): cell is string => typeof cell === "string");
  const keys = texts.flatMap((text) => TABLE_ROW.exec(text)?.[1] ?? []);
  const words = texts.flatMap((text) => text.split(/[^\p{L}\p{N}_-]+/u));
  for (const text of [...texts, ...keys, ...words.filter((word) => word.length >= LONG)]) {
    const found = ids.get(recordKey(text.trim()));
    if (found !== undefined) return found;
  }
  return undefined;
}

const dealsOf = ({ opportunities }: Tables) =>
  (opportunities?.rows ?? []).map(({ opportunityId }) => opportunityId);

/** The deal of the selected row. */
export const selectedDeal = (tables: Tables): string | undefined => selectedAmong(dealsOf(tables));

/** The deal or lead of the selected row. */
export const selectedRecord = (tables: Tables): string | undefined =>
  selectedAmong([...dealsOf(tables), ...(tables.leads?.rows ?? []).map(({ leadId }) => leadId)]);
