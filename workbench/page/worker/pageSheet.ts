import { areaName, cellName, columnName, sheetPrefix } from "../../host/a1.ts";
import type { Area, SheetData, WorkbookData } from "../../host/workbook.ts";
import { pageContent } from "./pageCell.ts";
import { pageChart } from "./pageChart.ts";
import { pageConditionalFormats } from "./pageConditionalFormat.ts";
import type { PageStyles } from "./pageStyles.ts";
import { pageValidations } from "./pageValidation.ts";

/** Column width of a new sheet in Sheets; the component's own is a little less. */
const COLUMN_WIDTH = 100;

/** Height of a row of one line. */
const ROW_HEIGHT = 23;
/** A sheet of more rows than this is data: measuring each of its texts would take longer than all the rest. */
const MOST_MEASURED = 2000;

export const pageSheetId = (id: number): string => `sheet${id}`;

/** A sheet as the component loads it; without its cells where those come later. */
export function pageSheet(
  workbook: WorkbookData,
  sheet: SheetData,
  styles: PageStyles,
  id: string,
  withCells: boolean,
): object {
  return {
    id,
    name: sheet.name,
    rowNumber: sheet.rows,
    colNumber: sheet.columns,
    cols: headers(sheet.columns, sheet.columnWidths, sheet.hiddenColumns, COLUMN_WIDTH),
    rows: headers(plainRows(workbook, sheet), sheet.rowHeights, sheet.hiddenRows, ROW_HEIGHT),
    merges: [],
    cells: withCells ? cellsOf(workbook, sheet) : {},
    ...(withCells ? looksOf(sheet, styles) : { styles: {}, formats: {}, borders: {} }),
    conditionalFormats: pageConditionalFormats(sheet),
    dataValidationRules: pageValidations(sheet),
    figures: sheet.charts.flatMap((chart) => pageChart(chart, workbook, sheet)),
    tables: [],
    areGridLinesVisible: sheet.gridlines,
    isVisible: !sheet.hidden,
    isLocked: false,
    panes: { xSplit: sheet.frozenColumns, ySplit: sheet.frozenRows },
    headerGroups: { ROW: [], COL: [] },
    ...(sheet.tabColor === undefined ? {} : { color: sheet.tabColor }),
  };
}

/** Rows that need no measuring: none of a small sheet, all of a large one whose texts neither wrap nor stand out. */
function plainRows({ styles }: WorkbookData, sheet: SheetData): number {
  if (sheet.rows <= MOST_MEASURED) return 0;
  const tall = new Set(
    styles.flatMap(({ wrap, fontSize = 10 }, index) =>
      wrap === "WRAP" || fontSize > 10 ? [index] : [],
    ),
  );
  const isPlain = !sheet.styles.some((row) =>
    row?.some((style) => style !== undefined && tall.has(style)),
  );
  return isPlain ? sheet.rows : 0;
}

/** Sizes and hidden lines, 0-based as the component counts. */
function headers(
  all: number,
  sizes: Readonly<Record<number, number>>,
  hidden: readonly number[],
  usual: number | undefined,
): Record<number, { size?: number; isHidden?: boolean }> {
  const made: Record<number, { size?: number; isHidden?: boolean }> = {};
  for (let index = 0; index < all; index++) made[index] = { size: usual };
  for (const [position, size] of Object.entries(sizes)) made[Number(position) - 1] = { size };
  for (const position of hidden) {
    made[position - 1] = { ...made[position - 1], isHidden: true };
  }
  return made;
}

function cellsOf({ styles }: WorkbookData, sheet: SheetData): Record<string, string> {
  const cells: Record<string, string> = {};
  const names = Array.from({ length: sheet.columns }, (_, column) => columnName(column + 1));
  const height = Math.max(sheet.values.length, sheet.formulas.length);
  for (let row = 0; row < height; row++) {
    const [values, formulas, looks] = [sheet.values[row], sheet.formulas[row], sheet.styles[row]];
    const width = Math.max(values?.length ?? 0, formulas?.length ?? 0);
    for (let column = 0; column < width; column++) {
      const look = looks?.[column];
      const content = pageContent(
        values?.[column],
        formulas?.[column],
        look === undefined ? undefined : styles[look],
      );
      if (content !== "") cells[`${names[column]}${row + 1}`] = content;
    }
  }
  return cells;
}

/** Styles, formats and borders by runs down each column. */
function looksOf(sheet: SheetData, styles: PageStyles) {
  const made = { styles: {}, formats: {}, borders: {} } as Record<
    "styles" | "formats" | "borders",
    Record<string, number>
  >;
  const put = (look: number, column: number, first: number, last: number): void => {
    const place =
      first === last
        ? cellName(first, column)
        : `${cellName(first, column)}:${cellName(last, column)}`;
    const { style, format, border } = styles.idsOf(look);
    if (style !== undefined) made.styles[place] = style;
    if (format !== undefined) made.formats[place] = format;
    if (border !== undefined) made.borders[place] = border;
  };
  for (let column = 0; column < sheet.columns; column++) {
    let first = 0;
    let current: number | undefined;
    for (let row = 0; row <= sheet.styles.length; row++) {
      const look = sheet.styles[row]?.[column] ?? undefined;
      if (look === current) continue;
      if (current !== undefined) put(current, column + 1, first + 1, row);
      [first, current] = [row, look];
    }
  }
  return made;
}

export function namedRanges({ namedRanges: all, sheets }: WorkbookData): Record<string, string> {
  return Object.fromEntries(
    all.flatMap(({ name, sheetId, area }) => {
      const sheet = sheets.find(({ id }) => id === sheetId);
      return sheet ? [[name, `${sheetPrefix(sheet.name)}${areaName(within(area, sheet))}`]] : [];
    }),
  );
}

/** The part of an area that the sheet has. */
function within(area: Area, sheet: SheetData): Area {
  return {
    ...area,
    rows: Math.max(1, Math.min(area.rows, sheet.rows - area.row + 1)),
    columns: Math.max(1, Math.min(area.columns, sheet.columns - area.column + 1)),
  };
}
