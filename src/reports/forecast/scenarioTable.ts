import { share } from "../parts/tally.ts";
import { sayPercent } from "../parts/words.ts";
import type { ReportTable } from "../report.ts";
import { gapTo } from "./numbers.ts";
import type { Revenue } from "./revenue.ts";

const SCENARIOS = [
  ["conservative", "Conservative (P10)", "p10", "Nine outcomes in ten bring this or more"],
  ["base", "Base (P50)", "p50", "Half of all outcomes bring this or more"],
  ["optimistic", "Optimistic (P90)", "p90", "Nine outcomes in ten bring this or less"],
] as const;

/** Conservative, base and optimistic: three points of the one distribution. */
export function scenarioTable(
  { forecast }: Revenue,
  quota: number | undefined,
  unit: string,
): ReportTable {
  const withQuota = [
    { id: "of_quota", label: "Of quota", format: "percent" as const, span: 1 },
    { id: "gap", label: `Gap to quota${unit}`, format: "money" as const, span: 2 },
  ];
  return {
    id: "scenarios",
    columns: [
      { id: "name", label: "Scenario", format: "text", span: 3 },
      { id: "amount", label: `Total${unit}`, format: "money", span: 2 },
      ...(quota === undefined ? [] : withQuota),
      { id: "meaning", label: "Meaning", format: "text", span: 4 },
    ],
    rows:
      forecast === undefined
        ? []
        : SCENARIOS.map(([key, name, figure, meaning]) => ({
            key,
            cells: {
              name,
              amount: forecast[figure],
              of_quota: share(forecast[figure], quota),
              gap: gapTo(quota, forecast[figure]),
              meaning,
            },
            formulas: {
              amount: `{=${figure}}`,
              ...(quota === undefined || quota <= 0
                ? {}
                : { of_quota: "{@amount}/{=quota}", gap: "MAX(0,{=quota}-{@amount})" }),
            },
          })),
    empty: "There is no range, because too little is known.",
  };
}

export function scenarioReading({ forecast }: Revenue): string {
  if (forecast === undefined) return "There is no range, because too little is known.";
  const { p10, p50, p90 } = forecast;
  if (!(p50 > 0)) return "Three points of one distribution.";
  return `The range reaches from ${sayPercent(1 - p10 / p50)} below to ${sayPercent(p90 / p50 - 1)} above the base.`;
}
