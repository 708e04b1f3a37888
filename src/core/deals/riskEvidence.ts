import { isoFromDay } from "../calendar/day.ts";
import { daysInStage } from "./daysInStage.ts";
import type { Deal } from "./deal.ts";
import { dealAge } from "./dealAge.ts";
import type { RiskFactor, RiskFactorId } from "./risk.ts";
import { discountOf, type RiskEvidence } from "./riskFactor.ts";

const percent = (share: number) => `${Math.round(share * 1000) / 10}%`;
const days = (count: number | undefined) => `${count} ${count === 1 ? "day" : "days"}`;

type Saying = (deal: Deal, evidence: RiskEvidence, limit: number | undefined) => string;

const SAYINGS: Readonly<Record<RiskFactorId, Saying>> = {
  economicBuyer: ({ economicBuyer }) =>
    economicBuyer === undefined
      ? "Economic Buyer Met is no, nobody is named"
      : `Economic Buyer Met is no (${economicBuyer})`,
  championLeft: ({ champion }) =>
    champion === undefined ? "Champion Left is yes" : `Champion Left is yes (${champion})`,
  age: ({ createdDate = 0 }, { asOf }, limit = 90) =>
    `Created ${isoFromDay(Math.floor(createdDate))}, ${days(dealAge(createdDate, undefined, asOf))} ago; limit ${limit}`,
  competitor: ({ competitor }) => `Competitor: ${competitor}`,
  stageTime: ({ stageEntered = 0, stage }, { asOf = 0, benchmarkDays }, limit = 1.5) =>
    `${stage ?? "Stage"} since ${isoFromDay(Math.floor(stageEntered))}, ${days(daysInStage(stageEntered, asOf))}; ${limit} x ${benchmarkDays} is the limit`,
  activityDown: ({ activityChange = 0 }, _evidence, limit = 0.6) =>
    `Activity down ${percent(-activityChange)}; limit ${percent(limit)}`,
  discount: (deal, _evidence, limit = 0.15) =>
    `Discount ${percent(discountOf(deal) ?? 0)}; limit ${percent(limit)}`,
  technicalConcern: () => "POC Issue is yes",
  contacts: ({ contactCount }, _evidence, limit = 3) =>
    `${contactCount} ${contactCount === 1 ? "contact" : "contacts"}; fewer than ${limit}`,
  budget: () => "Budget Confirmed is no",
};

/** What in the record makes a factor present, with its day where it has one. */
export function riskEvidence(
  { id, limit }: Pick<RiskFactor, "id" | "limit">,
  deal: Deal,
  evidence: RiskEvidence,
): string {
  return SAYINGS[id](deal, evidence, limit);
}
