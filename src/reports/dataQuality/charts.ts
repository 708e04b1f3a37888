import { sayPercent } from "../parts/words.ts";
import type { ReportChart } from "../report.ts";
import type { Quality } from "./gather.ts";

/** Dimensions beside their targets, and how far each owner fills what is needed. */
export function qualityCharts({ dimensions, completion }: Quality): readonly ReportChart[] {
  const known = dimensions.filter(({ score }) => score !== undefined);
  if (known.length === 0) return [];
  const worst = [...known].sort((a, b) => (a.score ?? 0) - a.target - ((b.score ?? 0) - b.target));
  const [first] = worst;
  const main: ReportChart = {
    id: "scorecard_chart",
    kind: "column",
    title: `${first?.label} is ${(first?.score ?? 0) < (first?.target ?? 0) ? "furthest below" : "closest to"} its target: ${sayPercent(first?.score ?? 0)}`,
    subtitle: "Share of sound values and target, by dimension",
    table: "scorecard",
    category: "dimension",
    first: known.length,
    series: [
      { column: "score", label: "Score", colour: "#1a73e8" },
      { column: "target", label: "Target", colour: "#dadce0" },
    ],
    categoryTitle: "Dimension",
    valueTitle: "Share of sound values",
    format: "percent",
    place: "main",
  };
  const [owner] = completion.byOwner;
  if (owner === undefined || owner.filled === owner.needed) return [main];
  return [
    main,
    {
      id: "owners_chart",
      kind: "bar",
      title: `${owner.name} fills ${sayPercent(owner.filled / owner.needed)} of the fields needed, the least`,
      subtitle: "Fields filled of those needed, open deals by owner",
      table: "by_owner",
      category: "name",
      first: Math.min(12, completion.byOwner.length),
      series: [{ column: "share", label: "Completion", colour: "#1a73e8" }],
      categoryTitle: "Owner",
      valueTitle: "Fields filled",
      format: "percent",
      place: "side",
    },
  ];
}
