import { readFile } from "../../../sidebar/files/readFile.ts";
import type { FileCell } from "../../../src/addon/calls/requests.ts";
import { demandCells, place } from "../../host/grid.ts";
import type { Host } from "../../host/host.ts";
import { localeFacts } from "../../host/localeFacts.ts";
import { parseEntry } from "../../host/parseEntry.ts";
import { internStyle } from "../../host/styles.ts";
import type { SheetData, WorkbookData } from "../../host/workbook.ts";
import { newSheet } from "../../host/workbookFile.ts";

const LONGEST_NAME = 100;
const MOST_COLUMNS = 18_278;

/** File > Import of Sheets: each table of the file as a new tab, its texts read as if they had been typed. */
export async function importFile(host: Host, name: string, bytes: Uint8Array): Promise<string> {
  const { sheets, notes } = await readFile(name, bytes);
  const { workbook } = host;
  const base = name.replace(/\.[^.]*$/, "");
  const made = sheets.map((table) => {
    const width = table.rows.reduce((widest, row) => Math.max(widest, row.length), 1);
    if (width > MOST_COLUMNS)
      throw new Error(
        `${name} has ${width} columns, more than the ${MOST_COLUMNS} that a sheet can have.`,
      );
    const title = freeName(workbook, sheets.length > 1 ? `${base} ${table.name}` : base);
    const sheet = newSheet(workbook.nextId, title, table.rows.length + 20, Math.max(width, 26));
    demandCells(workbook, sheet.rows * sheet.columns);
    workbook.nextId += 1;
    fill(workbook, sheet, table.rows);
    workbook.sheets.push(sheet);
    return sheet;
  });
  const last = made.at(-1);
  if (last) workbook.activeSheetId = last.id;
  host.changed();
  return [`Imported ${name} into ${made.map((sheet) => sheet.name).join(", ")}.`, ...notes].join(
    " ",
  );
}

function fill(
  workbook: WorkbookData,
  sheet: SheetData,
  rows: readonly (readonly FileCell[])[],
): void {
  const facts = localeFacts(workbook.locale);
  const year = new Date().getUTCFullYear();
  for (const [row, cells] of rows.entries()) {
    for (const [column, cell] of cells.entries()) {
      if (cell === null || cell === "") continue;
      if (typeof cell !== "string") {
        place(sheet.values, row + 1, column + 1, cell);
        continue;
      }
      const entry = parseEntry(cell.slice(0, 50_000), facts, year);
      if (entry.formula !== undefined) place(sheet.formulas, row + 1, column + 1, entry.formula);
      else place(sheet.values, row + 1, column + 1, entry.value ?? undefined);
      if (entry.format !== undefined)
        place(
          sheet.styles,
          row + 1,
          column + 1,
          internStyle(workbook, { numberFormat: entry.format }),
        );
    }
  }
}

function freeName({ sheets }: WorkbookData, wanted: string): string {
  const name = wanted.trim().slice(0, LONGEST_NAME - 5) || "Import";
  const taken = new Set(sheets.map((sheet) => sheet.name.toLowerCase()));
  for (let copy = 1; ; copy++) {
    const tried = copy === 1 ? name : `${name} ${copy}`;
    if (!taken.has(tried.toLowerCase())) return tried;
  }
}
