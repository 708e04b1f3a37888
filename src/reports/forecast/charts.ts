import type { Book } from "../book.ts";
import { unitOf } from "../parts/unit.ts";
import { sayMoney, sayPercent } from "../parts/words.ts";
import type { ReportChart, ReportTable } from "../report.ts";
import { curveChart } from "./curve.ts";
import type { ForecastNumbers } from "./numbers.ts";
import type { Revenue } from "./revenue.ts";

const BLUE = "#1a73e8";
const GREY = "#5f6368";

const num = (value: unknown): number => (typeof value === "number" ? value : 0);

/** The row with the largest value of a column. */
function largestRow(table: ReportTable, column: string) {
  let best = table.rows[0];
  for (const row of table.rows) {
    if (num(row.cells[column]) > num(best?.cells[column])) best = row;
  }
  return best;
}

/** Bars of two series that fit with their names. */
const MOST_OWNERS = 10;

function ownersChart(owners: ReportTable, book: Book, place: "main" | "side"): ReportChart {
  const withQuota = owners.rows.filter((row) => num(row.cells.quota) > 0);
  const covered = withQuota.filter((row) => num(row.cells.gap) === 0);
  const worst = largestRow(owners, "gap");
  const gap = num(worst?.cells.gap);
  const drawn = owners.rows.slice(0, MOST_OWNERS);
  const isAll = drawn.length === owners.rows.length;
  // The title speaks of what is drawn.
  const most =
    gap > 0 && worst !== undefined && drawn.includes(worst)
      ? `; largest gap: ${worst?.cells.name}, ${sayMoney(gap, book.currency)}`
      : "";
  const verb = covered.length === 1 ? "covers" : "cover";
  return {
    id: "owners_chart",
    kind: "bar",
    title: `${covered.length} of ${withQuota.length} owners ${verb} the quota${most}`,
    subtitle: `Won plus weighted open pipeline against quota, ${isAll ? "by owner" : `the ${drawn.length} owners with the most expected`}${unitOf(book)}`,
    table: "owners",
    category: "name",
    first: drawn.length,
    series: [
      { column: "expected", label: "Expected", colour: BLUE },
      { column: "quota", label: "Quota", colour: GREY },
    ],
    categoryTitle: "Owner",
    valueTitle: unitTitle(book),
    format: "money",
    place,
  };
}

const unitTitle = (book: Book) => `Amount${unitOf(book)}`;

function partChart(
  table: ReportTable,
  book: Book,
  { place, what }: { place: "main" | "side"; what: "stage" | "category" },
): ReportChart {
  const best = largestRow(table, "amount");
  const part = best?.cells.share;
  return {
    id: `${table.id}_chart`,
    kind: "bar",
    title: `${String(best?.cells[what] ?? "")} holds ${typeof part === "number" ? `${sayPercent(part)}` : "most"} of the open pipeline`,
    subtitle: `Open amount by ${what === "stage" ? "stage" : "forecast category"}${unitOf(book)}`,
    table: table.id,
    category: what,
    series: [{ column: "amount", label: "Open", colour: BLUE }],
    categoryTitle: what === "stage" ? "Stage" : "Forecast category",
    valueTitle: unitTitle(book),
    format: "money",
    place,
  };
}

/** The distribution beside owners against quota, or beside stages without one. Nothing is drawn from nothing. */
export function forecastCharts(
  book: Book,
  numbers: ForecastNumbers,
  revenue: Revenue,
  tables: { owners: ReportTable; stages: ReportTable; categories: ReportTable; curve: ReportTable },
): readonly ReportChart[] {
  const { owners, stages, categories, curve } = tables;
  const distribution = curveChart(revenue, curve, numbers.quota, book);
  const place = distribution.length > 0 ? "side" : "main";
  const hasOpen = num(numbers.openPipeline) > 0;
  const parts = () => [
    ...(stages.rows.length > 1 || place === "main"
      ? [partChart(stages, book, { place, what: "stage" })]
      : []),
    ...(place === "main" && categories.rows.length > 1
      ? [partChart(categories, book, { place: "side", what: "category" })]
      : []),
  ];
  if (numbers.quota !== undefined && owners.rows.length > 0)
    return [...distribution, ownersChart(owners, book, place)];
  return hasOpen ? [...distribution, ...parts()] : distribution;
}
