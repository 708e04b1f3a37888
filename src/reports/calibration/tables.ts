import { wilsonInterval } from "../../core/accuracy/wilson.ts";
import { groupBy } from "../../core/groupBy.ts";
import { WINDOWS } from "../../core/probability/winModel.ts";
import type { ReportTable, TableColumn, TableRow } from "../report.ts";
import type { Measured } from "./measured.ts";

/** How sure the range of a share is. */
const LEVEL = 0.8;

const SHARES: readonly TableColumn[] = [
  { id: "given", label: "Probability given", format: "percent", span: 2 },
  { id: "won", label: "Share won", format: "percent", span: 1 },
  { id: "low", label: "80% range from", format: "percent", span: 1 },
  { id: "high", label: "to", format: "percent", span: 1 },
  {
    id: "verdict",
    label: "Verdict",
    format: "text",
    span: 2,
    status: { "too high": "bad", "too low": "warning", fair: "good" },
  },
];

/** Whether a probability lies where the share won may well lie. */
function verdictOf(given: number, low: number, high: number): string {
  if (given > high) return "too high";
  return given < low ? "too low" : "fair";
}

const percent = (share: number) => `${Math.round(share * 100)}`;

/** The reliability diagram as a table: deals by the probability they were given. */
export function binsTable({ bins }: Measured): ReportTable {
  return {
    id: "bins",
    columns: [
      { id: "range", label: "Given, %", format: "text", span: 2 },
      { id: "deals", label: "Stage entries", format: "integer", span: 1 },
      ...SHARES,
    ],
    rows: bins.map(
      ({ from, to, calls, given, won, low, high }): TableRow => ({
        key: `${percent(from)}-${percent(to)}`,
        cells: {
          range: `${percent(from)} to ${percent(to)}`,
          deals: calls,
          given,
          won,
          low,
          high,
          verdict: verdictOf(given, low, high),
        },
      }),
    ),
    empty: "No deal that is over is known to have had a probability while it was open.",
  };
}

/** What each stage says and what came of the deals that entered it, in the order of the settings. */
export function stagesTable({ entries, book }: Measured): ReportTable {
  const { ordered, find } = book.standings.stages;
  const order = new Map(ordered.map(({ stage }, at) => [stage, at]));
  const nameOf = (stage: string) => find(undefined, stage)?.stage ?? stage;
  const groups = [...groupBy(entries, ({ stage }) => nameOf(stage))];
  const placeOf = (stage: string) => order.get(stage) ?? order.size;
  groups.sort(([a], [b]) => placeOf(a) - placeOf(b));
  return {
    id: "stages",
    columns: [
      { id: "stage", label: "Stage", format: "text", span: 3 },
      { id: "deals", label: "Entered, over", format: "integer", span: 1 },
      { id: "open", label: "Still open", format: "integer", span: 1 },
      ...SHARES,
    ],
    rows: groups.map(([stage, list]): TableRow => {
      const over = list.filter(({ won }) => won !== undefined);
      const wins = over.filter(({ won }) => won).length;
      const open = list.length - over.length;
      if (over.length === 0) return { key: stage, cells: { stage, deals: 0, open } };
      const given = over.reduce((sum, { chance }) => sum + chance, 0) / over.length;
      const [low, high] = wilsonInterval(wins, over.length, LEVEL);
      return {
        key: stage,
        cells: {
          stage,
          deals: over.length,
          open,
          given,
          won: wins / over.length,
          low,
          high,
          verdict: verdictOf(given, low, high),
        },
      };
    }),
    empty: "Nothing tells which stages deals went through.",
  };
}

/** The Brier score taken apart; the parts add up to it. */
export function scoreTable({ parts }: Measured): ReportTable {
  const row = (key: string, part: string, value: number, meaning: string): TableRow => ({
    key,
    cells: { part, value, meaning },
  });
  return {
    id: "score",
    columns: [
      { id: "part", label: "Part", format: "text", span: 3 },
      { id: "value", label: "Score", format: "score", span: 2 },
      { id: "meaning", label: "What it says", format: "text", span: 7 },
    ],
    rows: parts
      ? [
          row(
            "reliability",
            "Reliability",
            parts.reliability,
            "how far probabilities are from what is won; 0 is honest",
          ),
          row(
            "resolution",
            "Resolution",
            -parts.resolution,
            "how well they tell deals apart, taken off; more is better",
          ),
          row(
            "uncertainty",
            "Uncertainty",
            parts.uncertainty,
            "the score of giving every deal the overall share won",
          ),
          row("within", "Within ranges", parts.within, "what differs inside a range of ten points"),
        ]
      : [],
    ...(parts
      ? {
          total: {
            key: "total",
            cells: { part: "Brier score", value: parts.score },
            formulas: { value: "SUM({score.value})" },
          },
        }
      : {}),
    empty: "Without a decided deal there is no score.",
  };
}

const RUNGS = {
  assumed: "Stated stages",
  rates: "Stage rates",
  survival: "Stage and age",
  landmark: "Landmark model",
} as const;

/** How each way of finding a chance did on deals that it had not seen, as fitting measured it. */
export function modelTable({ model }: Measured): ReportTable {
  return {
    id: "model",
    columns: [
      { id: "window", label: "Won within", format: "text", span: 2 },
      { id: "rung", label: "Found by", format: "text", span: 2 },
      { id: "outcomes", label: "Outcomes", format: "integer", span: 1 },
      { id: "won", label: "Won", format: "integer", span: 1 },
      { id: "brier", label: "Brier score", format: "score", span: 1 },
      { id: "skill", label: "Skill", format: "percent", span: 1 },
      { id: "error", label: "Calibration error", format: "percent", span: 2 },
      { id: "in_use", label: "In use", format: "text", span: 2 },
    ],
    rows: (model?.scores ?? []).map(
      (score): TableRow => ({
        key: `${score.window} ${score.rung}`,
        cells: {
          window: WINDOWS[score.window],
          rung: RUNGS[score.rung],
          outcomes: score.outcomes,
          won: score.won,
          brier: score.brier,
          skill: score.skill,
          error: score.calibrationError,
          in_use: model?.rungs[score.window] === score.rung ? "yes" : "",
        },
      }),
    ),
    empty: "No win model is fitted; the menu fits one from the workbook's own deals.",
  };
}
