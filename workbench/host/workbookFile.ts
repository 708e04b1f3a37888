import type { SheetData, WorkbookData } from "./workbook.ts";

/** A new sheet of a new spreadsheet, or one that `insertSheet` made: 1000 x 26. */
export function newSheet(id: number, name: string, rows = 1000, columns = 26): SheetData {
  return {
    id,
    name,
    rows,
    columns,
    values: [],
    formulas: [],
    styles: [],
    notes: {},
    columnWidths: {},
    rowHeights: {},
    hiddenRows: [],
    hiddenColumns: [],
    frozenRows: 0,
    frozenColumns: 0,
    hidden: false,
    gridlines: true,
    conditionalRules: [],
    validations: [],
    charts: [],
    protections: [],
    metadata: {},
  };
}

export function newWorkbook(
  options: { name?: string; locale?: string; timeZone?: string } = {},
): WorkbookData {
  return {
    id: "local-spreadsheet",
    name: options.name ?? "Untitled spreadsheet",
    locale: options.locale ?? "en_US",
    timeZone: options.timeZone ?? "Etc/UTC",
    sheets: [newSheet(0, "Sheet1")],
    styles: [],
    namedRanges: [],
    documentProperties: {},
    userProperties: {},
    scriptProperties: {},
    activeSheetId: 0,
    nextId: 1,
  };
}

/** The lossless file: the workbook itself as JSON. Empty cells are written as null. */
export function serializeWorkbook(workbook: WorkbookData): string {
  return JSON.stringify(workbook);
}

export function parseWorkbook(text: string): WorkbookData {
  let workbook: WorkbookData;
  try {
    workbook = JSON.parse(text) as WorkbookData;
  } catch {
    throw new Error(
      "The workbook file cannot be read: it is not JSON, perhaps cut short or of another program.",
    );
  }
  if (!Array.isArray(workbook?.sheets) || !Array.isArray(workbook.styles)) {
    throw new Error(
      "The workbook file cannot be read: it holds no sheets, so it was not saved by this program.",
    );
  }
  for (const sheet of workbook.sheets) {
    dropNulls(sheet.values);
    dropNulls(sheet.formulas);
    dropNulls(sheet.styles);
  }
  return workbook;
}

/** JSON has no holes: what was empty comes back as null and becomes empty again, row by row. */
function dropNulls(rows: (unknown[] | null | undefined)[]): void {
  for (let row = 0; row < rows.length; row++) {
    const cells = rows[row];
    if (!cells) {
      rows[row] = [];
      continue;
    }
    for (let column = 0; column < cells.length; column++) {
      if (cells[column] === null) cells[column] = undefined;
    }
  }
}
