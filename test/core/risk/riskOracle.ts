import { makeCompany } from "../../../workbench/sample/company.ts";
import { Random } from "../../../workbench/sample/random.ts";
import { type Story, versionAt } from "../../../workbench/sample/story.ts";
import { openStages, sampleTruth } from "../../../workbench/sample/truth.ts";
import type { JudgedDeal } from "./riskBacktest.ts";

/** Ends that are drawn for each deal. */
const DRAWS = 400;
const MOST_TRIES = 200 * DRAWS;
const DAYS = [30, 60, 90] as const;
const MORNING = 0.25;
/** A day ends some 14 hours after its morning. */
const EVENING = 0.6;

/** The chances of a loss within 30, 60 and 90 days. */
type Chances = readonly number[];
export type OracleDeal = Pick<JudgedDeal, "id" | "asOf"> & {
  /** By the deal's true chance of leaving each stage, what is to come included, and its time in the stage. */
  readonly hazards: Chances;
  /** The same weighed by how well each drawn end fits all of the deal's activities. */
  readonly withActivity: Chances;
};

/** Log-likelihood of a deal's activities if it ends as drawn: gaps widen in deals that will be lost, none come after. */
function activityFit(story: Story, now: number, worked: number, won: boolean): number {
  const life = Math.max(1, worked - story.created);
  const gap = (at: number) => (won ? 6 : 6 + (10 * (at - story.created)) / life);
  let [sum, before] = [0, Number.NaN];
  for (const { at } of story.touches) {
    if (at > now) break;
    if (at >= worked) return Number.NEGATIVE_INFINITY;
    if (!Number.isNaN(before)) sum -= Math.log(gap(before)) + (at - before - 0.3) / gap(before);
    before = at;
  }
  const quiet = Math.min(now, worked) - before - 0.3;
  return Number.isNaN(before) ? sum : sum - Math.max(0, quiet) / gap(before);
}

/** Draws how a deal goes on from its present stage by the numbers the company is made with. */
function drawEnd(random: Random, story: Story, stage: number, entered: number, now: number) {
  const { stageDays, stageSigma, lostStageFactor, neglect, segmentDays, typeDays } = sampleTruth;
  const pace = segmentDays[story.account.segment] * typeDays[story.type];
  const first = openStages.length - story.trueChance.length;
  let at = entered;
  for (let place = stage; place < openStages.length; place++) {
    const [here = 0, next = 1] = story.trueChance.slice(place - first);
    const forwards = random.chance(here / next);
    const days = random.around((stageDays[place] ?? 0) * pace, stageSigma);
    at += Math.max(0.1, forwards ? days : days * lostStageFactor);
    if (!forwards) {
      const [from, to] = neglect.days;
      const lingers = random.chance(neglect.share) ? random.between(from, to) : 0;
      return { won: false, worked: at, closed: at + lingers };
    }
    // It still is in its stage, so this end is none.
    if (at <= now) return undefined;
  }
  return { won: true, worked: at, closed: at };
}

function judged(random: Random, story: Story, asOf: number): OracleDeal | undefined {
  const now = asOf + MORNING;
  const version = versionAt(story, now);
  if (typeof version?.stage !== "number") return undefined;
  const { stage } = version;
  const entered = story.versions.find((one) => one.stage === stage)?.at ?? version.at;
  const ends: { lost: boolean[]; fit: number }[] = [];
  for (let tries = 0; ends.length < DRAWS && tries < MOST_TRIES; tries++) {
    const end = drawEnd(random, story, stage, entered, now);
    if (!end || end.closed <= now) continue;
    const lost = DAYS.map((days) => !end.won && end.closed + EVENING <= now + days);
    ends.push({ lost, fit: activityFit(story, now, end.worked, end.won) });
  }
  const best = ends.reduce((most, { fit }) => Math.max(most, fit), Number.NEGATIVE_INFINITY);
  const shares = (weightOf: (fit: number) => number) => {
    const total = ends.reduce((sum, { fit }) => sum + weightOf(fit), 0);
    return DAYS.map((_, at) =>
      ends.reduce((sum, { lost, fit }) => sum + (lost[at] ? weightOf(fit) / total : 0), 0),
    );
  };
  const hazards = shares(() => 1);
  const fits = Number.isFinite(best);
  const withActivity = fits ? shares((fit) => Math.exp(fit - best)) : hazards;
  return { id: story.id, asOf, hazards, withActivity };
}

/**
 * What could be known at most of the deals open on the mornings of `riskBacktest`: their chances of a loss by the numbers
 * the company is made with, by drawing ends that agree with where each deal stands.
 */
export function riskOracle(seed: number, asOfs: readonly number[]): OracleDeal[] {
  const last = Math.max(...asOfs);
  const { stories } = makeCompany(String(seed), last, 3000);
  const random = new Random(`oracle ${seed}`);
  return asOfs.flatMap((asOf) => stories.flatMap((story) => judged(random, story, asOf) ?? []));
}
