import type { Moment } from "../../src/core/calendar/day.ts";
import type { SampleAccount } from "./accounts.ts";
import type { SampleRep } from "./people.ts";
import type { Random } from "./random.ts";
import type { Since } from "./story.ts";
import { type DealType, openStages, type Segment, sampleTruth } from "./truth.ts";
import { lastWorkdays, monthEnd, quarterEnd, workdayAfter } from "./workingDay.ts";

const { effects, rates } = sampleTruth;

export type Conditions = {
  readonly competitor: number | undefined;
  readonly economicBuyer: number | undefined;
  readonly championLeft: number | undefined;
  readonly budget: number | undefined;
  readonly concern: number | undefined;
  readonly singleContact: boolean;
};

/** From which stage on each condition of a deal holds; undefined: never. */
export function drawConditions(random: Random): Conditions {
  const stageFrom = (first: number, last: number, share: number) =>
    random.chance(share) ? random.integer(first, last) : undefined;
  return {
    competitor: stageFrom(1, 4, rates.competitor),
    economicBuyer: stageFrom(1, 5, 0.72),
    championLeft: stageFrom(2, 5, rates.championLeft),
    budget: stageFrom(1, 5, 0.8),
    concern: stageFrom(3, 5, rates.technicalConcern),
    singleContact: random.chance(rates.singleContact),
  };
}

const logistic = (x: number) => 1 / (1 + Math.exp(-x));
const logit = (p: number) => Math.log(p / (1 - p));

/** Log-odds that hold through all stages of a deal. */
function constantEffect(segment: Segment, type: DealType, source: string, rep: SampleRep): number {
  let sum = rep.skill;
  if (segment === "SMB") sum += effects.smb;
  if (segment === "Enterprise") sum += effects.enterprise;
  if (type === "Expansion") sum += effects.expansion;
  if (type === "Renewal") sum += effects.renewal;
  if (source === "Referral") sum += effects.referral;
  if (source === "Outbound") sum += effects.outbound;
  return sum;
}

/** Chance of leaving each stage forwards. */
export function advanceChances(
  account: SampleAccount,
  type: DealType,
  source: string,
  rep: SampleRep,
  conditions: Conditions,
): number[] {
  const constant = constantEffect(account.segment, type, source, rep);
  const from = (stage: number | undefined, effect: number, now: number) =>
    stage !== undefined && now >= stage ? effect : 0;
  return sampleTruth.advance.map((base, stage) =>
    logistic(
      logit(base) +
        constant +
        from(conditions.competitor, effects.competitor, stage) +
        from(conditions.economicBuyer, effects.economicBuyerMet, stage) +
        from(conditions.championLeft, effects.championLeft, stage) +
        from(conditions.budget, effects.budgetConfirmed, stage) +
        from(conditions.concern, effects.technicalConcern, stage) +
        (conditions.singleContact ? effects.singleContact : 0),
    ),
  );
}

/** Chance of winning on entering each stage: the product of the chances from there on. */
export function chancesToWin(advance: readonly number[]): number[] {
  const chances = [...advance];
  for (let stage = chances.length - 2; stage >= 0; stage -= 1) {
    chances[stage] = (chances[stage] ?? 0) * (chances[stage + 1] ?? 0);
  }
  return chances;
}

export type Walk = {
  /** When each stage was entered, the first stage first. */
  readonly entered: readonly Moment[];
  readonly firstStage: number;
  readonly won: boolean;
  readonly closedAt: Moment;
  /** From here on nobody works the deal; the closing itself unless it was forgotten. */
  readonly neglectedFrom: Moment;
};

/** Deals close on working days in working hours, and wins crowd before the end of a month and more of a quarter. */
function closingMoment(random: Random, ready: Moment, won: boolean): Moment {
  const day = Math.floor(ready);
  const hour = () => random.between(9, 18) / 24;
  if (won) {
    const { quarterEnd: quarter, monthEnd: month } = sampleTruth;
    const [endOfQuarter, endOfMonth] = [quarterEnd(day), monthEnd(day)];
    if (endOfQuarter - day <= quarter.days && random.chance(quarter.share)) {
      const late = lastWorkdays(endOfQuarter, 6).filter((one) => one >= day);
      if (late.length > 0) return random.pick(late) + hour();
    }
    if (endOfMonth - day <= month.days && random.chance(month.share)) {
      const late = lastWorkdays(endOfMonth, 3).filter((one) => one >= day);
      if (late.length > 0) return random.pick(late) + hour();
    }
  }
  const workday = workdayAfter(day);
  return workday === day ? ready : workday + hour();
}

/** Renewals start half way: the customer knows the product. */
export const firstStageOf = (type: DealType) => (type === "Renewal" ? 2 : 0);

/** A deal's way through the stages. */
export function walkStages(
  random: Random,
  created: Moment,
  segment: Segment,
  type: DealType,
  advance: readonly number[],
): Walk {
  const pace = sampleTruth.segmentDays[segment] * sampleTruth.typeDays[type];
  const firstStage = firstStageOf(type);
  const entered: Moment[] = [];
  let now = created;
  for (let stage = firstStage; stage < openStages.length; stage += 1) {
    entered.push(now);
    const forwards = random.chance(advance[stage] ?? 0);
    const days = random.around((sampleTruth.stageDays[stage] ?? 10) * pace, sampleTruth.stageSigma);
    now += Math.max(0.1, forwards ? days : days * sampleTruth.lostStageFactor);
    if (!forwards) return { entered, firstStage, won: false, ...ending(random, now) };
  }
  const closedAt = closingMoment(random, now, true);
  return { entered, firstStage, won: true, closedAt, neglectedFrom: closedAt };
}

/** How a lost deal ends: closed at once, or forgotten first. */
function ending(random: Random, lostAt: Moment): Pick<Walk, "closedAt" | "neglectedFrom"> {
  const { share, days } = sampleTruth.neglect;
  if (!random.chance(share)) {
    const closedAt = closingMoment(random, lostAt, false);
    return { closedAt, neglectedFrom: closedAt };
  }
  return {
    closedAt: closingMoment(random, lostAt + random.between(days[0], days[1]), false),
    neglectedFrom: lostAt,
  };
}

/** When a condition that belongs to a stage set in: some time within that stage, if the deal came so far. */
export function momentOf(random: Random, walk: Walk, stage: number | undefined): Since {
  if (stage === undefined) return undefined;
  const index = Math.max(0, stage - walk.firstStage);
  const start = walk.entered[index];
  if (start === undefined) return undefined;
  const end = walk.entered[index + 1] ?? walk.closedAt;
  return start + Math.max(0, end - start) * random.between(0, 0.5);
}
