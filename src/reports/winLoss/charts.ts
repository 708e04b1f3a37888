import { unitOf } from "../parts/unit.ts";
import { sayCount } from "../parts/words.ts";
import type { ReportChart, ReportTable } from "../report.ts";
import { ENOUGH_FOR_BARS } from "./decided.ts";
import type { Numbers } from "./numbers.ts";

const BLUE = "#1a73e8";

export function winLossCharts(
  numbers: Numbers,
  kinds: ReportTable,
  groups: ReportTable | undefined,
): readonly ReportChart[] {
  return [...kindsChart(numbers, kinds), ...groupsChart(numbers, groups)].map((chart, at) => ({
    ...chart,
    place: at === 0 ? "main" : "side",
  }));
}

type Unplaced = Omit<ReportChart, "place">;

function kindsChart({ noDecision }: Numbers, kinds: ReportTable): readonly Unplaced[] {
  const [first] = kinds.rows;
  if (!first || noDecision === undefined) return [];
  return [
    {
      id: "kinds_chart",
      kind: "bar",
      title: `${String(first.cells.kind)}: ${sayCount(Number(first.cells.deals), "lost deal")}`,
      subtitle: "Lost deals by kind of loss",
      table: kinds.id,
      category: "kind",
      first: kinds.rows.length,
      series: [{ column: "deals", label: "Lost deals", colour: BLUE }],
      categoryTitle: "Kind of loss",
      valueTitle: "Deals",
      format: "integer",
    },
  ];
}

/** Win rates as bars from a hundred deals on; below that they say less than they seem to, and amounts are drawn. */
function groupsChart(
  { deals, valued, book }: Numbers,
  groups: ReportTable | undefined,
): readonly Unplaced[] {
  if (!groups || groups.rows.length < 2) return [];
  const label = groups.columns[0]?.label ?? "";
  const common = {
    id: "groups_chart",
    kind: "bar" as const,
    table: groups.id,
    category: "group",
    first: groups.rows.length,
    categoryTitle: label,
  };
  if (deals.length >= ENOUGH_FOR_BARS) {
    const best = groups.rows.find(({ cells }) => cells.verdict === "wins more");
    return [
      {
        ...common,
        title: best
          ? `${best.key} wins more than the others`
          : `Win rates differ little by ${label.toLowerCase()}`,
        subtitle: `Share of decided deals won, by ${label.toLowerCase()}`,
        series: [{ column: "rate", label: "Win rate", colour: BLUE }],
        valueTitle: "Win rate",
        format: "percent",
      },
    ];
  }
  if (!valued) return [];
  const unit = unitOf(book);
  return [
    {
      ...common,
      title: `Lost by ${label.toLowerCase()}`,
      subtitle: `Amounts of lost deals${unit}`,
      series: [{ column: "amount", label: "Lost", colour: BLUE }],
      valueTitle: `Lost${unit}`,
      format: "money",
    },
  ];
}
