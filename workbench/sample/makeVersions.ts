import type { Day, Moment } from "../../src/core/calendar/day.ts";
import type { Walk } from "./dealLife.ts";
import { quoted, type Seed, type Terms } from "./dealSeed.ts";
import type { Random } from "./random.ts";
import type { Version } from "./story.ts";
import { openStages, sampleTruth } from "./truth.ts";
import { monthEnd, quarterEnd, workdayAfter, workdayBefore } from "./workingDay.ts";

const PROPOSAL = openStages.indexOf("Proposal/Price Quote");
const reasons = [
  "Budget moved",
  "Legal review",
  "Waiting for sponsor",
  "Project delayed",
  "Holidays",
];

/** People guess the end of a month, and often the end of a quarter. */
function guess(random: Random, day: Day): Day {
  const kind = random.unit();
  if (kind < 0.5) return workdayBefore(monthEnd(day));
  return kind < 0.72 ? workdayBefore(quarterEnd(day)) : workdayAfter(day);
}

/** Days a deal of this kind typically still takes from a stage on. */
function daysLeft(seed: Seed, stage: number): number {
  const pace = sampleTruth.segmentDays[seed.account.segment] * sampleTruth.typeDays[seed.type];
  return sampleTruth.stageDays.slice(stage).reduce((sum, days) => sum + days, 0) * pace;
}

type Change = { at: Moment; stage?: number | "won" | "lost"; amount?: number };

/** Stage changes and amounts, without close dates. */
function changesOf(random: Random, seed: Seed, terms: Terms, walk: Walk): Change[] {
  const rough =
    seed.type === "Renewal"
      ? terms.listAmount
      : quoted(terms.listAmount * random.around(1.05, 0.15));
  const final = quoted(terms.listAmount * (1 - terms.discount));
  const changes: Change[] = walk.entered.map((at, index) => {
    const stage = walk.firstStage + index;
    return { at, stage, amount: stage >= PROPOSAL ? final : rough };
  });
  changes.push({ at: walk.closedAt, stage: walk.won ? "won" : "lost" });
  return changes;
}

/** The versions of a deal: its stages with the owner's guesses of the close date between them, pushed when they pass. */
export function makeVersions(random: Random, seed: Seed, terms: Terms, walk: Walk): Version[] {
  const versions: Version[] = [];
  const optimistic = daysLeft(seed, walk.firstStage) * sampleTruth.optimism * random.around(1, 0.3);
  let current: Omit<Version, "at"> = {
    stage: walk.firstStage,
    amount: 0,
    closeDate: seed.due ?? guess(random, Math.ceil(seed.created + optimistic)),
    pushes: 0,
    pushReason: "",
  };
  const changes = changesOf(random, seed, terms, walk);
  changes.forEach((change, index) => {
    const { at } = change;
    current = {
      ...current,
      stage: change.stage ?? current.stage,
      amount: change.amount ?? current.amount,
    };
    if (typeof current.stage !== "number") {
      current = { ...current, closeDate: Math.floor(at) };
      versions.push({ ...current, at });
      return;
    }
    // Coming forwards, some owners look at the date again.
    if (index > 0 && seed.due === undefined && random.chance(0.3)) {
      const closeDate = Math.max(
        Math.ceil(at) + 3,
        guess(random, Math.ceil(at + daysLeft(seed, current.stage))),
      );
      current = {
        ...current,
        closeDate,
        pushes: current.pushes + Number(closeDate > current.closeDate + 27),
      };
    }
    versions.push({ ...current, at });
    const until = Math.min(changes[index + 1]?.at ?? at, walk.neglectedFrom);
    current = pushed(random, current, at, until, versions);
  });
  return versions;
}

/** Close dates that pass before the next stage are moved on, or stay overdue for some weeks. */
function pushed(
  random: Random,
  start: Omit<Version, "at">,
  from: Moment,
  until: Moment,
  versions: Version[],
): Omit<Version, "at"> {
  let current = start;
  let looksAt = Math.max(current.closeDate, from) + random.between(0, 9);
  while (looksAt < until) {
    if (random.chance(sampleTruth.pushShare)) {
      current = {
        ...current,
        closeDate: guess(random, Math.floor(looksAt) + random.integer(14, 45)),
        pushes: current.pushes + 1,
        pushReason: random.chance(sampleTruth.pushReasonShare) ? random.pick(reasons) : "",
      };
      versions.push({ ...current, at: looksAt });
      looksAt = Math.max(current.closeDate, looksAt + 1) + random.between(0, 9);
    } else looksAt += random.between(14, 30);
  }
  return current;
}
