import { displayValue, isDateFormat } from "./displayValue.ts";
import type { Execution } from "./execution.ts";
import { extent } from "./grid.ts";
import type { Area, CellValue, SheetData } from "./workbook.ts";
import { instantOfSerial } from "./zone.ts";

/** The last row and column with content: values, formulas and what formulas spill. Formats do not count. */
export function contentExtent(run: Execution, sheet: SheetData): { row: number; column: number } {
  const extents = [
    extent(sheet.values),
    extent(sheet.formulas),
    extent(run.state.computed(sheet) ?? []),
  ];
  return {
    row: Math.max(...extents.map(({ row }) => row)),
    column: Math.max(...extents.map(({ column }) => column)),
  };
}

/** Rows of an area as the script's own arrays, made by `read` from value, number format and whether it is a date. */
function readCells<T>(
  run: Execution,
  sheet: SheetData,
  area: Area,
  read: (value: CellValue | undefined, format: string | undefined, isDate: boolean) => T,
): T[][] {
  const { workbook } = run.state;
  const RealmArray = run.realm?.Array ?? Array;
  const computed = run.state.computed(sheet);
  const rows = new RealmArray<T[]>(area.rows);
  for (let row = 0; row < area.rows; row++) {
    const index = area.row - 1 + row;
    const [values, results, styles] = [sheet.values[index], computed?.[index], sheet.styles[index]];
    const cells = new RealmArray<T>(area.columns);
    for (let column = 0; column < area.columns; column++) {
      const at = area.column - 1 + column;
      const style = styles?.[at];
      const format = style === undefined ? undefined : workbook.styles[style]?.numberFormat;
      const result = results?.[at];
      cells[column] = result
        ? read(result.value, format, result.isDate || isDateFormat(format))
        : read(values?.[at], format, isDateFormat(format));
    }
    rows[row] = cells;
  }
  return rows;
}

/** As `getValues`: blanks as '', errors as their text, dates as the realm's Date for the instant the cell shows. */
export function readValues(run: Execution, sheet: SheetData, area: Area): unknown[][] {
  const zone = run.state.workbook.timeZone;
  return readCells(run, sheet, area, (value, _, isDate) => scriptValue(run, value, isDate, zone));
}

export function scriptValue(
  run: Execution,
  value: CellValue | undefined,
  isDate: boolean,
  zone: string,
): unknown {
  if (value === undefined || value === null) return "";
  if (typeof value === "object") return value.error;
  if (typeof value === "number" && isDate) return run.realm?.date(instantOfSerial(value, zone));
  return value;
}

export function readDisplayValues(run: Execution, sheet: SheetData, area: Area): string[][] {
  const { facts } = run.state;
  return readCells(run, sheet, area, (value, format, isDate) =>
    displayValue(value, format ?? (isDate ? facts.datePattern : undefined), facts),
  );
}
