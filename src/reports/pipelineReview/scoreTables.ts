import {
  HEALTH_BANDS,
  type HealthInputs,
  type HealthPart,
} from "../../core/pipeline/pipelineHealth.ts";
import { sayNumber, sayPercent } from "../parts/words.ts";
import type { ReportTable } from "../report.ts";
import type { ReviewFinding } from "./findings.ts";
import type { Review } from "./review.ts";

type Words = {
  readonly name: string;
  readonly say: (value: number) => string;
  readonly means: string;
};

const WORDS: Readonly<Record<keyof HealthInputs, Words>> = {
  coverage: {
    name: "Coverage",
    say: (value) => `${sayNumber(value, 1)} x`,
    means: "Open in the period / quota left; best 4 to 5",
  },
  mixDeviation: {
    name: "Stage mix",
    say: (value) => `${sayNumber(value, 1)} points`,
    means: "Largest deviation from healthy bands; best up to 5",
  },
  velocity: {
    name: "Velocity",
    say: (value) => `${sayNumber(value, 2)} x`,
    means: "Days in stages / their benchmarks; best up to 1.2",
  },
  freshness: {
    name: "Freshness",
    say: sayPercent,
    means: "Created in 30 days / quota left; best from 30 %",
  },
  winRateDelta: {
    name: "Win rate",
    say: (value) => `${value > 0 ? "+" : ""}${sayNumber(value, 1)} points`,
    means: "12 months against the target rate; best above it",
  },
  aged: {
    name: "Deals over 90 days",
    say: sayPercent,
    means: "Share of open deals; best below 10 %",
  },
};

const stateOf = ({ points, most }: HealthPart): string => {
  if (points === undefined) return "not known";
  if (points === most) return "▲ good";
  return points * 2 >= most ? "● watch" : "▼ weak";
};

/** The six parts of the health score; what they add is the score. */
export function scorecard({ health }: Review): ReportTable {
  return {
    id: "scorecard",
    columns: [
      { id: "part", label: "Part", format: "text", span: 2 },
      { id: "value", label: "Value", format: "text", span: 1 },
      { id: "means", label: "Measured by", format: "text", span: 5 },
      { id: "points", label: "Points", format: "points", span: 1 },
      { id: "most", label: "Of", format: "points", span: 1 },
      { id: "adds", label: "Adds to score", format: "number", span: 1 },
      {
        id: "state",
        label: "State",
        format: "text",
        span: 1,
        status: { "▲ good": "good", "● watch": "warning", "▼ weak": "bad" },
      },
    ],
    rows: health.parts.map((part) => ({
      key: part.name,
      cells: {
        part: WORDS[part.name].name,
        value: part.value === undefined ? "" : WORDS[part.name].say(part.value),
        means: WORDS[part.name].means,
        points: part.points,
        most: part.most,
        adds: part.adds,
        state: stateOf(part),
      },
    })),
    total: {
      key: "total",
      cells: { part: "Score", value: health.band ?? "", most: 100, adds: health.score },
      formulas: health.score === undefined ? {} : { adds: "SUM({scorecard.adds})" },
    },
    empty: "",
  };
}

export const HEALTH_WORDS = `From ${HEALTH_BANDS.map(([from, band]) => `${from} ${band.toLowerCase()}`).join(", from ")}, below red.`;

/** How the scorecard reads: why there is no score, or where most is lost. */
export function scorecardReading({ health }: Review): string {
  const known = health.parts.filter(({ points }) => points !== undefined);
  if (health.score === undefined) {
    const points = known.reduce((sum, { most }) => sum + most, 0);
    return `Only ${points} of 100 points can be told; a score takes half of them, so nothing is added up.`;
  }
  const lost = ({ most, points = 0 }: HealthPart) => most - points;
  const [weakest] = [...known].sort((a, b) => lost(b) - lost(a));
  if (weakest === undefined || weakest.points === weakest.most)
    return "Six parts that add up to the score.";
  return `Most is lost on ${WORDS[weakest.name].name.toLowerCase()}: ${weakest.points} of ${weakest.most} points.`;
}

/** The actions by week: what is urgent comes first, what changes the process later. */
export function planTable(findings: readonly ReviewFinding[]): ReportTable {
  const inOrder = [...findings].sort((a, b) => a.week - b.week);
  return {
    id: "plan",
    columns: [
      { id: "week", label: "Week", format: "integer", span: 1 },
      { id: "kind", label: "Kind", format: "text", span: 1 },
      { id: "action", label: "Action", format: "text", span: 6 },
      { id: "owner", label: "Owner", format: "text", span: 2 },
      { id: "due", label: "Due", format: "date", span: 2 },
    ],
    rows: inOrder.map(({ id, week, kind, action, owner, due }) => ({
      key: id,
      cells: { week, kind, action, owner, due },
    })),
    empty: "Nothing has to be done.",
  };
}
