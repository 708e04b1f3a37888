import { unitOf } from "../parts/unit.ts";
import { sayCount, sayMoney, sayPercent } from "../parts/words.ts";
import type { ReportChart, ReportTable } from "../report.ts";
import type { Review } from "./review.ts";

const BLUE = "#1a73e8";
const GREEN = "#188038";
/** More bars than this would be hairlines. */
const DRAWN_OWNERS = 10;

/** A larger part of a week's pipeline, told with what its deals became, makes the line no trend (our own share). */
const MUCH = 0.2;

const num = (value: unknown): number => (typeof value === "number" ? value : 0);

function trendChart(trend: ReportTable, { book }: Review): ReportChart {
  const [first] = trend.rows;
  const last = trend.rows[trend.rows.length - 1];
  const [before, now] = [num(first?.cells.open), num(last?.cells.open)];
  const share = before > 0 ? sayPercent(Math.abs(now / before - 1)) : undefined;
  const change =
    share === sayPercent(0)
      ? `Unchanged in ${trend.rows.length - 1} weeks, at ${sayMoney(now, book.currency)}`
      : share !== undefined
        ? `${now >= before ? "Up" : "Down"} ${share} in ${trend.rows.length - 1} weeks, to ${sayMoney(now, book.currency)}`
        : `Open pipeline ${sayMoney(now, book.currency)}`;
  const known = trend.rows.find(({ cells }) => num(cells.later) <= MUCH);
  const isTold = known !== undefined && known === first;
  const isDated = trend.columns.some(({ id }) => id === "period");
  const inPeriod = isDated ? " and what of it closes in the period" : "";
  const then = isTold
    ? `Open pipeline at the end of each week${inPeriod}, as it stood then`
    : `Open pipeline at the end of each week${inPeriod}; before ${String(known?.cells.week ?? last?.cells.week ?? "")} as its deals were later`;
  return {
    id: "trend_chart",
    kind: "line",
    title: isTold ? change : `Open pipeline ${sayMoney(now, book.currency)}; its past is hindsight`,
    subtitle: then,
    table: "trend",
    category: "week",
    series: [
      { column: "open", label: "Open", colour: BLUE },
      ...(isDated ? [{ column: "period", label: "In the period", colour: GREEN }] : []),
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
        : aged === 0
          ? "No open deal is older than 90 days"
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

function riskChart(risk: ReportTable, { book, deals }: Review): ReportChart {
  const high = risk.rows.filter(({ cells }) => num(cells.high) > 0);
  const [first] = high;
  const { highFrom, mediumFrom } = book.request.settings.risk;
  const scored = deals.filter(({ risk: score }) => score !== undefined).length;
  return {
    id: "risk_chart",
    kind: "bar",
    title:
      first === undefined
        ? `None of ${sayCount(scored, "scored deal")} is at high risk`
        : `${String(first.cells.owner)} has most at high risk: ${sayMoney(num(first.cells.high), book.currency)}`,
    subtitle: `Open value by owner and risk score: high from ${highFrom}, medium from ${mediumFrom}`,
    table: "risk",
    category: "owner",
    first: DRAWN_OWNERS,
    series: [
      { column: "high", label: "High", colour: "#c5221f" },
      { column: "medium", label: "Medium", colour: "#e8710a" },
      { column: "low", label: "Low", colour: "#12a4af" },
      { column: "unknown", label: "Not scored", colour: "#dadce0" },
    ],
    stacked: true,
    categoryTitle: "Owner",
    valueTitle: `Amount${unitOf(book)}`,
    format: "money",
    place: "side",
  };
}

/** The trend where a history tells one, the stages, the ages and the risk by owner. */
export function reviewCharts(
  review: Review,
  { trend, stages, risk }: Readonly<Record<"trend" | "stages" | "risk", ReportTable>>,
): readonly ReportChart[] {
  if (review.deals.length === 0 || review.open === undefined) return [];
  return [
    ...(trend.rows.length > 1 ? [trendChart(trend, review)] : []),
    stageChart(stages, review, trend.rows.length > 1 ? "side" : "main"),
    ageChart(review),
    ...(risk.rows.length > 0 ? [riskChart(risk, review)] : []),
  ];
}
