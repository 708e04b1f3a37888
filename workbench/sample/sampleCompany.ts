import { type Day, dayFromParts } from "../../src/core/calendar/day.ts";
import { accountRows, contactRows, roleRows } from "./accountRows.ts";
import { activityRows } from "./activityRows.ts";
import { type Company, makeCompany } from "./company.ts";
import { dealRows, type Spoilt } from "./dealRows.ts";
import { historyRows } from "./historyRows.ts";
import { leadRows } from "./leadRows.ts";
import type { SampleFile } from "./sampleFile.ts";
import { productRows, quotaRows, repRows } from "./teamRows.ts";
import { ticketRows } from "./ticketRows.ts";
import { openStages, type SampleTruth, sampleTruth } from "./truth.ts";

export type SampleRequest = {
  /** The same seed makes the same company, whatever the computer and the day. */
  readonly seed?: number | string;
  /** The Monday morning on which the files are exported. */
  readonly asOf?: Day;
  /** Deals created up to then, in about ten quarters. */
  readonly deals?: number;
  /** False: without the mistakes that people make. */
  readonly dirt?: boolean;
  /** Names of the files wanted; all without it. */
  readonly only?: readonly string[];
};

/** What is true of a company, beside the parameters that hold for all. */
type CompanyTruth = SampleTruth & {
  /** Mean true chance of winning of the deals that entered each stage, in the order of the stages. */
  readonly stageWinChance: readonly {
    readonly stage: string;
    readonly deals: number;
    readonly chance: number;
  }[];
  /** How each deal really ends, of open ones too. */
  readonly outcomes: ReadonlyMap<string, { readonly won: boolean; readonly closeDay: Day }>;
  readonly spoilt: readonly Spoilt[];
};

export type SampleCompany = {
  readonly asOf: Day;
  readonly files: readonly SampleFile[];
  readonly truth: CompanyTruth;
};

export type WeeklyExport = { readonly asOf: Day; readonly files: readonly SampleFile[] };

const DEFAULT_DAY = dayFromParts(2026, 11, 16);
/** Exports run early in the morning: what happens that day is not in them. */
const MORNING = 0.25;

function stageWinChance({ stories }: Company): CompanyTruth["stageWinChance"] {
  return openStages.map((stage, place) => {
    let [deals, sum] = [0, 0];
    for (const { versions, trueChance } of stories) {
      const first = openStages.length - trueChance.length;
      if (!versions.some((version) => version.stage === place)) continue;
      deals += 1;
      sum += trueChance[place - first] ?? 0;
    }
    return { stage, deals, chance: deals === 0 ? 0 : sum / deals };
  });
}

/** The files as they stood on a morning. */
function filesOn(company: Company, day: Day, dirt: boolean, only?: readonly string[]) {
  const now = day + MORNING;
  const { stories, accounts, reps } = company;
  const spoilt: Spoilt[] = [];
  const noting = ({ rows, spoilt: found }: { rows: string[][]; spoilt: Spoilt[] }) => {
    for (const one of found) spoilt.push(one);
    return rows;
  };
  let leads: ReturnType<typeof leadRows> | undefined;
  const leadsOnce = () => {
    leads ??= leadRows(company, now);
    return leads;
  };
  const makers: readonly (readonly [name: string, make: () => string[][]])[] = [
    ["Users.csv", () => repRows(reps, day)],
    ["ForecastingQuota.csv", () => quotaRows(company, day)],
    ["Products.csv", () => productRows()],
    ["Accounts.csv", () => noting(accountRows(accounts, stories, now, dirt))],
    ["Contacts.csv", () => noting(contactRows(accounts, dirt))],
    ["Opportunities.csv", () => noting(dealRows(stories, now, dirt))],
    ["OpportunityHistory.csv", () => historyRows(stories, now)],
    ["OpportunityContactRole.csv", () => roleRows(stories, now)],
    ["Task.csv", () => activityRows(stories, now)],
    ["Leads.csv", () => leadsOnce().leads],
    ["Lead Events.csv", () => leadsOnce().events],
    ["Cases.csv", () => ticketRows(company, now, dirt)],
  ];
  const wanted = makers.filter(([name]) => only === undefined || only.includes(name));
  return { files: wanted.map(([name, make]): SampleFile => ({ name, rows: make() })), spoilt };
}

function companyOf({ seed = 1, asOf = DEFAULT_DAY, deals = 3000 }: SampleRequest): Company {
  return makeCompany(String(seed), asOf, deals);
}

/** "Quillmere", a made-up software company: its CRM exports of one morning, and what is true behind them. */
export function sampleCompany(request: SampleRequest = {}): SampleCompany {
  const company = companyOf(request);
  const { files, spoilt } = filesOn(company, company.end, request.dirt ?? true, request.only);
  const outcomes = new Map(
    company.stories.map((story) => [
      story.id,
      { won: story.won, closeDay: Math.floor(story.closedAt) },
    ]),
  );
  return {
    asOf: company.end,
    files,
    truth: { ...sampleTruth, stageWinChance: stageWinChance(company), outcomes, spoilt },
  };
}

/**
 * The same company on so many Mondays, the last one its as-of day, one or more weeks apart; only the opportunities unless
 * asked otherwise.
 */
export function weeklyExports(
  request: SampleRequest & { readonly weeks: number; readonly apart?: number },
): WeeklyExport[] {
  const company = companyOf(request);
  const { weeks, apart = 1, only = ["Opportunities.csv"] } = request;
  return Array.from({ length: weeks }, (_, week) => {
    const day = company.end - 7 * apart * (weeks - 1 - week);
    return { asOf: day, files: filesOn(company, day, request.dirt ?? true, only).files };
  });
}
