import { unitOf } from "../parts/unit.ts";
import type { ReportTable, TableRow } from "../report.ts";
import type { Tested } from "./tested.ts";

/** Each period at the headline's horizon: what two methods said and what came. */
export function periodsTable({ shown, book }: Tested): ReportTable {
  const unit = unitOf(book);
  const missed = (forecast: number | undefined, actual: number) =>
    forecast === undefined || actual === 0 ? undefined : (forecast - actual) / Math.abs(actual);
  return {
    id: "periods",
    columns: [
      { id: "period", label: "Period", format: "text", span: 1 },
      { id: "actual", label: `Came${unit}`, format: "money", span: 2 },
      { id: "weighted", label: `Weighted pipeline${unit}`, format: "money", span: 2 },
      { id: "weighted_miss", label: "Off by", format: "percent", span: 1 },
      { id: "ensemble", label: `Learned ensemble${unit}`, format: "money", span: 2 },
      { id: "ensemble_miss", label: "Off by", format: "percent", span: 1 },
      { id: "low", label: "80% range from", format: "money", span: 1 },
      { id: "high", label: "to", format: "money", span: 1 },
      {
        id: "held",
        label: "Held",
        format: "text",
        span: 1,
        status: { yes: "good", no: "bad" },
      },
    ],
    rows: shown.map(({ seen, forecasts, range }): TableRow => {
      const { actual, period } = seen;
      const [weighted, ensemble] = [forecasts.get("weighted"), forecasts.get("ensemble")];
      const isHeld = range && actual >= range.low && actual <= range.high;
      return {
        key: period.label,
        cells: {
          period: period.label,
          actual,
          weighted,
          weighted_miss: missed(weighted, actual),
          ensemble,
          ensemble_miss: missed(ensemble, actual),
          low: range?.low,
          high: range?.high,
          held: isHeld === undefined ? undefined : isHeld ? "yes" : "no",
        },
      };
    }),
    empty: "No period is over yet.",
  };
}
