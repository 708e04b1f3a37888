import { isoFromDay } from "../../core/calendar/day.ts";
import { idColumn, type ListColumn, listData } from "../../core/duplicates/listData.ts";
import type { MatchData } from "../../core/duplicates/matchField.ts";
import { type Cell, isBlank, isDateCell } from "../../tables/reading/cell.ts";
import { headingText } from "../../tables/reading/readTable.ts";
import type { Cells } from "../customFunction.ts";
import {
  type ComparableRecord,
  comparableData,
  knownKindOf,
  knowsNamesOnly,
  readComparable,
} from "./duplicateRecords.ts";

/** Columns that a list needs to be searched that is none of the CRM's. */
const LEAST_COLUMNS = 3;

export type Searchable = {
  readonly records: readonly ComparableRecord[];
  readonly data: MatchData;
};

const textOf = (cell: Cell): string => {
  if (isBlank(cell)) return "";
  return isDateCell(cell) ? isoFromDay(cell.moment) : String(cell).trim();
};

/** A range of the CRM's records, or any list with headings, for the search for duplicates. */
export function readSearchable(name: string, cells: Cells): Searchable {
  const headings = (cells[0] ?? []).map(headingText);
  const kind = knownKindOf(headings);
  const columns = kind && !knowsNamesOnly(kind, headings) ? [] : columnsOf(cells);
  const size = columns[0]?.texts.length ?? 0;
  const id = idColumn(columns, size);
  const compared = columns.filter((_, at) => at !== id);
  if (compared.length < LEAST_COLUMNS) {
    const comparable = readComparable(name, cells, kind);
    return { records: comparable.records, data: comparableData(comparable, comparable.rows) };
  }
  const ids = id === undefined ? undefined : columns[id]?.texts;
  const records = Array.from({ length: size }, (_, row): ComparableRecord => {
    const filled = compared.flatMap(({ texts }) => texts[row] || []);
    return {
      id: ids?.[row] ?? `row ${row + 2}`,
      name: filled.slice(0, 2).join(" "),
      isRead: filled.length > 0,
      rank: 0,
      filled: filled.length,
    };
  });
  return { records, data: listData(compared, size) };
}

function columnsOf(cells: Cells): ListColumn[] {
  const [header = [], ...lines] = cells;
  let size = lines.length;
  while (size > 0 && lines[size - 1]?.every(isBlank)) size--;
  const rows = lines.slice(0, size);
  return header.flatMap((cell, at) => {
    const heading = headingText(cell).trim();
    return heading === "" ? [] : [{ heading, texts: rows.map((row) => textOf(row[at])) }];
  });
}
