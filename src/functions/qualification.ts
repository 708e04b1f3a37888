import { bantCount } from "../core/qualification/bantCount.ts";
import { dealPriority, priorityTier } from "../core/qualification/dealPriority.ts";
import {
  bantParts,
  leanParts,
  meddicParts,
  partsScore,
  propensityParts,
  type ScorePart,
  strategicValueParts,
} from "../core/qualification/partsScore.ts";
import { qualificationLevel } from "../core/qualification/qualificationLevel.ts";
import type { CustomFunction, Param } from "./customFunction.ts";

const family = "Qualification";
const SCORING = "Deal scoring models";

const optional = { optional: true, default: "not asked yet, which earns nothing" } as const;

function pointsParams(parts: readonly ScorePart[], about: readonly string[]): readonly Param[] {
  return parts.map(({ name, most }, index) => ({
    name,
    kind: "number",
    unit: `points 0-${most}`,
    ...optional,
    about: about[index] ?? name,
  }));
}

type Sum = Pick<CustomFunction, "name" | "about" | "example" | "source"> & {
  readonly parts: readonly ScorePart[];
  readonly asks: readonly string[];
};

/** A score of 0-100 that adds its parts up: the arguments are its explanation. */
function sumOf({ parts, asks, ...rest }: Sum): CustomFunction {
  return {
    ...rest,
    family,
    shape: "rows",
    params: pointsParams(parts, asks),
    returns: "0-100: the sum of the parts. Blank when none is known.",
    errors: ["A part outside its points.", "Columns of different heights."],
    compute: (...points: (number | undefined)[]) => partsScore(parts, points),
  };
}

const confirmed = (name: string, about: string): Param => ({
  name,
  kind: "boolean",
  optional: true,
  default: "unknown, which does not count",
  about,
});

export const qualificationFunctions: readonly CustomFunction[] = [
  sumOf({
    name: "MEDDIC_SCORE",
    about:
      "MEDDIC qualification of a deal, 0-100: metrics, economic buyer, decision criteria, decision process, pain and champion.",
    parts: meddicParts,
    asks: [
      "Metrics: none 0, some 10, agreed in numbers 20",
      "Economic buyer: unknown 0, named 10, met 15, for us 25",
      "Decision criteria: unknown 0, known 8, shaped by us 15",
      "Decision process: unknown 0, known 8, agreed with dates 15",
      "Pain: none 0, there 5, pressing 10",
      "Champion: none 0, friendly 8, sells for us 15",
    ],
    example: { formula: "=MEDDIC_SCORE(20, 25, 15, 15, 10, 15)", result: 100 },
    source: SCORING,
  }),
  sumOf({
    name: "BANT_SCORE",
    about: "BANT qualification of a deal or lead, 0-100: budget, authority, need and timeline.",
    parts: bantParts,
    asks: [
      "Budget: none 0, possible 10, planned 18, confirmed 25",
      "Authority of the contact: individual 0, manager 10, director 18, vice president or above 30",
      "Need: none 0, some 10, clear 18, pressing 25",
      "Timeline: none 0, beyond 6 months 5, 3-6 months 10, within 3 months 15, within 30 days 20",
    ],
    example: { formula: "=BANT_SCORE(25, 30, 25, 20)", result: 100 },
    source: SCORING,
  }),
  {
    name: "BANT_COUNT",
    family,
    shape: "rows",
    about:
      "How many of budget, authority, need and timeline are confirmed; a sales-qualified lead needs 2 of 4.",
    params: [
      confirmed("budget", "TRUE when the budget is confirmed"),
      confirmed("authority", "TRUE when the contact can decide"),
      confirmed("need", "TRUE when the need is confirmed"),
      confirmed("timeline", "TRUE when there is a date to decide by"),
    ],
    returns: "0 to 4. Blank when nothing is known of any of them.",
    errors: ["A single value that is neither TRUE nor FALSE.", "Columns of different heights."],
    example: { formula: "=BANT_COUNT(TRUE, TRUE, FALSE)", result: 2 },
    source: "Lead lifecycle: 2 of 4 confirmed",
    compute: (...flags: (boolean | undefined)[]) => bantCount(flags),
  },
  sumOf({
    name: "LEAN_SCORE",
    about:
      "Lean qualification of a deal, 0-100: is it for us, will they act, does it fit, can we win; four questions of each area, at most 25 points an area.",
    parts: leanParts,
    asks: [
      "For: is there a problem of theirs that is ours to solve",
      "Act: will they act, with budget, owner and date",
      "Fit: do product, price and company fit",
      "Win: can we win against the others and doing nothing",
    ],
    example: { formula: "=LEAN_SCORE(20, 18, 22, 15)", result: 75 },
    source: "Lean qualification, 16 questions",
  }),
  sumOf({
    name: "PROPENSITY",
    about:
      "How ready a deal is to close, 0-100: fit, engagement, process, history and what comes from outside.",
    parts: propensityParts,
    asks: [
      "Fit: size 10, industry 5, geography 5",
      "Engagement: mails 5, meetings 5, stakeholders 10, content 5",
      "Process: stage 15, days against the benchmark 10",
      "History with the account",
      "External: news, funding, hiring, 5 each",
    ],
    example: { formula: "=PROPENSITY(18, 20, 21, 12, 12)", result: 83 },
    source: SCORING,
  }),
  sumOf({
    name: "STRATEGIC_VALUE",
    about:
      "What a deal is worth beyond its amount, 0-100: financial, strategic, operational, and how little risk it brings.",
    parts: strategicValueParts,
    asks: [
      "Financial: value, growth, margin, 10 each",
      "Strategic: reference, market, partnership, 10 each",
      "Operational: delivery and support, 10 each",
      "Risk: credit and delivery, 10 each; 20 is no risk",
    ],
    example: { formula: "=STRATEGIC_VALUE(25, 20, 15, 15)", result: 75 },
    source: SCORING,
  }),
  {
    name: "QUALIFICATION_LEVEL",
    family,
    shape: "rows",
    about:
      "The band of a qualification score: from 80 High, from 60 Qualified, from 40 Weak, else Disqualify.",
    params: [
      {
        name: "score",
        kind: "number",
        unit: "points 0-100",
        range: [0, 100],
        about: "A result of MEDDIC_SCORE, BANT_SCORE or LEAN_SCORE",
      },
    ],
    returns: "High, Qualified, Weak or Disqualify.",
    errors: ["A single value that is no number."],
    example: { formula: "=QUALIFICATION_LEVEL(60)", result: "Qualified" },
    source: "MEDDIC and lean bands; for BANT, which states none, they are our own choice",
    compute: qualificationLevel,
  },
  {
    name: "DEAL_PRIORITY",
    family,
    shape: "rows",
    about:
      "Where a deal lies between strategic value and chance: top priority, invest heavily, quick wins or deprioritize; both count as high from half of their scale.",
    params: [
      {
        name: "value_score",
        kind: "number",
        unit: "points 0-100",
        range: [0, 100],
        about: "A result of STRATEGIC_VALUE",
      },
      {
        name: "probability",
        kind: "fraction",
        unit: "fraction 0-1",
        about: "The chance of winning",
      },
    ],
    returns: "Top priority, Invest heavily, Quick wins or Deprioritize.",
    errors: ["A single value that is no number.", "Columns of different heights."],
    example: { formula: "=DEAL_PRIORITY(75, 0.6)", result: "Top priority" },
    source: `${SCORING}, value against probability; the halves are our own assumption`,
    compute: (value: number, probability: number) => dealPriority(value, probability),
  },
  {
    name: "PRIORITY_TIER",
    family,
    shape: "rows",
    about:
      "Priority of a deal by strategic value and amount: 1 from 85 points and 500,000, 2 from 75 and 300,000, 3 from 65.",
    params: [
      {
        name: "value_score",
        kind: "number",
        unit: "points 0-100",
        range: [0, 100],
        about: "A result of STRATEGIC_VALUE",
      },
      { name: "amount", kind: "number", unit: "currency", about: "Amounts of the deals" },
    ],
    returns: "1, 2 or 3; blank below 65 points.",
    errors: ["A single value that is no number.", "Columns of different heights."],
    example: { formula: "=PRIORITY_TIER(86, 400000)", result: 2 },
    source: SCORING,
    compute: priorityTier,
  },
];
