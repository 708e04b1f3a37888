import {
  correlationFromHistory,
  USUAL_CORRELATION,
} from "../../core/forecast/distribution/correlationFromHistory.ts";
import { type Cell, isBlank } from "../../tables/reading/cell.ts";
import { shown } from "../../tables/reading/columnReading.ts";
import type { CustomFunction } from "../customFunction.ts";
import type { Numbers } from "./openDeals.ts";

/** How much deals of the past moved together. */
export const correlationFunction: CustomFunction = {
  name: "FORECAST_CORRELATION",
  family: "Forecast",
  shape: "aggregate",
  spills: "row",
  about:
    "How much all deals depend on one common factor, measured on past periods: the correlation that the forecast functions take.",
  params: [
    {
      name: "periods",
      kind: "value",
      takes: "paired",
      about: "The column of the past period each deal stood open in: any name, such as 2026-Q1",
    },
    {
      name: "probabilities",
      kind: "fraction",
      unit: "fraction 0-1",
      takes: "paired",
      about: "The column of the chances the deals had at the start of their period",
    },
    {
      name: "won",
      kind: "boolean",
      takes: "paired",
      about: "The column that says whether each deal was then won in its period",
    },
  ],
  returns: `Three cells in a row: the correlation to use (a fraction), what the periods say by themselves (blank below six periods), the number of periods. The first is the second drawn towards ${USUAL_CORRELATION * 100}% with the weight of twelve periods. Deals without a period, a chance or an outcome are left out.`,
  errors: [
    "A chance that is no share between 0 and 1.",
    "An outcome that is neither TRUE nor FALSE.",
    "Columns of different heights.",
  ],
  example: {
    formula: '=INDEX(FORECAST_CORRELATION({"Q1"; "Q1"}, {0.5; 0.5}, {TRUE; FALSE}), 1, 1)',
    result: USUAL_CORRELATION,
  },
  source:
    "Moments of the one-factor model (Vasicek 1987); drawing few periods towards 5% is our own assumption",
  compute: (periods: readonly Cell[], chances: Numbers, won: readonly (boolean | undefined)[]) => {
    const past = new Map<string, { probabilities: number[]; won: number }>();
    periods.forEach((period, row) => {
      const [probability, outcome] = [chances[row], won[row]];
      if (isBlank(period) || probability === undefined || outcome === undefined) return;
      const name = shown(period);
      const known = past.get(name) ?? { probabilities: [], won: 0 };
      known.probabilities.push(probability);
      known.won += Number(outcome);
      past.set(name, known);
    });
    const { correlation, estimate, periods: count } = correlationFromHistory([...past.values()]);
    return [[correlation, estimate, count]];
  },
};
