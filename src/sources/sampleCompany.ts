import { type Day, isoFromDay, weekdayOf } from "../core/calendar/day.ts";
import type { FiscalCalendar } from "../core/calendar/fiscalCalendar.ts";
import { periodOf } from "../core/calendar/period.ts";

/** A made-up export: a file name and its rows with their header. */
export type SampleExport = {
  readonly file: string;
  readonly rows: readonly (readonly (string | number | boolean | null)[])[];
};

const REPS: readonly (readonly [name: string, team: string, segment: string, quota: number])[] = [
  ["Ada Okafor", "East", "Enterprise", 420000],
  ["Bruno Keller", "East", "Enterprise", 400000],
  ["Chiara Rossi", "East", "Mid-market", 260000],
  ["Dan Whitfield", "West", "Mid-market", 260000],
  ["Elif Demir", "West", "Mid-market", 240000],
  ["Finn Larsen", "West", "Small business", 140000],
];
const MANAGERS: Readonly<Record<string, string>> = { East: "Grace Lindqvist", West: "Hugo Mendes" };
const COMPANIES = [
  ..."Alder Foods;Birch Mutual;Cobalt Rail;Dune Hotels;Ember Energy;Fjord Shipping".split(";"),
  ..."Garnet Labs;Harbour Bank;Indigo Media;Juniper Clinics;Kite Robotics;Larch Timber".split(";"),
  ..."Maple Insurance;Nimbus Cloud;Orchid Retail;Pike Motors;Quarry Steel;Reed Software".split(";"),
  ..."Slate Telecom;Tern Airlines".split(";"),
];
const OPEN_STAGES = [
  ..."Prospecting;Qualification;Needs Analysis".split(";"),
  ..."Proposal/Price Quote;Negotiation/Review".split(";"),
];
const DEAL_SIZES: Readonly<Record<string, number>> = { Enterprise: 90000, "Mid-market": 40000 };
const SMALL_DEAL = 15000;
const KINDS = ["new platform", "renewal", "more seats", "analytics"];
const SOURCES = ["Web", "Referral", "Event", "Outbound"];
const LOSSES = ["Price", "No decision", "Competitor", "Timing"];
const DEALS = 60;
const LEADS = 24;

/** Numbers that look random and are the same each time. */
function numbers(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state * 48271) % 2147483647;
    return Math.floor((state / 2147483647) * below);
  };
}

const pick = <T>(list: readonly T[], at: number): T => list[at % list.length] as T;
const workday = (day: Day) => (weekdayOf(day) > 5 ? day + 8 - weekdayOf(day) : day);

/**
 * A small made-up company as it would be exported on a day: six reps, their quotas of this quarter and the next, sixty
 * deals and some leads. The same day always gives the same company.
 */
export function sampleCompany(day: Day, calendar: FiscalCalendar): SampleExport[] {
  return [
    { file: "Sample reps.csv", rows: repRows(day) },
    { file: "Sample quotas.csv", rows: quotaRows(day, calendar) },
    { file: "Sample opportunities.csv", rows: dealRows(day) },
    { file: "Sample leads.csv", rows: leadRows(day) },
  ];
}

function repRows(day: Day): SampleExport["rows"] {
  const people = REPS.map(([name, team, segment], at) => [
    `R${at + 1}`,
    name,
    `${name.toLowerCase().replace(" ", ".")}@example.com`,
    MANAGERS[team] ?? "",
    team,
    "AE",
    segment,
    isoFromDay(day - 300 - 160 * at),
    true,
  ]);
  return ["Rep ID;Name;Email;Manager;Team;Role;Segment;Start Date;Active".split(";"), ...people];
}

function quotaRows(day: Day, calendar: FiscalCalendar): SampleExport["rows"] {
  const current = periodOf(day, "quarter", calendar);
  const next = periodOf(current.to + 1, "quarter", calendar);
  const rows = [current, next].flatMap(({ from }) =>
    REPS.map(([, , , quota], at) => [`R${at + 1}`, isoFromDay(from), "quarter", quota, "USD"]),
  );
  return ["Rep ID;Period Start;Period Grain;Quota Amount;Currency".split(";"), ...rows];
}

type Below = (below: number) => number;

function dealRows(day: Day): SampleExport["rows"] {
  const below = numbers(20240607);
  const rows = Array.from({ length: DEALS }, (_, at) => {
    const [owner, , segment] = pick(REPS, below(REPS.length));
    const company = pick(COMPANIES, at * 7);
    const size = ((DEAL_SIZES[segment] ?? SMALL_DEAL) * (40 + below(120))) / 100;
    // Now and then an amount or a next step was forgotten, as it happens.
    const amount = at % 17 === 9 ? null : Math.round(size / 500) * 500;
    const head = [`D${1001 + at}`, `${company} ${pick(KINDS, below(4))}`, company, owner];
    const rest = at % 5 < 2 ? openDeal(day, at, below) : closedDeal(day, below);
    return [...head, amount, "USD", pick(SOURCES, below(4)), ...rest];
  });
  const header =
    "Opportunity ID;Opportunity Name;Account Name;Owner;Amount;Currency;Lead Source;Stage;Created Date;Stage Entered;Last Activity;Close Date;Next Step;Loss Reason";
  return [header.split(";"), ...rows];
}

function openDeal(day: Day, at: number, below: Below): (string | null)[] {
  const created = workday(day - 10 - below(120));
  const entered = Math.min(day, workday(created + below(Math.max(1, day - created))));
  const active = Math.max(entered, day - below(45));
  const close = workday(day - 6 + below(110));
  const days = [created, entered, active, close].map(isoFromDay);
  return [pick(OPEN_STAGES, below(5)), ...days, at % 4 > 0 ? "Call with the buyer" : null, null];
}

function closedDeal(day: Day, below: Below): (string | null)[] {
  const isWon = below(10) < 4;
  const created = workday(day - 90 - below(270));
  const close = Math.min(day, workday(created + 30 + below(60)));
  const days = [created, close, close, close].map(isoFromDay);
  const loss = isWon ? null : pick(LOSSES, below(4));
  return [isWon ? "Closed Won" : "Closed Lost", ...days, null, loss];
}

const TITLES = [
  "VP Sales",
  "Head of Operations",
  "Analyst",
  "Chief Revenue Officer",
  "Student",
  "Manager",
];
const INDUSTRIES = ["Software", "Manufacturing", "Retail", "Healthcare"];

function leadRows(day: Day): SampleExport["rows"] {
  const below = numbers(77003);
  const names = "Ines Kaya;Jon Berg;Kim Sato;Lea Novak;Max Osei;Nora Quinn".split(";");
  const rows = Array.from({ length: LEADS }, (_, at) => {
    const [first = "", last = ""] = pick(names, at * 5).split(" ");
    const company = pick(COMPANIES, at * 11 + 3);
    return [
      `L${501 + at}`,
      first,
      last,
      company,
      `${first}.${last}${at}@${company.toLowerCase().replace(" ", "")}.example`.toLowerCase(),
      pick(TITLES, below(6)),
      pick(INDUSTRIES, below(4)),
      20 + below(900),
      pick(["Germany", "United States", "Brazil", "Japan"], below(4)),
      pick(["New", "Working", "Nurture"], below(3)),
      pick(SOURCES, below(4)),
      isoFromDay(workday(day - below(60))),
    ];
  });
  const header =
    "Lead ID;First Name;Last Name;Company;Email;Title;Industry;Employees;Country;Status;Lead Source;Created Date";
  return [header.split(";"), ...rows];
}
