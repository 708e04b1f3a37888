import type { RiskModelRow } from "../core/risk/riskModelRows.ts";
import { columnsOf } from "./columnsOf.ts";
import type { Table } from "./table.ts";

const { text, number, date } = columnsOf<RiskModelRow>();

/** Written by fitting, read by DEAL_RISK. The newest version counts. */
export const riskModel: Table<RiskModelRow> = {
  name: "riskModel",
  sheet: "Risk Model",
  about:
    "The fitted deal risk: what each factor, and how a deal stands, adds to the log-odds of losing it within 90 days, beside what the points of the Risk settings say.",
  key: ["version", "factor"],
  columns: [
    number("version", "Version", "key", "Counts the fits; the newest one is applied."),
    text(
      "factor",
      "Factor",
      "key",
      "The average deal, a risk factor, how a deal stands (such as Stage: proposal), or how long deals usually stay.",
    ),
    number(
      "value",
      "Value",
      "required",
      "Log-odds of a loss that it adds where it is present; days or a multiple for usual stays.",
    ),
    number("low", "Low", "optional", "Lower end of its 80% interval."),
    number("high", "High", "optional", "Upper end of its 80% interval."),
    number("average", "Average", "optional", "The share of deals that have it."),
    number("prior", "Prior", "optional", "What the points of the Risk settings say, 50 a unit."),
    number("deals", "Deals", "optional", "Deals of which it was known."),
    number("lost", "Lost", "optional", "How many of all decided deals were lost."),
    date("trainedAsOf", "Trained As Of", "required", "The day up to which data was used."),
  ],
  mode: "append",
};
