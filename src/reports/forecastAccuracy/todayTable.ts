import { ENSEMBLES } from "../../core/backtest/backtest.ts";
import { methodAccuracy } from "../../core/backtest/methodAccuracy.ts";
import { METHODS } from "../../core/backtest/methods.ts";
import { unitOf } from "../parts/unit.ts";
import { sayCount, sayMoney } from "../parts/words.ts";
import type { Figure, ReportTable, TableRow } from "../report.ts";
import { type Tested, todayOf } from "./tested.ts";

/** What every method says about the present period today, and how far it was off at this point of earlier ones. */
export function todayTable(tested: Tested): ReportTable {
  const { book, today, grain } = tested;
  const unit = unitOf(book);
  const now = todayOf(tested);
  const before = today.slice(0, -1);
  const rows = [...METHODS, ...ENSEMBLES].flatMap(({ id, label }): TableRow[] => {
    const forecast = now?.forecasts.get(id);
    if (!now || forecast === undefined) return [];
    const { wmape, bias, periods } = methodAccuracy(before, id, now.point);
    const cells = {
      method: label,
      forecast,
      error: wmape,
      bias,
      periods,
      weight: now.weights.get(id),
    };
    return [{ key: id, cells }];
  });
  rows.sort((a, b) => Number(a.cells.error ?? 9) - Number(b.cells.error ?? 9));
  return {
    id: "today",
    columns: [
      { id: "method", label: "Method", format: "text", span: 4 },
      { id: "forecast", label: `Forecast${unit}`, format: "money", span: 2 },
      { id: "error", label: "Past error (WMAPE)", format: "percent", span: 2 },
      { id: "bias", label: "Past bias", format: "percent", span: 1 },
      {
        id: "periods",
        label: grain === "month" ? "Months" : "Quarters",
        format: "integer",
        span: 1,
      },
      { id: "weight", label: "Weight in ensemble", format: "percent", span: 2 },
    ],
    rows,
    empty: nothingToday(tested),
  };
}

export function todayReading(tested: Tested): string {
  const now = todayOf(tested);
  const ensemble = now?.forecasts.get("ensemble");
  if (!now || ensemble === undefined) return nothingToday(tested);
  const { currency } = tested.book;
  const range = now.range
    ? `, 80 % range ${sayMoney(now.range.low, currency)} to ${sayMoney(now.range.high, currency)}`
    : "";
  return `${sayCount(now.seen.daysLeft, "day")} before the end of ${now.seen.period.label} the learned ensemble says ${sayMoney(ensemble, currency)}${range}.${trustedWords(tested)}`;
}

const nothingToday = ({ book }: Tested): string =>
  book.knowsClosed
    ? "No method has what it needs."
    : "The data holds no closed deal with a close date, so nobody knows what is won to date.";

function trustedWords(tested: Tested): string {
  const { id, label } = tested.trusted?.method ?? { id: "naive", label: "" };
  const forecast = todayOf(tested)?.forecasts.get(id);
  if (forecast === undefined || id === "ensemble" || id === "naive") return "";
  return ` ${label}, the method to trust here, says ${sayMoney(forecast, tested.book.currency)}.`;
}

export function todayFigures(tested: Tested): readonly Figure[] {
  const now = todayOf(tested);
  const source = "Table This period by every method";
  const words = "for the period that holds the as-of day, won to date included";
  return [
    {
      id: "trusted_now",
      label: "Method to trust today",
      value: now?.forecasts.get(tested.trusted?.method.id ?? ""),
      format: "money",
      words: `What the method to trust forecasts ${words}.`,
      source,
    },
    {
      id: "ensemble_now",
      label: "Learned ensemble today",
      value: now?.forecasts.get("ensemble"),
      format: "money",
      words: `What the learned ensemble forecasts ${words}.`,
      source,
    },
    {
      id: "ensemble_low",
      label: "Low end of its 80 % range",
      value: now?.range?.low,
      format: "money",
      words: `The low end of the learned ensemble's 80 % range ${words}.`,
      source,
    },
    {
      id: "ensemble_high",
      label: "High end of its 80 % range",
      value: now?.range?.high,
      format: "money",
      words: `The high end of the learned ensemble's 80 % range ${words}.`,
      source,
    },
  ];
}
