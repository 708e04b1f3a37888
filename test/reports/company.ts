import { type Day, dayFromIso } from "../../src/core/calendar/day.ts";
import type { Period } from "../../src/core/calendar/fiscalCalendar.ts";
import { periodFromLabel } from "../../src/core/calendar/period.ts";
import type { Deal } from "../../src/core/deals/deal.ts";
import type { Stage } from "../../src/core/pipeline/stage.ts";
import type { Quota } from "../../src/core/quota/quota.ts";
import type { Rep } from "../../src/core/quota/rep.ts";
import type { ReportRequest } from "../../src/reports/report.ts";
import { defaultSettings } from "../../src/settings/defaultSettings.ts";
import type { Settings } from "../../src/settings/settings.ts";
import type { Tables } from "../../src/tables/tables.ts";
import { tableOf } from "./dataSets.ts";

/** A day written as ISO text. */
export const on = (iso: string): Day => {
  const day = dayFromIso(iso);
  if (day === undefined) throw new Error(`no day: ${iso}`);
  return day;
};

export const asOf = on("2026-05-15");
export const quarter: Period = periodFromLabel("2026-Q2", defaultSettings.calendar);

const stage = (name: string, order: number, more: Partial<Stage>): Stage => ({
  pipeline: "",
  stage: name,
  order,
  probability: undefined,
  status: "open",
  category: undefined,
  group: undefined,
  benchmarkDays: undefined,
  staleMultiple: 2,
  wipLimit: undefined,
  exitCriteria: "",
  crmValues: [],
  ...more,
});

/** Six stages of our own, so that no default decides an expected value. */
export const stages: readonly Stage[] = [
  stage("Discovery", 1, { probability: 0.2, category: "Pipeline", benchmarkDays: 14 }),
  stage("Proposal", 2, { probability: 0.5, category: "Best Case", benchmarkDays: 10 }),
  stage("Negotiation", 3, { probability: 0.8, category: "Commit", benchmarkDays: 21 }),
  stage("Review", 4, {}),
  stage("Closed Won", 5, { probability: 1, status: "won", category: "Closed" }),
  stage("Closed Lost", 6, { probability: 0, status: "lost", category: "Omitted" }),
];

export const settings: Settings = {
  ...defaultSettings,
  stages,
  homeCurrency: "USD",
  rates: [
    { currency: "EUR", from: on("2026-01-01"), rate: 1.1 },
    { currency: "EUR", from: on("2026-05-01"), rate: 1.2 },
  ],
};

export const reps: readonly Rep[] = [
  { repId: "r1", name: "Ana Ruiz", manager: "m1", team: "East", region: "EMEA" },
  { repId: "r2", name: "Bo Lind", manager: "m1", team: "East", region: "EMEA" },
  { repId: "r3", name: "Cy Okafor", manager: "m2", team: "West", region: "AMER" },
  { repId: "m1", name: "Mia Stern", manager: "v1" },
  { repId: "m2", name: "Nils Berg", manager: "v1" },
  { repId: "v1", name: "Vera Dahl" },
];

/** Ana 100,000 a month; Bo 1,200,000 a year; Cy 250,000 a quarter; the managers' own are roll-ups. */
export const quotas: readonly Quota[] = [
  ...["2026-04-01", "2026-05-01", "2026-06-01", "2026-07-01"].map((start) => ({
    repId: "r1",
    periodStart: on(start),
    quotaAmount: 100_000,
  })),
  { repId: "r2", periodStart: on("2026-01-01"), periodGrain: "year", quotaAmount: 1_200_000 },
  { repId: "r3", periodStart: on("2026-04-01"), periodGrain: "Quarterly", quotaAmount: 250_000 },
  { repId: "m1", periodStart: on("2026-04-01"), periodGrain: "quarter", quotaAmount: 600_000 },
  { repId: "v1", periodStart: on("2026-04-01"), periodGrain: "quarter", quotaAmount: 900_000 },
];

const at = (iso: string) => on(iso) + 0.5;

/** Fourteen deals, each for a reason. Amounts are round so that sums can be checked by eye. */
export const deals: readonly Deal[] = [
  {
    opportunityId: "D01",
    opportunityName: "Won in April",
    owner: "Ana Ruiz",
    stage: "Closed Won",
    amount: 100_000,
    closeDate: on("2026-04-10"),
    createdDate: at("2026-01-10"),
    lastActivity: at("2026-04-10"),
  },
  {
    opportunityId: "D02",
    opportunityName: "Won in May, in euros",
    owner: "r3",
    stage: "Closed Won",
    amount: 50_000,
    currency: "EUR",
    closeDate: on("2026-05-15"),
    createdDate: at("2026-02-01"),
    lastActivity: at("2026-05-15"),
  },
  {
    opportunityId: "D03",
    opportunityName: "Won before the period",
    owner: "r2",
    stage: "Closed Won",
    amount: 40_000,
    closeDate: on("2026-03-31"),
    createdDate: at("2026-01-15"),
    lastActivity: at("2026-03-31"),
  },
  {
    opportunityId: "D04",
    opportunityName: "Won tomorrow",
    owner: "r2",
    stage: "Closed Won",
    amount: 70_000,
    closeDate: on("2026-05-16"),
    createdDate: at("2026-03-01"),
    lastActivity: at("2026-05-14"),
  },
  {
    opportunityId: "D05",
    opportunityName: "Lost in May",
    owner: "r1",
    stage: "Closed Lost",
    amount: 30_000,
    closeDate: on("2026-05-04"),
    createdDate: at("2026-02-10"),
    lastActivity: at("2026-05-04"),
  },
  {
    opportunityId: "D06",
    opportunityName: "Sure one",
    owner: "r1",
    stage: "Negotiation",
    amount: 200_000,
    closeDate: on("2026-06-20"),
    createdDate: at("2026-03-20"),
    lastActivity: at("2026-05-13"),
    nextStep: "Contract",
    pushCount: 2,
  },
  {
    opportunityId: "D07",
    opportunityName: "Overdue in the period",
    owner: "r1",
    stage: "Proposal",
    amount: 80_000,
    closeDate: on("2026-05-01"),
    createdDate: at("2026-03-25"),
    lastActivity: at("2026-04-10"),
    nextStep: "Call back",
    pushCount: 0,
  },
  {
    opportunityId: "D08",
    opportunityName: "Overdue from March",
    owner: "r2",
    stage: "Proposal",
    amount: 60_000,
    closeDate: on("2026-03-20"),
    createdDate: at("2025-11-01"),
    lastActivity: at("2026-01-20"),
    nextStep: "Chase",
  },
  {
    opportunityId: "D09",
    opportunityName: "In euros",
    owner: "r3",
    stage: "Discovery",
    amount: 100_000,
    currency: "EUR",
    closeDate: on("2026-06-30"),
    createdDate: at("2026-05-01"),
    lastActivity: at("2026-05-12"),
    nextStep: "Demo",
  },
  {
    opportunityId: "D10",
    opportunityName: "In pounds, no rate",
    owner: "r3",
    stage: "Discovery",
    amount: 10_000,
    currency: "GBP",
    closeDate: on("2026-06-30"),
    createdDate: at("2026-05-01"),
    lastActivity: at("2026-05-12"),
    nextStep: "Demo",
  },
  {
    opportunityId: "D11",
    opportunityName: "No probability",
    owner: "r3",
    stage: "Review",
    amount: 20_000,
    closeDate: on("2026-06-15"),
    createdDate: at("2026-05-02"),
    lastActivity: at("2026-05-10"),
  },
  {
    opportunityId: "D12",
    opportunityName: "The CRM knows better",
    owner: "r3",
    stage: "Discovery",
    amount: 90_000,
    probability: 0.6,
    forecastCategory: "BestCase",
    closeDate: on("2026-05-15"),
    createdDate: at("2026-04-02"),
    lastActivity: at("2026-05-14"),
    nextStep: "Reference call",
  },
  {
    opportunityId: "D13",
    opportunityName: "Next quarter",
    stage: "Discovery",
    amount: 500_000,
    closeDate: on("2026-07-01"),
    createdDate: at("2026-05-10"),
    lastActivity: at("2026-05-14"),
    nextStep: "Visit",
  },
  {
    opportunityId: "D14",
    opportunityName: "Gone from the CRM",
    owner: "r1",
    stage: "Negotiation",
    amount: 77_000,
    closeDate: on("2026-06-01"),
    createdDate: at("2026-03-20"),
    goneSince: on("2026-05-11"),
  },
];

const tables: Tables = {
  opportunities: tableOf(deals),
  reps: tableOf(reps),
  quotas: tableOf(quotas),
};

export function request(change: Partial<ReportRequest> = {}): ReportRequest {
  return { tables, settings, asOf, period: quarter, ...change };
}
