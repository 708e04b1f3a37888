import type { Day } from "../core/calendar/day.ts";
import type { ScoredRule } from "../core/leads/scoredRule.ts";
import type { ScoringSettings } from "../core/leads/scoring.ts";
import { readScoring } from "../settings/scoring.ts";
import type { Cells, CustomFunction, FunctionResult, Param } from "./customFunction.ts";
import { asOfParam } from "./deals.ts";
import { type LeadRow, leadRows } from "./params/leadRecords.ts";
import { settingsArgument } from "./params/settingsArgument.ts";

const family = "Leads";
const RULES = "Lead scoring models of the RevOps guides";
const ERRORS = [
  "A first row without column headings of leads or lead events.",
  "Two columns that claim one field.",
  "A date column that can be read in two ways.",
  "A setting that cannot be read.",
];

const leadsParam: Param = {
  name: "leads",
  kind: "records",
  about:
    "The leads with their header row; columns are found by name: Lead ID, Title, Seniority, Employees, Industry, Email and so on",
};
const eventsParam: Param = {
  name: "events",
  kind: "records",
  optional: true,
  default: "what leads did is unknown and adds nothing",
  about: "The lead events with their header row: Lead ID, Event, Event Date, Count",
};

export const scoringParam: Param = {
  name: "scoring_settings",
  kind: "settings",
  optional: true,
  default: "the mid-market scoring model",
  about: "The Scoring settings (REVOPS_SCORING)",
  read: settingsArgument("scoring_settings", readScoring),
};
const leadParams: readonly Param[] = [leadsParam, eventsParam, asOfParam, scoringParam];

type LeadArguments = [
  cells: Cells,
  events: Cells | undefined,
  asOf: Day | undefined,
  settings: ScoringSettings,
];

const HEADER = [
  "Lead ID",
  "Lead score",
  "Fit part",
  "Engagement part",
  "Negative part",
  "Kept within 0-100",
  "Fit points",
  "Engagement points",
  "MQL",
  "Points for",
  "Unknown",
  "Note",
];

const ruleText = ({ rule, points }: ScoredRule) =>
  `${rule.attribute} ${(points ?? 0) > 0 ? "+" : ""}${points}`;

function explained({ id, score, note }: LeadRow): FunctionResult[] {
  if (!score?.blend) return [id, ...HEADER.slice(2).map(() => undefined), note];
  const { blend, fit, engagement, rules } = score;
  const unknown = new Set(
    rules.filter(({ points }) => points === undefined).map(({ rule }) => rule.attribute),
  );
  const intent = score.highIntent === undefined ? "" : `Qualified by ${score.highIntent} alone.`;
  return [
    id,
    blend.score,
    blend.fit,
    blend.engagement,
    blend.negative,
    blend.clamp,
    fit,
    engagement,
    score.isMql,
    rules
      .filter(({ points }) => points)
      .map(ruleText)
      .join("; "),
    [...unknown].join("; "),
    intent,
  ];
}

export const leadScoreFunctions: readonly CustomFunction[] = [
  {
    name: "LEAD_SCORE",
    family,
    shape: "records",
    about:
      "The score of each lead, 0-100: weighted fit and engagement points, plus negative points. What is unknown about a lead adds nothing.",
    params: leadParams,
    returns:
      "One score per lead, in the order of the rows. Blank when neither fit nor engagement is known, and for rows that cannot be read.",
    errors: ERRORS,
    example: {
      formula: '=LEAD_SCORE({"Lead ID", "Employees", "Seniority"; "L1", 150, "VP"})',
      result: 17.5,
    },
    source: `${RULES}; the formula that joins weights and points is our own`,
    compute: (...args: LeadArguments) =>
      leadRows(...args).map(({ score }) => [score?.blend?.score]),
  },
  {
    name: "FIT_SCORE",
    family,
    shape: "records",
    about:
      "Fit points of each lead: for every attribute (size, industry, seniority …) the best rule that is met counts. A title tells the seniority where that column is missing.",
    params: [leadsParam, scoringParam],
    returns:
      "One number of points per lead, in the order of the rows. Blank when no attribute of the rules is known.",
    errors: ERRORS,
    example: { formula: '=FIT_SCORE({"Employees", "Title"; 150, "VP Sales"})', result: 35 },
    source: RULES,
    compute: (leads: Cells, settings: ScoringSettings) =>
      leadRows(leads, undefined, undefined, settings).map(({ score }) => [score?.fit]),
  },
  {
    name: "NEGATIVE_SCORE",
    family,
    shape: "records",
    about:
      "Negative points of each lead, such as for a student's title or a bounced mail; every rule that is met counts.",
    params: leadParams,
    returns:
      "Points, 0 or below, one per lead in the order of the rows. Blank when no rule can be judged.",
    errors: ERRORS,
    example: {
      formula: '=NEGATIVE_SCORE({"Email", "Title"; "ann@college.edu", "Student"})',
      result: -55,
    },
    source: RULES,
    compute: (...args: LeadArguments) => leadRows(...args).map(({ score }) => [score?.negative]),
  },
  {
    name: "LEAD_SCORE_EXPLAIN",
    family,
    shape: "records",
    spills: "table",
    about:
      "What each lead's score is made of: the parts of fit, engagement and negative points, and what keeping it within 0-100 changes, add up to the score.",
    params: leadParams,
    returns:
      "A header row, then one row per lead: id, score, its parts, the points before weighting, whether it is an MQL, the rules that gave points, what is unknown, and a note why a score is missing.",
    errors: ERRORS,
    example: {
      formula:
        '=INDEX(LEAD_SCORE_EXPLAIN({"Lead ID", "Employees", "Seniority"; "L1", 150, "VP"}), 2, 3)',
      result: 17.5,
    },
    source: `${RULES}; the formula that joins weights and points is our own`,
    compute: (...args: LeadArguments) => [HEADER, ...leadRows(...args).map(explained)],
  },
];
