import type { ReportTable, TableColumn, TableRow, Value } from "../report.ts";
import type { Draft, DraftCell } from "./draft.ts";
import { ruleUnder, textRow } from "./draft.ts";
import { enteredText, enteredValue } from "./entered.ts";
import { COLUMN_PIXELS, GRID_COLUMNS } from "./grid.ts";
import { numberPattern } from "./numberPattern.ts";
import { ACCENT, BAR_TINTS, HEADER_FILL, PAPER, SECONDARY, TEXT } from "./palette.ts";
import { columnSpans } from "./spans.ts";
import { shortened, textLines, textWidth } from "./textWidth.ts";

type PlacedColumn = {
  readonly column: TableColumn;
  /** Grid column of the values, 1-based: the first for texts, the last of its span for numbers. */
  readonly at: number;
  readonly pixels: number;
  readonly pattern: string;
  readonly align: "left" | "right";
  /** Never cut. */
  readonly whole: boolean;
  /** Largest value of the rows, which the tints are measured by. */
  readonly largest: number;
};

function largestOf(rows: readonly TableRow[], id: string): number {
  let largest = 0;
  for (const row of rows) {
    const value = row.cells[id];
    if (typeof value === "number") largest = Math.max(largest, Math.abs(value));
  }
  return largest;
}

function placeColumns(table: ReportTable, compared: ReadonlySet<string>): PlacedColumn[] {
  const spans = columnSpans(table);
  let left = 1;
  let afterNumber = false;
  return table.columns.map((column, index) => {
    const span = spans[index] ?? 1;
    const isText = column.format === "text";
    // A text right after a number keeps its distance.
    const textPattern = afterNumber ? '"   "@' : "";
    const largest = largestOf(table.rows, column.id);
    const ofAll = Math.max(largest, table.total ? largestOf([table.total], column.id) : 0);
    const placed: PlacedColumn = {
      column,
      largest,
      at: Math.min(GRID_COLUMNS, isText ? left : left + span - 1),
      pixels: span * COLUMN_PIXELS - (isText && afterNumber ? 26 : 12),
      pattern: isText ? textPattern : numberPattern(column.format, ofAll),
      align: isText ? "left" : "right",
      // A status is coloured by its word, and a formula compares the text that stands there.
      whole: column.status !== undefined || compared.has(`${table.id}.${column.id}`),
    };
    left += span;
    afterNumber = !isText;
    return placed;
  });
}

/** Room that a heading may take beyond that of its values. */
const HEADING_SLACK = 3;
/** What a heading of two lines needs. */
const TWO_LINES_PIXELS = 36;

const isWrapped = ({ column, pixels }: Pick<PlacedColumn, "column" | "pixels">, size: number) =>
  textWidth(column.label, size, true) > pixels + HEADING_SLACK;

function headerCells(
  draft: Draft,
  table: ReportTable,
  placed: readonly PlacedColumn[],
): DraftCell[] {
  const blank = draft.style({ background: HEADER_FILL, bold: true });
  const cells: DraftCell[] = Array.from({ length: GRID_COLUMNS }, () => ({
    id: undefined,
    entered: "",
    style: blank,
  }));
  // Headings a little too long are set smaller, all alike; only a much longer one takes two lines.
  const isTight = placed.some(
    ({ column, pixels }) => textWidth(column.label, 10, true) > pixels + HEADING_SLACK,
  );
  const size = isTight ? 9 : 10;
  for (const { column, at, pixels, align, pattern } of placed) {
    const style = draft.style({
      size,
      background: HEADER_FILL,
      bold: true,
      align,
      pattern: align === "left" ? pattern : "",
      wrap: isWrapped({ column, pixels }, size),
    });
    cells[at - 1] = {
      id: `t:${table.id}/=head/${column.id}`,
      entered: enteredText(column.label),
      style,
    };
  }
  return cells;
}

function shownValue(value: Value, placed: PlacedColumn): Value {
  if (typeof value !== "string" || placed.whole) return value;
  return shortened(value, 10, placed.pixels);
}

/** The tint that stands for a light bar behind the number. */
function tintOf(value: Value, { column, largest }: PlacedColumn): string {
  if (!column.bar || typeof value !== "number" || largest === 0) return PAPER;
  const step = Math.round((Math.max(0, value) / largest) * (BAR_TINTS.length - 1));
  return BAR_TINTS[step] ?? PAPER;
}

function rowCells(
  draft: Draft,
  rowId: string,
  row: TableRow,
  placed: readonly PlacedColumn[],
  bold: boolean,
): (DraftCell | undefined)[] {
  const cells: (DraftCell | undefined)[] = [];
  for (const item of placed) {
    const { column, at, pattern, align } = item;
    const value = row.cells[column.id];
    const template = row.formulas?.[column.id] ?? (bold ? undefined : column.formula);
    const link = typeof value === "string" && value !== "" ? row.links?.[column.id] : undefined;
    cells[at - 1] = {
      id: `${rowId}/${column.id}`,
      entered: enteredValue(shownValue(value, item), column.format),
      style: draft.style({
        background: bold ? PAPER : tintOf(value, item),
        colour: link ? ACCENT : TEXT,
        bold,
        pattern: typeof value === "string" && align === "right" ? "" : pattern,
        align,
      }),
      // What is not known stays blank; its formula would only show an error.
      template: value === undefined ? undefined : template,
      ...(link && { link }),
    };
  }
  return cells;
}

function learnWords({ words }: Draft, { status = {} }: TableColumn, at: number): void {
  for (const [word, meaning] of Object.entries(status)) {
    const known = words.get(word) ?? { status: meaning, columns: new Set<number>() };
    known.columns.add(at);
    words.set(word, known);
  }
}

/** Adds a table: header, a row per record, the total and the line under it. */
export function addTable(draft: Draft, table: ReportTable, compared: ReadonlySet<string>): void {
  const placed = placeColumns(table, compared);
  const columns = new Map(placed.map(({ column, at }) => [column.id, at]));
  for (const { column, at } of placed) {
    draft.columnLabels[`t:${table.id}/${column.id}`] = column.label;
    learnWords(draft, column, at);
  }
  if (table.rows.length === 0) {
    textRow(draft, `t:${table.id}/=empty`, table.empty, { colour: SECONDARY });
    draft.tables.set(table.id, {
      headerRow: 0,
      firstRow: 0,
      count: 0,
      totalRow: undefined,
      columns,
    });
    return;
  }
  const headerRow = draft.add({
    id: `t:${table.id}/=head`,
    label: "Headings",
    cells: headerCells(draft, table, placed),
  });
  if (placed.some((column) => column.column.format !== "text" && isWrapped(column, 9)))
    draft.heights.push({ row: headerRow, pixels: TWO_LINES_PIXELS });
  const seen = new Map<string, number>();
  const firstText = table.columns.find((column) => column.format === "text")?.id ?? "";
  for (const row of table.rows) {
    const times = (seen.get(row.key) ?? 0) + 1;
    seen.set(row.key, times);
    const id = `t:${table.id}/${row.key}${times > 1 ? `#${times}` : ""}`;
    const label = String(row.cells[firstText] ?? row.key);
    draft.add({
      id,
      label,
      group: `t:${table.id}`,
      cells: rowCells(draft, id, row, placed, false),
    });
  }
  let totalRow: number | undefined;
  if (table.total) {
    const id = `t:${table.id}/=total`;
    totalRow = draft.add({
      id,
      label: "Total",
      cells: rowCells(draft, id, table.total, placed, true),
    });
    ruleUnder(draft, totalRow - 1);
  }
  const firstRow = headerRow + 1;
  const count = table.rows.length;
  draft.tables.set(table.id, { headerRow, firstRow, count, totalRow, columns });
  if (table.more) {
    for (const [index, line] of textLines(
      table.more,
      9,
      GRID_COLUMNS * COLUMN_PIXELS - 12,
    ).entries()) {
      textRow(draft, `t:${table.id}/=more/${index}`, line, { colour: SECONDARY, size: 9 });
    }
  }
}
