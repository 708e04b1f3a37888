import type { Day } from "../calendar/day.ts";
import { groupBy } from "../groupBy.ts";
import { betaQuantile } from "../statistics/beta.ts";
import { type BetaPrior, betaPrior } from "../statistics/betaBinomial.ts";
import { ageSteps, chanceToReach, type Move, type Stay } from "../statistics/competingRisks.ts";
import type { StageStay } from "./stageStays.ts";

/** A deal from the first time it came into a stage: when it went further, and how it ended. */
export type StageVisit = {
  readonly pipeline: string;
  readonly stage: string;
  readonly order: number | undefined;
  readonly opportunityId: string;
  readonly entered: Day;
  /** The first day in a later stage, or won. */
  readonly advanced: Day | undefined;
  /** How and when it left the pipeline for good; undefined while it is open. */
  readonly over: { readonly day: Day; readonly won: boolean } | undefined;
  readonly first: StageStay;
};

export type Conversion = {
  readonly entered: number;
  readonly advanced: number;
  /** Left the pipeline before they went further. */
  readonly lost: number;
  /** Neither yet. */
  readonly waiting: number;
  readonly won: number;
  /** The chance of going further at some time, open deals counted for as long as they have been in. */
  readonly rate: number | undefined;
  /** The rate after it leans on the whole's, as far as there are few deals. */
  readonly pooled: number | undefined;
  /** 80 % of the time the true rate lies within. */
  readonly low: number | undefined;
  readonly high: number | undefined;
  /** The chance of being won in the end. */
  readonly winRate: number | undefined;
};

/** The first visit of each deal to each stage, from its stays in order; stays whose beginning is not known are left out. */
export function stageVisits(stays: readonly StageStay[]): StageVisit[] {
  const byDeal = groupBy(stays, ({ opportunityId }) => opportunityId);
  return [...byDeal.values()].flatMap(visitsOfDeal);
}

function visitsOfDeal(stays: readonly StageStay[]): StageVisit[] {
  const last = stays[stays.length - 1];
  const isOver = last?.end === "won" || last?.end === "lost" || last?.end === "gone";
  const over =
    isOver && last.left !== undefined ? { day: last.left, won: last.end === "won" } : undefined;
  const seen = new Set<string>();
  const visits: StageVisit[] = [];
  stays.forEach((first, at) => {
    const key = `${first.pipeline}\n${first.stage}`;
    if (seen.has(key)) return;
    seen.add(key);
    const { pipeline, stage, order, opportunityId, entered } = first;
    if (entered === undefined) return;
    const advanced = furtherFrom(stays.slice(at));
    visits.push({ pipeline, stage, order, opportunityId, entered, advanced, over, first });
  });
  return visits;
}

/** The day on which a deal first went beyond the stage of the first of these stays; another pipeline is not beyond. */
function furtherFrom([first, ...later]: readonly StageStay[]): Day | undefined {
  if (first?.end === "won") return first.left;
  for (const stay of later) {
    const isFurther =
      first?.order !== undefined &&
      stay.order !== undefined &&
      stay.pipeline === first.pipeline &&
      stay.order > first.order;
    if (isFurther && stay.entered !== undefined) return stay.entered;
    if (stay.end === "won") return stay.left;
  }
  return undefined;
}

const [OPEN, REACHED, LEFT] = [0, 1, 2];
type Exit = { readonly day: Day; readonly reached: boolean };

/** The chance of the one way out against the other, with visits that took neither counted for as long as they last. */
function chanceOf(
  visits: readonly StageVisit[],
  asOf: Day,
  exitOf: (visit: StageVisit) => Exit | undefined,
): number | undefined {
  const moves: Move[] = [];
  const stays: Stay[] = [];
  for (const visit of visits) {
    const exit = exitOf(visit);
    const to = Math.max(0.5, (exit?.day ?? asOf) - visit.entered);
    stays.push({ state: OPEN, from: 0, to });
    if (exit) moves.push({ age: to, from: OPEN, to: exit.reached ? REACHED : LEFT, count: 1 });
  }
  const steps = ageSteps(moves, stays);
  const ever = (target: number) =>
    chanceToReach(steps, 3, target, 0, Number.POSITIVE_INFINITY)[OPEN] ?? 0;
  const [reached, left] = [ever(REACHED), ever(LEFT)];
  return reached + left > 0 ? reached / (reached + left) : undefined;
}

const exitFromStage = ({ advanced, over }: StageVisit): Exit | undefined => {
  if (advanced !== undefined) return { day: advanced, reached: true };
  return over && { day: over.day, reached: false };
};
const exitFromPipeline = ({ over }: StageVisit): Exit | undefined =>
  over && { day: over.day, reached: over.won };

type Counted = Omit<Conversion, "pooled" | "low" | "high">;

function counted(visits: readonly StageVisit[], asOf: Day): Counted {
  let [advanced, lost, won] = [0, 0, 0];
  for (const visit of visits) {
    if (visit.advanced !== undefined) advanced += 1;
    else if (visit.over) lost += 1;
    if (visit.over?.won) won += 1;
  }
  return {
    entered: visits.length,
    advanced,
    lost,
    waiting: visits.length - advanced - lost,
    won,
    rate: chanceOf(visits, asOf, exitFromStage),
    winRate: chanceOf(visits, asOf, exitFromPipeline),
  };
}

/** How sure the rate is, leaning on the prior where there is one. */
function withRange(own: Counted, prior: BetaPrior | undefined): Conversion {
  const decided = own.advanced + own.lost;
  const { mean, strength } = prior ?? { mean: 0.5, strength: 1 };
  const isKnown = decided > 0 || prior !== undefined;
  const yes = decided * (own.rate ?? 0) + strength * mean;
  const no = decided * (1 - (own.rate ?? 0)) + strength * (1 - mean);
  return {
    ...own,
    pooled: prior === undefined ? own.rate : yes / (yes + no),
    low: isKnown ? betaQuantile(0.1, yes, no) : undefined,
    high: isKnown ? betaQuantile(0.9, yes, no) : undefined,
  };
}

/** What became of the deals that came into a stage. With a prior their rate leans on the rates of other groups. */
export function conversionOf(
  visits: readonly StageVisit[],
  asOf: Day,
  prior?: BetaPrior,
): Conversion {
  return withRange(counted(visits, asOf), prior);
}

/** The conversion of groups of one stage's deals, each leaning on all of them as far as it has few of its own. */
export function pooledConversions(
  groups: ReadonlyMap<string, readonly StageVisit[]>,
  asOf: Day,
): ReadonlyMap<string, Conversion> {
  const own = [...groups].map(([group, visits]) => [group, counted(visits, asOf)] as const);
  const prior = betaPrior(
    own.map(([, { advanced, lost, rate = 0 }]) => ({
      trials: advanced + lost,
      successes: (advanced + lost) * rate,
    })),
  );
  return new Map(own.map(([group, one]) => [group, withRange(one, prior)]));
}
