import { mean, sum } from "simple-statistics";
import { salesVelocity } from "../core/pipeline/salesVelocity.ts";
import type { Stage } from "../core/pipeline/stage.ts";
import { winRate } from "../core/pipeline/winRate.ts";
import type { Cell } from "../tables/reading/cell.ts";
import type { CustomFunction } from "./customFunction.ts";
import { choice } from "./params/choice.ts";
import { outcomesOf } from "./params/outcome.ts";
import { stagesParam } from "./params/stagesParam.ts";

const family = "Pipeline";

export const winningFunctions: readonly CustomFunction[] = [
  {
    name: "WIN_RATE",
    family,
    shape: "aggregate",
    about: "Share of deals won, by count: won / (won + lost), or won / all deals.",
    params: [
      {
        name: "outcomes",
        kind: "value",
        takes: "paired",
        about:
          "The column of stages, or of won flags (TRUE is won, FALSE is lost). A stage that the settings do not know is won or lost when its name says so, else open",
      },
      {
        name: "mode",
        kind: "text",
        optional: true,
        default: "closed",
        takes: "single",
        about: '"closed" divides by won and lost deals, "all" by every filled row',
      },
      stagesParam,
    ],
    returns: "A fraction. Blank when no deal is closed (or none is there).",
    errors: [
      "A mode other than closed or all.",
      "Ticks such as x, beside which blanks cannot be told from open deals.",
    ],
    example: {
      formula: '=WIN_RATE({"Closed Won"; "Closed Lost"; "Proposal"; "Closed Lost"; "Closed Lost"})',
      result: 0.25,
    },
    source: "Pipeline analysis practice (closed deals); funnel metrics (all deals)",
    compute: (outcomes: Cell[], mode: string | undefined, stages: readonly Stage[]) => {
      const statuses = outcomesOf(outcomes, stages);
      return winRate(
        statuses.filter((status) => status !== undefined),
        choice("mode", mode, ["closed", "all"]),
      );
    },
  },
  {
    name: "SALES_VELOCITY",
    family,
    shape: "aggregate",
    about:
      "Revenue per day that the pipeline yields: opportunities x average deal x win rate / average cycle.",
    params: [
      {
        name: "opportunities",
        kind: "number",
        unit: "deals",
        range: [0],
        about: "Number of deals; a column is added up",
      },
      {
        name: "deal_values",
        kind: "number",
        unit: "currency",
        about: "Average deal, or the column of deal values, which is averaged",
      },
      {
        name: "win_rate",
        kind: "fraction",
        unit: "fraction 0-1",
        takes: "single",
        about: "Share of deals won, such as 25%",
      },
      {
        name: "cycle_days",
        kind: "number",
        unit: "days",
        about: "Average days from created to closed, or the column of days, which is averaged",
      },
    ],
    returns: "An amount per day. Blank when the cycle is not above 0 days.",
    errors: ["A cell that is no number.", "A win rate that is no share between 0 and 1."],
    example: { formula: "=SALES_VELOCITY(20, 50000, 0.25, 50)", result: 5000 },
    source: "Sales velocity of pipeline analysis: deals x average value x win rate / cycle",
    compute: (opportunities: number[], values: number[], rate: number, days: number[]) =>
      salesVelocity(sum(opportunities), mean(values), rate, mean(days)),
  },
];
