import { columnLetters } from "../engine/spill.ts";
import type { CellStyle, CellValue } from "../workbook.ts";
import { formulaXml, literalXml } from "./cellXml.ts";
import { type ExcelFormula, excelFormula, type ReferenceFacts } from "./excelFormula.ts";
import type { ExportedSheet } from "./exportedBook.ts";
import { areaReference, cellReference } from "./reference.ts";
import type { StyleTable } from "./styleTable.ts";
import type { TextTable } from "./textTable.ts";

/** Pixels to points. */
const POINTS = 0.75;

export type RowsContext = {
  readonly facts: ReferenceFacts;
  readonly styles: readonly CellStyle[];
  readonly table: StyleTable;
  readonly texts: TextTable;
};

/** `<row>` elements one after another: a sheet of 2,000,000 cells never stands in memory as one text. */
export function* rowsXml(sheet: ExportedSheet, context: RowsContext): Generator<string> {
  const { data } = sheet;
  const letters = Array.from({ length: data.columns }, (_, column) => columnLetters(column));
  const look = styleReader(context);
  const formulas = formulaCells(sheet, context.facts);
  const hidden = new Set(data.hiddenRows);
  const last = lastRow(sheet, context.styles);
  for (let r = 0; r <= last; r += 1) {
    const values = data.values[r];
    const styles = data.styles[r];
    const results = sheet.results[r];
    const width = Math.min(
      data.columns,
      Math.max(values?.length ?? 0, styles?.length ?? 0, results?.length ?? 0),
    );
    let cells = "";
    for (let c = 0; c < width; c += 1) {
      const at = `${letters[c]}${r + 1}`;
      const result = results?.[c];
      const own = styles?.[c] ?? undefined;
      if (result === undefined || result === null) {
        const value = values?.[c] ?? null;
        cells += literalXml(at, look(own, kindOf(value)), value, context.texts);
        continue;
      }
      const style = look(own, kindOf(result.value, result.isDate));
      const formula = formulas.get(at);
      cells +=
        formula === undefined
          ? literalXml(at, style, result.value, context.texts)
          : formulaXml(at, style, formula, formula.covers, result);
    }
    const row = rowAttributes(data.rowHeights[r + 1], hidden.has(r + 1));
    if (cells !== "" || row !== "") yield `<row r="${r + 1}"${row}>${cells}</row>`;
  }
}

type PlacedFormula = ExcelFormula & { covers: string | undefined };

/** The formulas that Excel can hold, by cell. */
function formulaCells(sheet: ExportedSheet, facts: ReferenceFacts): Map<string, PlacedFormula> {
  const found = new Map<string, PlacedFormula>();
  sheet.data.formulas.forEach((row, r) => {
    row?.forEach((formula, c) => {
      if (typeof formula !== "string") return;
      const written = excelFormula(formula, sheet.data.name, facts);
      if (written === undefined) return;
      const at = cellReference(r + 1, c + 1);
      const spill = sheet.spills.get(at);
      // A result that spills is held by an array formula over all its cells.
      const covers = spill !== undefined ? areaReference(spill) : written.isArray ? at : undefined;
      found.set(at, { ...written, covers });
    });
  });
  return found;
}

function rowAttributes(height: number | undefined, isHidden: boolean): string {
  const size = height === undefined ? "" : ` ht="${height * POINTS}" customHeight="1"`;
  return size + (isHidden ? ' hidden="1"' : "");
}

type Kind = "plain" | "date" | "boolean";

const TRUTH = '"TRUE";"TRUE";"FALSE"';

function kindOf(value: CellValue, isDate = false): Kind {
  if (typeof value === "boolean") return "boolean";
  return isDate ? "date" : "plain";
}

/**
 * Formats by the style's number; a date without a format of its own gets the reader's short date. A truth value
 * spells its words out: some readers would show 0 or 1.
 */
function styleReader({
  styles,
  table,
}: RowsContext): (index: number | undefined, kind: Kind) => number {
  const formats: Readonly<Record<Kind, number[]>> = { plain: [], date: [], boolean: [] };
  return (index, kind) => {
    if (index === undefined && kind === "plain") return 0;
    const known = formats[kind];
    const place = index === undefined ? styles.length : index;
    let format = known[place];
    if (format === undefined) {
      const style = index === undefined ? {} : (styles[index] ?? {});
      const { numberFormat = "" } = style;
      if (kind === "date" && numberFormat === "")
        format = table.cell({ ...style, numberFormat: "yyyy-mm-dd" });
      else format = table.cell(kind === "boolean" ? { ...style, numberFormat: TRUTH } : style);
      known[place] = format;
    }
    return format;
  };
}

/** Blank cells below the content are written only where they have a colour or a line. */
function lastRow(sheet: ExportedSheet, styles: readonly CellStyle[]): number {
  const { data } = sheet;
  const heights = Object.keys(data.rowHeights).map((row) => Number(row) - 1);
  let last = Math.max(lastFilled(data.values), sheet.results.length - 1, ...heights.slice(-1));
  for (const height of heights) if (height > last) last = height;
  for (const row of data.hiddenRows) if (row - 1 > last) last = row - 1;
  const visible = styles.map(
    ({ background, borders }) => background !== undefined || borders !== undefined,
  );
  for (let r = data.styles.length - 1; r > last; r -= 1) {
    if (data.styles[r]?.some((index) => index !== undefined && visible[index])) last = r;
  }
  return Math.min(last, data.rows - 1);
}

function lastFilled(values: readonly (readonly (CellValue | undefined)[] | undefined)[]): number {
  for (let r = values.length - 1; r >= 0; r -= 1) {
    if (values[r]?.some((value) => value !== undefined && value !== null && value !== "")) return r;
  }
  return -1;
}
