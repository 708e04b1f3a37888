import { HIT_WITHIN, isAt, methodAccuracy } from "../../core/backtest/methodAccuracy.ts";
import { sayPercent } from "../parts/words.ts";
import type { ReportTable, TableColumn, TableRow, Value } from "../report.ts";
import type { Tested } from "./tested.ts";

/** Every method at the headline's horizon, the smallest error first. */
export function methodsTable({ methods, grain }: Tested): ReportTable {
  return {
    id: "methods",
    columns: [
      { id: "method", label: "Method", format: "text", span: 3 },
      {
        id: "periods",
        label: `${grain === "month" ? "Months" : "Quarters"}`,
        format: "integer",
        span: 1,
      },
      { id: "error", label: "Error (WMAPE)", format: "percent", span: 1, bar: true },
      { id: "mean_error", label: "Mean error (MAPE)", format: "percent", span: 1 },
      { id: "naive", label: "Against repeating", format: "ratio", span: 1 },
      { id: "bias", label: "Bias in total", format: "percent", span: 1 },
      { id: "mean_bias", label: "Mean bias", format: "percent", span: 1 },
      { id: "hits", label: `Within ${sayPercent(HIT_WITHIN)}`, format: "percent", span: 1 },
      { id: "mase", label: "MASE", format: "number", span: 1 },
      { id: "tracking", label: "Tracking signal", format: "number", span: 1 },
    ],
    rows: methods.map(
      ({ id, label, headline }): TableRow => ({
        key: id,
        cells: {
          method: label,
          periods: headline.periods,
          error: headline.wmape,
          mean_error: headline.mape,
          naive: headline.againstNaive,
          bias: headline.bias,
          mean_bias: headline.meanBias,
          hits: headline.hits,
          mase: headline.mase,
          tracking: headline.tracking,
        },
      }),
    ),
    empty: "No method could forecast a period that is over.",
  };
}

const horizonColumns = (horizons: Tested["horizons"]): TableColumn[] =>
  horizons.map((daysLeft) => ({
    id: `d${daysLeft}`,
    label: `${daysLeft} days before the end`,
    format: "percent",
    span: 2,
  }));

/** The error of every method so many days before the end. */
export function horizonsTable({ methods, horizons }: Tested): ReportTable {
  return {
    id: "horizons",
    columns: [
      { id: "method", label: "Method", format: "text", span: 4 },
      ...horizonColumns(horizons),
    ],
    rows: methods.map(
      ({ id, label, at }): TableRow => ({
        key: id,
        cells: {
          method: label,
          ...Object.fromEntries(
            horizons.map((daysLeft): [string, Value] => [`d${daysLeft}`, at.get(daysLeft)?.wmape]),
          ),
        },
      }),
    ),
    empty: "No method could forecast a period that is over.",
  };
}

/** Methods that a line is drawn of, week by week. */
export const WEEKLY = ["weighted", "ensemble", "average"] as const;

export function weeksTable(tested: Tested): ReportTable {
  const { judged, methods } = tested;
  const weeks = [...new Set(judged.flatMap(({ point }) => point.week ?? []))].sort((a, b) => a - b);
  const drawn = methods.filter(({ id }) => WEEKLY.some((one) => one === id));
  return {
    id: "weeks",
    columns: [
      { id: "week", label: "End of week", format: "integer", span: 2 },
      { id: "periods", label: "Forecasts", format: "integer", span: 1 },
      ...WEEKLY.flatMap((id) => {
        const method = drawn.find((one) => one.id === id);
        return method ? [{ id, label: method.label, format: "percent" as const, span: 3 }] : [];
      }),
    ],
    rows: weeks.map(
      (week): TableRow => ({
        key: `week ${week}`,
        cells: {
          week,
          periods: judged.filter((one) => isAt(one, { week })).length,
          ...Object.fromEntries(
            drawn.map(({ id }): [string, Value] => [
              id,
              methodAccuracy(judged, id, { week }).wmape,
            ]),
          ),
        },
      }),
    ),
    empty: "No week of a period that is over could be looked at.",
  };
}

/** What the learned ensemble gave to each of its methods in the last period. */
export function weightsTable({ judged, horizons, methods }: Tested): ReportTable {
  const last = horizons.map((daysLeft) => ({
    id: `d${daysLeft}`,
    weights: judged.filter((one) => isAt(one, { daysLeft })).at(-1)?.weights,
  }));
  const members = [...new Set(last.flatMap(({ weights }) => [...(weights?.keys() ?? [])]))];
  return {
    id: "weights",
    columns: [
      { id: "method", label: "Method", format: "text", span: 4 },
      ...horizonColumns(horizons),
    ],
    rows: members.map(
      (member): TableRow => ({
        key: member,
        cells: {
          method: methods.find(({ id }) => id === member)?.label ?? member,
          ...Object.fromEntries(
            last.map(({ id, weights }): [string, Value] => [id, weights?.get(member)]),
          ),
        },
      }),
    ),
    empty: "No period is over whose end the ensemble could be tried on.",
  };
}
