import { unitOf } from "../parts/unit.ts";
import { sayCount, sayMoney, sayPercent } from "../parts/words.ts";
import type { ReportChart, ReportTable } from "../report.ts";

const BLUE = "#1a73e8";

/** Fewer bars than these compare nothing: the answer and the tables say it in words. */
const LEAST_FACTORS = 3;
const LEAST_LEVELS = 2;

const MOST_DEALS = 10;

/** Deals by the money at risk, where too few factors are known to be compared. */
function dealsChart(
  register: ReportTable,
  atRisk: number | undefined,
  currency: string,
): ReportChart[] {
  const drawn = register.rows
    .filter(({ cells }) => Number(cells.atRisk ?? 0) > 0)
    .slice(0, MOST_DEALS);
  if (drawn.length < LEAST_FACTORS || !atRisk) return [];
  const unit = unitOf({ currency });
  const part = drawn.reduce((sum, { cells }) => sum + Number(cells.atRisk), 0) / atRisk;
  return [
    {
      id: "deals_chart",
      kind: "bar",
      title: `${sayCount(drawn.length, "deal")} hold ${sayPercent(part)} of the money at risk`,
      subtitle: `Money at risk of the open deals with most of it${unit}`,
      table: register.id,
      category: "name",
      first: drawn.length,
      series: [{ column: "atRisk", label: "At risk", colour: BLUE }],
      categoryTitle: "Deal",
      valueTitle: `At risk${unit}`,
      format: "money",
      place: "main",
    },
  ];
}

/** Factors by the value they concern, or deals by the money at risk, beside the levels; nothing is drawn without amounts. */
export function riskCharts(
  { themes, levels, register }: Readonly<Record<"themes" | "levels" | "register", ReportTable>>,
  atRisk: number | undefined,
  currency: string,
): readonly ReportChart[] {
  const unit = unitOf({ currency });
  const valueTitle = `Value${unit}`;
  const present = themes.rows.filter(({ cells }) => Number(cells.value ?? 0) > 0);
  const [first] = present;
  const hasFactors = present.length >= LEAST_FACTORS;
  const filled = levels.rows.filter(({ cells }) => Number(cells.value ?? 0) > 0);
  const high = levels.rows.find(({ key }) => key === "▼ High")?.cells;
  const share = typeof high?.share === "number" ? sayPercent(high.share) : undefined;
  const charts = hasFactors ? [] : dealsChart(register, atRisk, currency);
  if (first !== undefined && hasFactors)
    charts.push({
      id: "themes_chart",
      kind: "bar",
      title: `${String(first.cells.factor)}: ${sayMoney(Number(first.cells.value), currency)} of open deals`,
      subtitle: `Value of open deals with each risk factor${unit}`,
      table: themes.id,
      category: "factor",
      first: present.length,
      series: [{ column: "value", label: "Value", colour: BLUE }],
      categoryTitle: "Factor",
      valueTitle,
      format: "money",
      place: "main",
    });
  if (filled.length >= LEAST_LEVELS)
    charts.push({
      id: "levels_chart",
      kind: "column",
      title:
        share === undefined
          ? "Value by risk"
          : `${Number(high?.value ?? 0) > 0 ? share : "None"} of the open value is at high risk`,
      subtitle: `Value of open deals by level of risk${unit}`,
      table: levels.id,
      category: "level",
      series: [{ column: "value", label: "Value", colour: BLUE }],
      categoryTitle: "Risk",
      valueTitle,
      format: "money",
      place: charts.length > 0 ? "side" : "main",
    });
  return charts;
}
