import type { ReportChart, ReportTable } from "../report.ts";
import { unitOf } from "../unit.ts";
import { sayMoney, sayPercent } from "../words.ts";
import type { Review } from "./review.ts";

const BLUE = "#1a73e8";
const GREEN = "#188038";

const num = (value: unknown): number => (typeof value === "number" ? value : 0);

function trendChart(trend: ReportTable, { book }: Review): ReportChart {
  const [first] = trend.rows;
  const last = trend.rows[trend.rows.length - 1];
  const [before, now] = [num(first?.cells.open), num(last?.cells.open)];
  const change =
    before > 0
      ? `${now >= before ? "Up" : "Down"} ${sayPercent(Math.abs(now / before - 1))} in ${trend.rows.length - 1} weeks, to ${sayMoney(now, book.currency)}`
      : `Open pipeline ${sayMoney(now, book.currency)}`;
  return {
    id: "trend_chart",
    kind: "line",
    title: change,
    subtitle:
      "Open pipeline at the end of each week and what of it closes in the period, as it stood then",
    table: "trend",
    category: "week",
    series: [
      { column: "open", label: "Open", colour: BLUE },
      { column: "period", label: "Closing in the period", colour: GREEN },
    ],
    categoryTitle: "Week to",
    valueTitle: `Amount${unitOf(book)}`,
    format: "money",
    place: "main",
  };
}

function stageChart(stages: ReportTable, { book }: Review, place: "main" | "side"): ReportChart {
  const most = [...stages.rows].sort((a, b) => num(b.cells.amount) - num(a.cells.amount))[0];
  const part = most?.cells.share;
  return {
    id: "stage_chart",
    kind: "bar",
    title: `${String(most?.cells.stage ?? "")} holds ${typeof part === "number" ? sayPercent(part) : "most"} of the open value`,
    subtitle: "Open deals by stage",
    table: "stages",
    category: "stage",
    series: [{ column: "amount", label: "Open", colour: BLUE }],
    categoryTitle: "Stage",
    valueTitle: `Amount${unitOf(book)}`,
    format: "money",
    place,
  };
}

function ageChart({ book, health }: Review): ReportChart {
  const aged = health.parts.find(({ name }) => name === "aged")?.value;
  return {
    id: "age_chart",
    kind: "column",
    title:
      aged === undefined
        ? "Open deals by age"
        : `${sayPercent(aged)} of the open deals are older than 90 days`,
    subtitle: "Open value by days since the deal was created, and what of it is at risk",
    table: "ages",
    category: "bucket",
    series: [
      { column: "amount", label: "Open", colour: BLUE },
      { column: "at_risk", label: "At risk", colour: "#e8710a" },
    ],
    categoryTitle: "Age in days",
    valueTitle: `Amount${unitOf(book)}`,
    format: "money",
    place: "side",
  };
}

/** The trend and the stages; without a history the stages and the ages. */
export function reviewCharts(
  review: Review,
  { trend, stages }: Readonly<Record<"trend" | "stages", ReportTable>>,
): readonly ReportChart[] {
  if (review.deals.length === 0 || review.open === undefined) return [];
  return trend.rows.length > 1
    ? [trendChart(trend, review), stageChart(stages, review, "side")]
    : [stageChart(stages, review, "main"), ageChart(review)];
}
