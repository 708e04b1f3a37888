import { addMonths, type Day, partsOfDay, weekdayOf } from "../../src/core/calendar/day.ts";
import { makeAccounts, type SampleAccount } from "./accounts.ts";
import type { Seed } from "./dealSeed.ts";
import { makeStory } from "./makeStory.ts";
import { makeReps, type SampleRep } from "./people.ts";
import { Random } from "./random.ts";
import { recordId } from "./recordId.ts";
import type { Story } from "./story.ts";
import { sampleTruth } from "./truth.ts";
import { quarterStart } from "./workingDay.ts";

/** The sample company with everything that ever happens to it; exports show it up to a day. */
export type Company = {
  readonly seed: string;
  readonly start: Day;
  readonly end: Day;
  readonly reps: readonly SampleRep[];
  readonly accounts: readonly SampleAccount[];
  readonly stories: readonly Story[];
};

export const products: readonly (readonly [name: string, family: string, list: number])[] = [
  ["Flow Core", "Platform", 12000],
  ["Flow Plus", "Platform", 30000],
  ["Flow Enterprise", "Platform", 90000],
  ["Insight", "Analytics", 8000],
  ["Connect", "Integration", 6000],
  ["Onboarding", "Services", 5000],
];

/** Adds up how many deals are created by each day: growth, the season and no weekends. */
function creationCurve(start: Day, end: Day): Float64Array {
  const curve = new Float64Array(end - start + 1);
  let total = 0;
  for (let day = start; day <= end; day += 1) {
    const season = sampleTruth.creationByMonth[partsOfDay(day).month - 1] ?? 1;
    const growth = (1 + sampleTruth.growthPerQuarter) ** ((day - start) / 91.3);
    total += weekdayOf(day) <= 5 ? season * growth : 0;
    curve[day - start] = total;
  }
  return curve;
}

/** The day at which a share of all deals has been created. */
function dayOfShare(curve: Float64Array, start: Day, share: number): Day {
  const wanted = share * (curve[curve.length - 1] ?? 0);
  let [low, high] = [0, curve.length - 1];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((curve[middle] ?? 0) > wanted) high = middle;
    else low = middle + 1;
  }
  return start + low;
}

const productOf = (account: SampleAccount, random: Random) => {
  const own = { SMB: 0, "Mid-Market": 1, Enterprise: 2 }[account.segment];
  return products[random.chance(0.75) ? own : random.integer(3, 4)]?.[0] ?? "Flow Core";
};

/** Whoever owns the account, or a colleague of the team while that one has not begun or has left. */
function ownerOn(account: SampleAccount, day: Day, reps: readonly SampleRep[]): SampleRep {
  const works = (rep: SampleRep) =>
    rep.startDay <= day && (rep.leftDay === undefined || day < rep.leftDay);
  if (works(account.owner)) return account.owner;
  return reps.find((rep) => rep.team === account.owner.team && works(rep)) ?? account.owner;
}

/** A renewal comes up before the contract of a won deal ends. */
function renewalOf(story: Story, end: Day): Omit<Seed, "number" | "owner"> | undefined {
  const { daysBefore } = sampleTruth.renewal;
  const due = addMonths(Math.floor(story.closedAt), story.termMonths);
  const created = due - daysBefore + 0.4;
  if (!story.won || story.type === "Expansion" || created >= end) return undefined;
  const last = story.versions[story.versions.length - 1];
  const { account, product } = story;
  return {
    account,
    type: "Renewal",
    product,
    created,
    due,
    baseAmount: last?.amount ?? story.listAmount,
  };
}

/** Makes the company with exactly so many deals created up to its last day. */
export function makeCompany(seed: string, end: Day, deals: number): Company {
  const random = new Random(`quillmere ${seed}`);
  const start = quarterStart(addMonths(end, -30));
  const reps = makeReps(random.fork("reps"), Math.max(9, Math.round(deals / 130)), start, end);
  const accounts = makeAccounts(
    random.fork("accounts"),
    Math.max(20, Math.round(deals / 4)),
    reps,
    start,
  );
  const curve = creationCurve(start, end - 1);
  const stories: Story[] = [];
  const tell = (part: Omit<Seed, "number" | "owner">): Story => {
    const number = stories.length;
    const owner = ownerOn(part.account, Math.floor(part.created), reps);
    const story = makeStory(random.fork(`deal ${number}`), { ...part, number, owner });
    stories.push(story);
    return story;
  };
  const customers = new Map<SampleAccount, number>();
  for (let round = 0; stories.length < deals; round += 1) {
    const own = random.fork(`arrival ${round}`);
    const account = own.pick(accounts);
    const created = dayOfShare(curve, start, own.unit()) + own.between(8, 18) / 24;
    const since = customers.get(account);
    const type = since !== undefined && since < created ? "Expansion" : "New Business";
    let story: Story | undefined = tell({
      account,
      type,
      created,
      product: productOf(account, own),
    });
    if (story.won) customers.set(account, Math.min(since ?? story.closedAt, story.closedAt));
    while (story && stories.length < deals) {
      const renewal = renewalOf(story, end);
      story = renewal ? tell(renewal) : undefined;
    }
  }
  // Ids count up in the order in which deals were created, as a CRM gives them.
  stories.sort((one, other) => one.created - other.created);
  const inOrder = stories.map((story, number) => ({
    ...story,
    number,
    id: recordId("opportunity", number + 1),
  }));
  return { seed, start, end, reps, accounts, stories: inOrder };
}
