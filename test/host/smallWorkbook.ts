import type { CustomFunctions } from "../../workbench/host/formulas.ts";
import type {
  CellStyle,
  CellValue,
  SheetData,
  WorkbookData,
} from "../../workbench/host/workbook.ts";

/** What a test types into a sheet: formulas start with `=`. */
export type Typed = readonly (readonly (CellValue | undefined)[])[];

export function smallSheet(
  id: number,
  name: string,
  typed: Typed,
  size = { rows: 100, columns: 12 },
): SheetData {
  const sheet: SheetData = {
    id,
    name,
    rows: size.rows,
    columns: size.columns,
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
  typed.forEach((row, r) => {
    row.forEach((value, c) => {
      if (typeof value === "string" && value.startsWith("=")) put(sheet.formulas, r, c, value);
      else if (value !== undefined) put(sheet.values, r, c, value);
    });
  });
  return sheet;
}

export function smallWorkbook(sheets: SheetData[]): WorkbookData {
  return {
    id: "book",
    name: "Book",
    locale: "en_US",
    timeZone: "Europe/London",
    sheets,
    styles: [],
    namedRanges: [],
    documentProperties: {},
    userProperties: {},
    scriptProperties: {},
    activeSheetId: sheets[0]?.id ?? 0,
    nextId: 100,
  };
}

/** Gives a cell (0-based) a style of its own. */
export function dress(
  workbook: WorkbookData,
  sheet: SheetData,
  row: number,
  column: number,
  style: CellStyle,
): void {
  put(sheet.styles, row, column, workbook.styles.push(style) - 1);
}

export function put<Item>(grid: Item[][], row: number, column: number, item: Item): void {
  const line = grid[row] ?? [];
  line[column] = item;
  grid[row] = line;
}

/** Custom functions written as plain functions of what the engine passes. */
export function functionsOf(
  table: Readonly<
    Record<
      string,
      (
        ...args: Parameters<CustomFunctions["call"]>[1][number][]
      ) => ReturnType<CustomFunctions["call"]>
    >
  >,
): CustomFunctions {
  return {
    declared: Object.keys(table).map((name) => ({ name, about: name, params: [] })),
    call: (name, args) => table[name]?.(...args) ?? { error: "#NAME?", message: name },
  };
}
