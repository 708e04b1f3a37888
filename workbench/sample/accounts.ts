import type { Day } from "../../src/core/calendar/day.ts";
import { companyName, domainOf, personName } from "./names.ts";
import type { Region, SampleRep } from "./people.ts";
import type { Random } from "./random.ts";
import { recordId } from "./recordId.ts";
import type { Segment } from "./truth.ts";

export type SampleContact = {
  readonly id: string;
  readonly first: string;
  readonly last: string;
  readonly email: string;
  readonly phone: string;
  readonly title: string;
  readonly department: string;
};

export type SampleAccount = {
  readonly id: string;
  readonly name: string;
  readonly domain: string;
  readonly industry: string;
  readonly employees: number;
  readonly revenue: number;
  readonly city: string;
  readonly state: string;
  readonly country: string;
  readonly region: Region;
  readonly segment: Segment;
  readonly created: Day;
  readonly owner: SampleRep;
  readonly contacts: readonly SampleContact[];
};

type Place = readonly [city: string, state: string, country: string, prefix: string];

const places: Readonly<Record<Region, readonly Place[]>> = {
  "North America": [
    ["Austin", "TX", "United States", "+1 512 555"],
    ["Chicago", "IL", "United States", "+1 312 555"],
    ["Seattle", "WA", "United States", "+1 206 555"],
    ["Boston", "MA", "United States", "+1 617 555"],
    ["Atlanta", "GA", "United States", "+1 404 555"],
    ["Toronto", "ON", "Canada", "+1 416 555"],
  ],
  EMEA: [
    ["Hamburg", "", "Germany", "+49 40 555"],
    ["Lyon", "", "France", "+33 4 5550"],
    ["Leeds", "", "United Kingdom", "+44 113 555"],
    ["Gothenburg", "", "Sweden", "+46 31 555"],
    ["Porto", "", "Portugal", "+351 22 555"],
  ],
  APAC: [
    ["Melbourne", "VIC", "Australia", "+61 3 5550"],
    ["Osaka", "", "Japan", "+81 6 5550"],
    ["Singapore", "", "Singapore", "+65 5550"],
  ],
};

const industries = [
  "Manufacturing",
  "Software",
  "Financial Services",
  "Healthcare",
  "Retail",
  "Logistics",
  "Energy",
  "Media",
  "Education",
];

const titles: readonly (readonly [string, string])[] = [
  ["Chief Financial Officer", "Finance"],
  ["VP Operations", "Operations"],
  ["Director of IT", "IT"],
  ["Head of Procurement", "Procurement"],
  ["Operations Manager", "Operations"],
  ["IT Manager", "IT"],
  ["Business Analyst", "Operations"],
  ["Chief Executive Officer", "Management"],
];

/** Employees of an account: below 100 SMB, below 1,000 mid-market, else enterprise. */
function sizeOf(random: Random, segment: Segment): number {
  if (segment === "SMB") return random.integer(8, 99);
  if (segment === "Mid-Market") return Math.min(999, Math.round(random.around(300, 0.5)) + 100);
  return 1000 + Math.round(random.around(2200, 0.8));
}

function makeContacts(
  random: Random,
  index: number,
  domain: string,
  prefix: string,
): SampleContact[] {
  const count = random.integer(2, 6);
  return Array.from({ length: count }, (_, number) => {
    const { first, last } = personName(random);
    const [title, department] = titles[(index + number * 3) % titles.length] ?? ["", ""];
    return {
      id: recordId("contact", index * 8 + number + 1),
      first,
      last,
      email: `${first}.${last}${number}@${domain}`.toLowerCase(),
      phone: `${prefix} ${random.integer(1000, 9999)}`,
      title,
      department,
    };
  });
}

/** The accounts of the sample company; each belongs to a rep of its region and segment. */
export function makeAccounts(
  random: Random,
  count: number,
  reps: readonly SampleRep[],
  start: Day,
): SampleAccount[] {
  const byTeam = new Map<string, SampleRep[]>();
  for (const rep of reps)
    if (rep.role === "AE") byTeam.set(rep.team, [...(byTeam.get(rep.team) ?? []), rep]);
  return Array.from({ length: count }, (_, index) => {
    const own = random.fork(index);
    const region = own.weighted([
      ["North America", 0.5],
      ["EMEA", 0.33],
      ["APAC", 0.17],
    ] as const);
    const segment = own.weighted([
      ["SMB", 0.5],
      ["Mid-Market", 0.35],
      ["Enterprise", 0.15],
    ] as const);
    const owner = own.pick(byTeam.get(`${region} ${segment}`) ?? reps);
    const [city, state, country, prefix] = own.pick(places[region]);
    const name = companyName(index);
    const domain = domainOf(name);
    const employees = sizeOf(own, segment);
    return {
      id: recordId("account", index + 1),
      name,
      domain,
      industry: own.pick(industries),
      employees,
      revenue: Math.round((employees * own.around(180, 0.4)) / 10) * 10000,
      city,
      state,
      country,
      region,
      segment,
      created: start - own.integer(1, 700),
      owner,
      contacts: makeContacts(own, index, domain, prefix),
    };
  });
}
