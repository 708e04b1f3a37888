import type { CellValue, ChartData } from "../../workbook.ts";
import { type ExportedBook, type ExportedSheet, shownValue } from "../exportedBook.ts";
import { absoluteReference } from "../reference.ts";
import type { PartsSheet } from "./partsSheet.ts";
import { waterfallSteps } from "./waterfall.ts";

/** What Sheets calls the bar that it draws behind the steps of a waterfall. */
const SUM = "Subtotal";

/** One column of a chart's data. */
export type ChartColumn = {
  /** Where the values stand, for a reader that draws from the cells. */
  readonly reference: string;
  readonly heading: { readonly reference: string | undefined; readonly text: string };
  readonly values: readonly CellValue[];
  readonly pattern: string | undefined;
};

export type ChartPlan = {
  /** Columns computed for the drawing alone: the stacked pieces of a waterfall. */
  readonly parts?: readonly ChartColumn[];
  /** Where the titles of the axes stand, as XML. */
  readonly titlePlaces?: { readonly below: string; readonly left: string };
  readonly chart: ChartData;
  readonly categories: ChartColumn | undefined;
  readonly series: readonly ChartColumn[];
};

/** Reads a chart's ranges: the first column names the categories, each further one is a series. */
export function planChart(
  chart: ChartData,
  book: ExportedBook,
  partsSheet: PartsSheet,
): ChartPlan | undefined {
  const columns = chart.ranges.flatMap(({ sheetId, area }) => {
    const sheet = book.sheets.find(({ data }) => data.id === sheetId);
    if (sheet === undefined) return [];
    return Array.from({ length: area.columns }, (_, offset) => ({
      sheet,
      column: area.column + offset,
      row: area.row,
      rows: area.rows,
    }));
  });
  const headers = chart.headers > 0 ? chart.headers : guessedHeaders(columns);
  const read = columns.map(({ sheet, column, row, rows }, index): ChartColumn => {
    const values = Array.from({ length: Math.max(rows - headers, 0) }, (_, offset) =>
      shownValue(sheet, row - 1 + headers + offset, column - 1),
    );
    const area = { row: row + headers, column, rows: Math.max(rows - headers, 1), columns: 1 };
    return {
      reference: absoluteReference(sheet.name, area),
      heading: headingOf(chart, index - 1, sheet, row, column, headers),
      values,
      pattern: patternOf(book, sheet, row - 1 + headers, column - 1),
    };
  });
  if (read.length === 0) return;
  const [first, ...rest] = read;
  const plan: ChartPlan =
    rest.length === 0
      ? { chart, categories: undefined, series: read }
      : { chart, categories: first, series: rest };
  if (chart.type !== "WATERFALL") return plan;
  return {
    ...plan,
    parts: waterfallParts(plan, partsSheet),
    categories: withSum(plan.categories, sumLabel(plan, columns), partsSheet),
  };
}

/** The sum's name: that of the row below the range where it holds the sum, else what Sheets calls it. */
function sumLabel({ series }: ChartPlan, columns: readonly Area[]): string {
  const [names, numbers] = columns;
  if (names === undefined || numbers === undefined) return SUM;
  const valueBelow = ({ sheet, row, rows, column }: Area) =>
    shownValue(sheet, row - 1 + rows, column - 1);
  const sum = (series[0]?.values ?? []).reduce<number>(
    (all, value) => (typeof value === "number" ? all + value : all),
    0,
  );
  const [label, value] = [valueBelow(names), valueBelow(numbers)];
  const isSum = typeof value === "number" && Math.abs(value - sum) < 0.005;
  return isSum && typeof label === "string" && label !== "" ? label : SUM;
}

/** The names of the steps and of the sum behind them, which stands in no row of the range. */
function withSum(
  names: ChartColumn | undefined,
  label: string,
  partsSheet: PartsSheet,
): ChartColumn | undefined {
  return names && partsSheet.add("Step", [...names.values, label], undefined);
}

/** Base, change above zero and change below it. */
function waterfallParts({ series }: ChartPlan, partsSheet: PartsSheet): ChartColumn[] {
  const [changes] = series;
  if (changes === undefined) return [];
  const steps = waterfallSteps(changes.values);
  const { pattern } = changes;
  return [
    partsSheet.add(
      "Base",
      steps.map(({ base }) => base),
      pattern,
    ),
    partsSheet.add(
      "Change",
      steps.map(({ above }) => above),
      pattern,
    ),
    partsSheet.add(
      "Change below zero",
      steps.map(({ below }) => below),
      pattern,
    ),
  ];
}

type Area = Column & { rows: number };
type Column = { sheet: ExportedSheet; column: number; row: number };

/** One header row where the columns of numbers begin with a text. */
function guessedHeaders(columns: readonly Column[]): number {
  const [, ...series] = columns;
  const heads = series.map(({ sheet, row, column }) => shownValue(sheet, row - 1, column - 1));
  return heads.length > 0 && heads.every((head) => typeof head === "string") ? 1 : 0;
}

function headingOf(
  chart: ChartData,
  series: number,
  sheet: ExportedSheet,
  row: number,
  column: number,
  headers: number,
): ChartColumn["heading"] {
  const label = chart.options[`series.${series}.labelInLegend`];
  if (typeof label === "string") return { reference: undefined, text: label };
  if (headers === 0) return { reference: undefined, text: `Series ${series + 1}` };
  const at = { row: row + headers - 1, column, rows: 1, columns: 1 };
  const text = String(shownValue(sheet, at.row - 1, column - 1) ?? "");
  return { reference: absoluteReference(sheet.name, at), text };
}

function patternOf(
  book: ExportedBook,
  sheet: ExportedSheet,
  row: number,
  column: number,
): string | undefined {
  const index = sheet.data.styles[row]?.[column] ?? undefined;
  const pattern = index === undefined ? undefined : book.workbook.styles[index]?.numberFormat;
  return pattern === "" ? undefined : pattern;
}
