import type { Moment } from "../../src/core/calendar/day.ts";
import type { SampleAccount } from "./accounts.ts";
import {
  advanceChances,
  chancesToWin,
  drawConditions,
  firstStageOf,
  momentOf,
  type Walk,
  walkStages,
} from "./dealLife.ts";
import { quoted, type Seed, type Terms } from "./dealSeed.ts";
import { makeVersions } from "./makeVersions.ts";
import type { Random } from "./random.ts";
import { recordId } from "./recordId.ts";
import type { Story, Touch } from "./story.ts";
import { sampleTruth } from "./truth.ts";

const sources: readonly (readonly [string, number])[] = [
  ["Website", 0.28],
  ["Outbound", 0.24],
  ["Event", 0.14],
  ["Referral", 0.14],
  ["Partner", 0.12],
  ["Webinar", 0.08],
];
const competitors = ["Norvane", "Tallisoft", "Brightbase", "In-house solution"];
const lossReasons: readonly (readonly [string, number])[] = [
  ["No decision", 0.38],
  ["Competitor", 0.3],
  ["Price", 0.15],
  ["Missing feature", 0.1],
  ["Budget cut", 0.07],
];
const roles = [
  "Champion",
  "Decision Maker",
  "Economic Buyer",
  "Evaluator",
  "Influencer",
  "End User",
];

function drawTerms(random: Random, seed: Seed): Terms {
  const { account, type, baseAmount } = seed;
  const median = sampleTruth.amount[account.segment] * (type === "Expansion" ? 0.45 : 1);
  const listAmount = quoted(
    baseAmount === undefined
      ? random.around(median, sampleTruth.amountSigma)
      : baseAmount * (1 + sampleTruth.renewal.increase),
  );
  const discounted = type !== "Renewal" && random.chance(0.6);
  return {
    listAmount,
    discount: discounted ? Math.round(Math.min(0.35, random.around(0.09, 0.6)) * 100) / 100 : 0,
    termMonths: random.weighted([
      [12, 0.72],
      [24, 0.18],
      [36, 0.1],
    ] as const),
    paymentTerms: random.weighted([
      ["Net 30", 0.75],
      ["Net 60", 0.18],
      ["Net 90", 0.07],
    ] as const),
  };
}

/** Touches come every few days and thin out in deals that will be lost. */
function drawTouches(random: Random, created: Moment, walk: Walk, contacts: number): Touch[] {
  const touches: Touch[] = [];
  const life = Math.max(1, walk.neglectedFrom - created);
  let now = created + random.between(0, 2);
  while (now < walk.neglectedFrom) {
    const type = random.weighted([
      ["Email", 0.45],
      ["Call", 0.3],
      ["Meeting", 0.18],
      ["Demo", 0.07],
    ] as const);
    touches.push({ at: now, type, contact: random.integer(0, contacts - 1) });
    const passed = (now - created) / life;
    now += 0.3 + random.wait(walk.won ? 6 : 6 + 10 * passed);
  }
  return touches;
}

function drawContacts(random: Random, account: SampleAccount, single: boolean, walk: Walk) {
  const count = single ? 1 : Math.min(account.contacts.length, random.integer(2, 4));
  const first = random.integer(0, account.contacts.length - 1);
  return account.contacts
    .map((_, index) => account.contacts[(first + index) % account.contacts.length])
    .slice(0, count)
    .flatMap((contact, index) => {
      const since = walk.entered[Math.min(index, walk.entered.length - 1)];
      const role = index === 0 ? "Champion" : random.pick(roles.slice(1));
      return contact && since !== undefined ? [{ contact, role, since }] : [];
    });
}

/** One deal from beginning to end. */
export function makeStory(random: Random, seed: Seed): Story {
  const { number, account, owner, type, created } = seed;
  const source = type === "New Business" ? random.weighted(sources) : "Customer";
  const conditions = drawConditions(random);
  const advance = advanceChances(account, type, source, owner, conditions);
  const walk = walkStages(random, created, account.segment, type, advance);
  const terms = drawTerms(random, seed);
  const contacts = drawContacts(random, account, conditions.singleContact, walk);
  const competitorSince = momentOf(random, walk, conditions.competitor);
  const reason = random.weighted(lossReasons);
  const kind = type === "New Business" ? seed.product : `${seed.product} ${type.toLowerCase()}`;
  return {
    ...terms,
    number,
    id: recordId("opportunity", number + 1),
    name: `${account.name} - ${kind}`,
    account,
    owner,
    type,
    source,
    product: seed.product,
    created,
    versions: makeVersions(random.fork("versions"), seed, terms, walk),
    touches: drawTouches(random.fork("touches"), created, walk, contacts.length),
    contacts,
    competitor: competitorSince === undefined ? "" : random.pick(competitors),
    competitorSince,
    economicBuyerSince: momentOf(random, walk, conditions.economicBuyer),
    championLeftSince: momentOf(random, walk, conditions.championLeft),
    budgetSince: momentOf(random, walk, conditions.budget),
    concernSince: momentOf(random, walk, conditions.concern),
    won: walk.won,
    closedAt: walk.closedAt,
    lossReason: walk.won
      ? ""
      : competitorSince === undefined && reason === "Competitor"
        ? "Price"
        : reason,
    trueChance: chancesToWin(advance).slice(firstStageOf(type)),
  };
}
