import { mean } from "simple-statistics";
import { type OutlierMethod, outlierRule } from "../../core/statistics/outlier.ts";

/** How many cycles are longer than what is usual among them; undefined for fewer than four. */
export function slowWins(days: readonly number[], method: OutlierMethod): number | undefined {
  const isOut = outlierRule(days, method);
  if (isOut === undefined) return undefined;
  const usual = mean([...days]);
  return days.filter((one) => one > usual && isOut(one)).length;
}

/** By which rule, in words. */
export const slowBy = (method: OutlierMethod): string =>
  method === "1.5 IQR"
    ? "beyond the upper quartile by more than 1.5 times the distance of the quartiles (1.5 IQR)"
    : "with a modified z-score beyond 3.5 on logarithms";
