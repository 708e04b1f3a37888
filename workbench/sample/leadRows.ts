import type { Moment } from "../../src/core/calendar/day.ts";
import type { Company } from "./company.ts";
import { companyName, domainOf, personName } from "./names.ts";
import { Random } from "./random.ts";
import { recordId } from "./recordId.ts";
import { flag, isoDate, reportDate } from "./sampleFile.ts";
import type { Since, Story } from "./story.ts";
import { sampleTruth } from "./truth.ts";

const leadHeader = [
  "Lead ID",
  "First Name",
  "Last Name",
  "Title",
  "Seniority",
  "Department",
  "Company / Account",
  "Email",
  "Phone",
  "Lead Owner",
  "Lead Status",
  "Lead Source",
  "Industry",
  "No. of Employees",
  "Annual Revenue",
  "Country",
  "Created Date",
  "MQL Date",
  "SQL Date",
  "Converted",
  "Converted Date",
  "Email Opt Out",
];
const eventHeader = ["Lead ID", "Event", "Event Date", "Count", "Source"];

/** Events by what they say about intent: the keener a lead, the more often the first ones. */
const events: readonly (readonly [name: string, source: string, keen: number, idle: number])[] = [
  ["demo request", "Website", 0.45, 0.02],
  ["pricing page", "Website", 0.7, 0.12],
  ["case study", "Website", 0.4, 0.1],
  ["webinar attended", "Webinar tool", 0.3, 0.12],
  ["whitepaper", "Website", 0.35, 0.2],
  ["email click", "Mail tool", 0.6, 0.25],
  ["email open", "Mail tool", 0.8, 0.6],
  ["homepage", "Website", 0.6, 0.5],
];

const people: readonly (readonly [
  title: string,
  seniority: string,
  department: string,
  fit: number,
])[] = [
  ["Chief Operating Officer", "C-level", "Operations", 1],
  ["VP Finance", "VP", "Finance", 0.8],
  ["Director of Operations", "Director", "Operations", 0.6],
  ["IT Manager", "Manager", "IT", 0.3],
  ["Analyst", "IC", "Operations", 0],
  ["Student", "Entry", "", -1.5],
];

const leadTruth = sampleTruth.leads;

type Lead = {
  readonly id: string;
  readonly created: Moment;
  readonly keen: boolean;
  readonly cells: readonly string[];
};

function sizeOf(random: Random): number {
  return Math.max(1, Math.round(random.around(180, 1.3)));
}

function statusOf(
  mql: Moment | undefined,
  sql: Moment | undefined,
  converted: boolean,
  age: number,
): string {
  if (converted) return "Closed - Converted";
  if (sql !== undefined) return "Working - Contacted";
  if (mql !== undefined) return age > 60 ? "Closed - Not Converted" : "Working - Contacted";
  return age > 120 ? "Closed - Not Converted" : "Open - Not Contacted";
}

/** Whose lead it is and where the person works: the deal's for a lead that became one. */
function originOf(company: Company, random: Random, number: number, story: Story | undefined) {
  if (story) {
    const { account, owner, source } = story;
    const { name, employees, industry, country } = account;
    return { name, employees, industry, country, owner, source };
  }
  return {
    name: `${companyName(number)} Group`,
    employees: sizeOf(random),
    industry: random.pick(["Manufacturing", "Software", "Retail", "Healthcare", ""]),
    country: random.pick(["United States", "Germany", "United Kingdom", "Australia"]),
    owner: random.pick(company.reps),
    source: random.pick(["Website", "Event", "Webinar", "Outbound", "Partner"]),
  };
}

type Progress = { readonly keen: boolean; readonly mql: Since; readonly sql: Since };

/** Whether a lead is in earnest, and when it was qualified; undefined what has not happened yet. */
function progressOf(
  random: Random,
  odds: number,
  created: Moment,
  now: Moment,
  isDeal: boolean,
): Progress {
  const keen = isDeal || random.chance(1 / (1 + Math.exp(-odds - leadTruth.keen)));
  const mql = created + random.between(0.2, 9);
  const sql = mql + random.between(0.5, 6);
  const accepted = keen && (isDeal || random.chance(0.35));
  return {
    keen,
    mql: keen && mql <= now ? mql : undefined,
    sql: accepted && sql <= now ? sql : undefined,
  };
}

/** A lead that stays one, or the lead that a new-business deal came from. */
function makeLead(
  company: Company,
  number: number,
  now: Moment,
  story: Story | undefined,
): Lead | undefined {
  const random = new Random(`${company.seed} lead ${number}`);
  const created = story
    ? story.created - random.between(3, 40)
    : random.between(company.start, company.end + 1);
  if (created > now) return undefined;
  const { first, last } = personName(random);
  const [title, seniority, department, fit] = random.pick(people);
  const { name, employees, industry, country, owner, source } = originOf(
    company,
    random,
    number,
    story,
  );
  const odds =
    leadTruth.base + leadTruth.fit * fit + (employees >= 1000 ? leadTruth.enterprise : 0);
  const { keen, mql, sql } = progressOf(random, odds, created, now, story !== undefined);
  const convertedAt = story !== undefined && story.created <= now ? story.created : undefined;
  const converted = convertedAt !== undefined;
  const email = random.chance(0.06)
    ? `${first}.${last}${number}@gmail.com`
    : `${first}.${last}@${domainOf(name)}`;
  const id = recordId("lead", number + 1);
  return {
    id,
    created,
    keen,
    cells: [
      id,
      first,
      last,
      title,
      seniority,
      department,
      name,
      email.toLowerCase(),
      `+1 415 555 ${random.integer(1000, 9999)}`,
      owner.name,
      statusOf(mql, sql, converted, now - created),
      source,
      industry,
      random.chance(0.1) ? "" : String(employees),
      random.chance(0.3) ? "" : String(employees * random.integer(90, 260) * 1000),
      country,
      reportDate(created),
      reportDate(mql),
      reportDate(sql),
      flag(converted),
      reportDate(convertedAt),
      flag(random.chance(0.03)),
    ],
  };
}

/** Leads and what they did, up to a moment: about six for every ten deals. */
export function leadRows(company: Company, now: Moment): { leads: string[][]; events: string[][] } {
  const leads: string[][] = [leadHeader];
  const rows: string[][] = [eventHeader];
  const origins = company.stories.filter(
    (story) =>
      story.type === "New Business" && story.source !== "Outbound" && story.number % 4 === 0,
  );
  const count = Math.round(company.stories.length * 0.6);
  for (let number = 0; number < count; number += 1) {
    const lead = makeLead(company, number, now, origins[number]);
    if (!lead) continue;
    leads.push([...lead.cells]);
    const random = new Random(`${company.seed} events ${lead.id}`);
    for (const [event, source, keen, idle] of events) {
      if (!random.chance(lead.keen ? keen : idle)) continue;
      const at = lead.created + random.wait(lead.keen ? 6 : 40);
      if (at <= now)
        rows.push([lead.id, event, isoDate(Math.floor(at)), String(random.integer(1, 3)), source]);
    }
  }
  return { leads, events: rows };
}
