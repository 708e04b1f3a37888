import type { RiskFactor, RiskFactorId } from "../../core/deals/risk.ts";

/** How a factor is called on the sheet. */
export const riskFactorLabels: Readonly<Record<RiskFactorId, string>> = {
  economicBuyer: "No economic buyer engaged",
  championLeft: "Champion left",
  age: "Deal older than limit (days)",
  competitor: "Competitor confirmed",
  stageTime: "Stage time above benchmark (times)",
  activityDown: "Activity down (share)",
  discount: "Discount above limit (share)",
  technicalConcern: "Proof of concept or technical concern",
  contacts: "Fewer contacts than limit",
  budget: "Budget not confirmed",
};

/** The same in a report's text and tables, where the unit of its limit does not belong. */
export const factorName = (id: RiskFactorId): string =>
  riskFactorLabels[id].replace(/ \([^)]*\)$/, "");

type Row = readonly [
  id: RiskFactorId,
  points: number,
  limit: number | undefined,
  dimension: RiskFactor["dimension"],
  windowDays: number,
  ownerRole: string,
  action: string,
];

const rows: readonly Row[] = [
  [
    "economicBuyer",
    30,
    undefined,
    "engagement",
    7,
    "Account executive",
    "Meet the economic buyer, with an executive sponsor if need be",
  ],
  [
    "championLeft",
    28,
    undefined,
    "organisational",
    5,
    "Account executive",
    "Find a new champion before anything else is discussed",
  ],
  [
    "age",
    25,
    90,
    "timeline",
    7,
    "Sales manager",
    "Agree a plan with dates to the decision, or close the deal",
  ],
  [
    "competitor",
    20,
    undefined,
    "competitive",
    7,
    "Account executive",
    "Work out the difference that decides and prove it",
  ],
  [
    "stageTime",
    18,
    1.5,
    "timeline",
    7,
    "Sales manager",
    "Name what keeps the deal in its stage and who removes it",
  ],
  [
    "activityDown",
    15,
    0.6,
    "engagement",
    5,
    "Account executive",
    "Get back in touch with every contact of the deal",
  ],
  [
    "discount",
    12,
    0.15,
    "competitive",
    7,
    "Sales manager",
    "Trade the discount for something, or go back to value",
  ],
  [
    "technicalConcern",
    15,
    undefined,
    "process",
    7,
    "Sales engineer",
    "Settle the open technical points in writing",
  ],
  ["contacts", 10, 3, "engagement", 14, "Account executive", "Win contacts in further departments"],
  [
    "budget",
    8,
    undefined,
    "process",
    10,
    "Account executive",
    "Have the budget confirmed by who holds it",
  ],
];

/** The deal risk analyzer's ten factors; which dimension, action and time belong to each is our own reading. */
export const riskFactors: readonly RiskFactor[] = rows.map(
  ([id, points, limit, dimension, windowDays, ownerRole, action]) => ({
    id,
    points,
    limit,
    dimension,
    action,
    ownerRole,
    windowDays,
  }),
);
