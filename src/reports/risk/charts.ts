import type { ReportChart, ReportTable } from "../report.ts";
import { unitOf } from "../unit.ts";
import { sayMoney, sayPercent } from "../words.ts";

const BLUE = "#1a73e8";

/** Factors by the value they concern beside the levels; nothing is drawn without amounts. */
export function riskCharts(
  themes: ReportTable,
  levels: ReportTable,
  currency: string,
): readonly ReportChart[] {
  const unit = unitOf({ currency });
  const valueTitle = `Value${unit}`;
  const present = themes.rows.filter(({ cells }) => Number(cells.value ?? 0) > 0);
  const [first] = present;
  const high = levels.rows.find(({ key }) => key === "▼ High")?.cells;
  if (first === undefined) return [];
  const share = typeof high?.share === "number" ? sayPercent(high.share) : undefined;
  const charts: readonly ReportChart[] = [
    {
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
    },
    {
      id: "levels_chart",
      kind: "column",
      title: share === undefined ? "Value by risk" : `${share} of the open value is at high risk`,
      subtitle: `Value of open deals by level of risk${unit}`,
      table: levels.id,
      category: "level",
      series: [{ column: "value", label: "Value", colour: BLUE }],
      categoryTitle: "Risk",
      valueTitle,
      format: "money",
      place: present.length > 1 ? "side" : "main",
    },
  ];
  // One bar alone compares nothing.
  return present.length > 1 ? charts : charts.slice(1);
}
