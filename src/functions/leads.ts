import type { Day } from "../core/calendar/day.ts";
import { plainText } from "../core/deals/stageIndex.ts";
import { decayedPoints } from "../core/leads/decayedPoints.ts";
import { eventRules, happenedPoints } from "../core/leads/eventRules.ts";
import { isMql } from "../core/leads/isMql.ts";
import { type BlendSettings, scoreBlend } from "../core/leads/scoreBlend.ts";
import type { ScoringSettings } from "../core/leads/scoring.ts";
import type { CustomFunction, Param } from "./customFunction.ts";
import { asOfParam } from "./deals.ts";
import { scoringParam } from "./leadScore.ts";
import { weightsParam } from "./params/weightsParam.ts";

const family = "Leads";
const RULES = "Lead scoring models of the RevOps guides";
const OWN =
  "Own formula: weight x 100 x min(1, points / full points) for fit and engagement, plus negative points, kept within 0-100";

const fitParam: Param = { name: "fit", kind: "number", unit: "points", about: "Fit points" };
const engagementParam: Param = {
  name: "engagement",
  kind: "number",
  unit: "points",
  about: "Engagement points",
};
const optionalNumber = (name: string, standard: string, about: string): Param => ({
  name,
  kind: "number",
  unit: "points",
  range: [0],
  optional: true,
  default: standard,
  about,
});

/** Points that one row of events earns; undefined when it decays and the as-of day is unknown. */
function eventRowPoints(
  event: string,
  date: Day,
  asOf: Day | undefined,
  settings: ScoringSettings,
  count = 1,
) {
  const name = plainText(event);
  let total = 0;
  for (const { rule, name: rules } of eventRules(settings, "engagement")) {
    if (rules !== name || rule.operator === "not since") continue;
    const points = happenedPoints(rule, [{ eventDate: date, count }], asOf);
    if (points === undefined) return undefined;
    total += points;
  }
  return total;
}

export const leadFunctions: readonly CustomFunction[] = [
  {
    name: "ENGAGEMENT_SCORE",
    family,
    shape: "rows",
    about:
      "Engagement points that are left of each event, by the scoring rules and its age; add the rows up for a lead's engagement. Every row stands for itself; LEAD_SCORE joins the events of a lead.",
    params: [
      {
        name: "events",
        kind: "text",
        about: "What happened, in the words of the scoring rules, such as pricing page",
      },
      { name: "dates", kind: "date", about: "When it happened" },
      asOfParam,
      scoringParam,
      {
        name: "counts",
        kind: "number",
        unit: "events",
        range: [0],
        optional: true,
        default: "1",
        about: "How often it happened that day, for rules that ask for several times",
      },
    ],
    returns:
      "Points; 0 for an event without a rule and for one after the as-of day. Blank where points decay and the as-of day is unknown.",
    errors: ["A single value that is no date.", "Columns of different heights."],
    example: {
      formula: '=ENGAGEMENT_SCORE("pricing page", DATE(2026,1,1), DATE(2026,1,22))',
      result: 5,
    },
    source: RULES,
    compute: eventRowPoints,
  },
  {
    name: "DECAYED_POINTS",
    family,
    shape: "rows",
    about:
      "Points that are left of an event: a step is lost for every full interval since, down to 0.",
    params: [
      { name: "points", kind: "number", unit: "points", about: "Points on the day of the event" },
      { name: "event_date", kind: "date", about: "When it happened" },
      {
        name: "step",
        kind: "number",
        unit: "points",
        range: [0],
        about: "Points lost at each step; 0 for none",
      },
      {
        name: "interval_days",
        kind: "number",
        unit: "days",
        range: [0],
        about: "Days from one step to the next",
      },
      asOfParam,
    ],
    returns: "Points, 0 before the event. Blank without an as-of day, unless nothing decays.",
    errors: ["A single value that is no number or date."],
    example: { formula: "=DECAYED_POINTS(20, DATE(2026,1,1), 5, 7, DATE(2026,1,22))", result: 5 },
    source: `${RULES}: linear steps; the floor of 0 is our own`,
    compute: (points: number, date: Day, step: number, interval: number, asOf?: Day) =>
      decayedPoints(points, date, step, interval, asOf),
  },
  {
    name: "SCORE_BLEND",
    family,
    shape: "rows",
    about: "Joins fit, engagement and negative points into a lead score of 0-100.",
    params: [
      fitParam,
      engagementParam,
      { name: "negative", kind: "number", unit: "points", about: "Negative points, 0 or below" },
      optionalNumber("fit_max", "100", "Fit points that count as full"),
      optionalNumber("engagement_max", "100", "Engagement points that count as full"),
      weightsParam,
    ],
    returns: "A score from 0 to 100.",
    errors: [
      "A single value that is no number.",
      "Weights that are not two shares adding up to 100%.",
    ],
    example: { formula: "=SCORE_BLEND(60, 40, -10, 100, 100, {0.5; 0.5})", result: 40 },
    source: OWN,
    compute: (
      fit: number,
      engagement: number,
      negative: number,
      fitMax = 100,
      engagementMax = 100,
      weights: Pick<BlendSettings, "fitWeight" | "engagementWeight">,
    ) =>
      scoreBlend(fit, engagement, -Math.abs(negative), { fitMax, engagementMax, ...weights }).score,
  },
  {
    name: "IS_MQL",
    family,
    shape: "rows",
    about:
      "Whether a lead is marketing-qualified: fit and engagement points both at their minimum, and the score blended from them at the threshold.",
    params: [
      fitParam,
      engagementParam,
      optionalNumber("fit_min", "20", "Least fit points"),
      optionalNumber("eng_min", "20", "Least engagement points"),
      optionalNumber("threshold", "65", "Least score"),
      {
        ...scoringParam,
        about: `${scoringParam.about}: weights, full points, and what the arguments before leave out`,
      },
    ],
    returns: "TRUE or FALSE.",
    errors: ["A single value that is no number."],
    example: { formula: "=IS_MQL(80, 60)", result: true },
    source:
      "RevOps guide: both fit and engagement are required; threshold of the mid-market scoring model",
    compute: (
      fit: number,
      engagement: number,
      fitMinimum: number | undefined,
      engagementMinimum: number | undefined,
      threshold: number | undefined,
      settings: ScoringSettings,
    ) =>
      isMql(fit, engagement, scoreBlend(fit, engagement, 0, settings).score, {
        fitMinimum: fitMinimum ?? settings.fitMinimum,
        engagementMinimum: engagementMinimum ?? settings.engagementMinimum,
        threshold: threshold ?? settings.threshold,
      }),
  },
];
