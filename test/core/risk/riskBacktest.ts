import { type Day, dayFromIso, dayFromParts } from "../../../src/core/calendar/day.ts";
import type { Activity } from "../../../src/core/deals/activity.ts";
import type { Deal, DealChange } from "../../../src/core/deals/deal.ts";
import { dealRisk } from "../../../src/core/deals/dealRisk.ts";
import { stageIndex } from "../../../src/core/deals/stageIndex.ts";
import { dealHistory } from "../../../src/core/history/dealHistory.ts";
import { dealLives } from "../../../src/core/probability/dealLife.ts";
import { activityPast } from "../../../src/core/risk/activityPast.ts";
import { fitRiskModel } from "../../../src/core/risk/fitRiskModel.ts";
import { riskScorer } from "../../../src/core/risk/riskModel.ts";
import { defaultSettings } from "../../../src/settings/defaultSettings.ts";
import { stagePreset } from "../../../src/settings/presets/stagePresets.ts";
import { sampleCompany, weeklyExports } from "../../../workbench/sample/sampleCompany.ts";

const { risk: settings, options } = defaultSettings;
const stages = stagePreset("salesforce");
const index = stageIndex(stages);

/** An open deal as an export of a past morning has it, its risk told from that export alone, and how it ended. */
export type JudgedDeal = {
  readonly seed: number;
  readonly id: string;
  readonly asOf: Day;
  readonly amount: number;
  /** By the fitted model, 0-100. */
  readonly fitted: number;
  /** By the fitted model from the deal's own columns, as in a cell. */
  readonly inCell: number;
  /** By the points of the settings. */
  readonly additive: number;
  /** Days until it was lost; undefined: won. */
  readonly lostIn: number | undefined;
};

/** The cells of a file's lines by heading. */
function lines(rows: readonly (readonly string[])[]): ((heading: string) => string)[] {
  const [header = [], ...body] = rows;
  return body.map((row) => (heading) => row[header.indexOf(heading)] ?? "");
}

const text = (cell: string) => (cell === "" ? {} : cell);
const number = (cell: string) => (cell === "" ? undefined : Number(cell));
const flag = (cell: string) => (cell === "" ? undefined : /^(1|true)$/i.test(cell));

function day(cell: string): Day | undefined {
  const [, month, date, year] = /^(\d+)\/(\d+)\/(\d+)/.exec(cell) ?? [];
  if (year !== undefined) return dayFromParts(Number(year), Number(month), Number(date));
  return dayFromIso(cell.slice(0, 10));
}

function dealOf(cell: (heading: string) => string): Deal {
  const named = (heading: string) => {
    const found = text(cell(heading));
    return typeof found === "string" ? found : undefined;
  };
  const all = {
    opportunityId: cell("Opportunity ID"),
    stage: named("Stage"),
    amount: number(cell("Amount")),
    closeDate: day(cell("Close Date")),
    owner: named("Opportunity Owner"),
    lastActivity: day(cell("Last Activity")),
    createdDate: day(cell("Created Date")),
    stageEntered: day(cell("Last Stage Change Date")),
    isClosed: flag(cell("Closed")),
    isWon: flag(cell("Won")),
    type: named("Type"),
    leadSource: named("Lead Source"),
    pushCount: number(cell("Push Count")),
    competitor: named("Competitor"),
    segment: named("Segment"),
    discountPct: cell("Discount") === "" ? undefined : Number.parseFloat(cell("Discount")) / 100,
    contactCount: number(cell("Contact Count")),
    economicBuyerMet: flag(cell("Economic Buyer Met")),
    championLeft: flag(cell("Champion Left")),
    budgetConfirmed: flag(cell("Budget Confirmed")),
    pocIssue: flag(cell("POC Issue")),
  };
  return Object.fromEntries(
    Object.entries(all).filter(([, value]) => value !== undefined),
  ) as unknown as Deal;
}

function changeOf(cell: (heading: string) => string): DealChange {
  const closeDate = day(cell("CloseDate"));
  return {
    opportunityId: cell("OpportunityId"),
    changedAt: day(cell("CreatedDate")) ?? Number.NaN,
    toValue: cell("StageName"),
    amount: Number(cell("Amount")),
    ...(closeDate === undefined ? {} : { closeDate }),
    historyId: cell("Id"),
  };
}

const activityOf = (cell: (heading: string) => string): Activity => ({
  opportunityId: cell("WhatId"),
  date: day(cell("ActivityDate")) ?? Number.NaN,
});

/**
 * Takes a made-up company's exports of several past Mondays, a quarter apart, fits the risk on each as if it were today,
 * scores the deals open then, and holds the scores to what the company's maker knows became of them.
 */
export function riskBacktest(seed: number, mornings = 4): JudgedDeal[] {
  const only = ["Opportunities.csv", "OpportunityHistory.csv", "Task.csv"];
  const { outcomes } = sampleCompany({ seed, only: ["Opportunities.csv"] }).truth;
  return weeklyExports({ seed, only, weeks: mornings, apart: 13 }).flatMap(({ asOf, files }) => {
    const rowsOf = (name: string) => files.find((file) => file.name === name)?.rows ?? [];
    const deals = lines(rowsOf("Opportunities.csv")).map(dealOf);
    const changes = lines(rowsOf("OpportunityHistory.csv")).map(changeOf);
    const history = dealHistory({ deals, changes, stages, options, asOf });
    const activities = lines(rowsOf("Task.csv")).map(activityOf);
    const lives = dealLives(history, deals);
    const model = fitRiskModel({ deals, lives, activities }, settings, index, asOf, 1);
    const engagement = activityPast(activities);
    const riskOf = riskScorer(model);
    return deals.flatMap((deal): JudgedDeal[] => {
      const end = outcomes.get(deal.opportunityId);
      const { amount = 0 } = deal;
      if (deal.isClosed || !end || amount <= 0) return [];
      const benchmarkDays = index.find(undefined, deal.stage)?.benchmarkDays;
      const risk = dealRisk(deal, settings, { asOf, benchmarkDays });
      const told = engagement(deal.opportunityId, deal.createdDate, asOf);
      const { score } = riskOf(risk, { ...deal, ...told }, asOf);
      const { score: inCell } = riskOf(risk, deal, asOf);
      if (score === undefined || inCell === undefined || risk.score === undefined) return [];
      const lostIn = end.won ? undefined : end.closeDay - asOf;
      const { opportunityId: id } = deal;
      return [{ seed, id, asOf, amount, fitted: score, inCell, additive: risk.score, lostIn }];
    });
  });
}

export type Tenth = {
  readonly deals: number;
  readonly value: number;
  /** Money at risk: amounts times the chance of a loss. */
  readonly said: number;
  readonly lost: number;
};

/** Tenths of the value, the riskiest first: what was said to be lost within so many days, and what was. */
export function tenthsOfValue(
  deals: readonly JudgedDeal[],
  days: number,
  scoreOf: (deal: JudgedDeal) => number = ({ fitted }) => fitted,
): Tenth[] {
  const sorted = [...deals].sort((a, b) => scoreOf(b) - scoreOf(a));
  const total = sorted.reduce((sum, { amount }) => sum + amount, 0);
  const tenths = Array.from({ length: 10 }, () => ({ deals: 0, value: 0, said: 0, lost: 0 }));
  let passed = 0;
  for (const deal of sorted) {
    const { amount, lostIn = Number.POSITIVE_INFINITY } = deal;
    const tenth = tenths[Math.min(9, Math.floor((10 * passed) / total))];
    passed += amount;
    if (!tenth) continue;
    tenth.deals++;
    tenth.value += amount;
    tenth.said += (amount * scoreOf(deal)) / 100;
    if (lostIn <= days) tenth.lost += amount;
  }
  return tenths;
}

const part = (tenths: readonly Tenth[]) =>
  tenths.reduce((sum, { lost }) => sum + lost, 0) /
  tenths.reduce((sum, { value }) => sum + value, 0);

/** How many times as much of the riskiest tenth of value was lost as of all. */
export function lift(tenths: readonly Tenth[]): number {
  return part(tenths.slice(0, 1)) / part(tenths);
}
