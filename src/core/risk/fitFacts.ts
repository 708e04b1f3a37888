import type { Day } from "../calendar/day.ts";
import type { Deal } from "../deals/deal.ts";
import { dealStatus } from "../deals/dealStatus.ts";
import type { RiskFactorId, RiskSettings } from "../deals/risk.ts";
import { riskFactorPresent } from "../deals/riskFactor.ts";
import type { StageIndex } from "../deals/stageIndex.ts";
import { groupBy } from "../groupBy.ts";
import type { DealLife } from "../probability/dealLife.ts";
import { stageKey } from "../probability/features.ts";
import { type Case, ridgeLogistic } from "../statistics/ridgeLogistic.ts";

/** Points that stand for one unit of log-odds: no economic buyer met, 30 points, is .6. */
export const POINTS_PER_UNIT = 50;
/** The settings' points weigh as much as so many decided deals. */
export const PRIOR_DEALS = 20;
/** What one deal that could go either way tells of a coefficient. */
export const TOLD = 0.25;
/** Losses longer ago say little of how deals are lost now. */
const DAYS_BACK = 365;
/** A stage has its own level: next to no penalty holds it. */
const FREE = 0.01;

/** Factors that the day tells; of all others the record says how they are now and not since when. */
export const timeFactors: ReadonlySet<RiskFactorId> = new Set(["age", "stageTime"]);

type Seen = {
  /** The stage in which it is, or was last. */
  readonly stage: string;
  readonly isLost: boolean;
  readonly isOpen: boolean;
  readonly present: (boolean | undefined)[];
};

export type FactFit = {
  readonly coefficient: number;
  readonly error: number;
  readonly prior: number;
  readonly mean: number;
  readonly deals: number;
  /** By stage: how much more of its open deals have it than of all, over those that say nothing too. */
  readonly excess: ReadonlyMap<string, number>;
};

/** Each open deal as it is, each deal of the last year as it was when it ended, with the facts that speak against it. */
function seenDeals(
  deals: readonly Deal[],
  lives: ReadonlyMap<string, DealLife>,
  { factors }: RiskSettings,
  stages: StageIndex,
  asOf: Day,
): Seen[] {
  return deals.flatMap((deal): Seen[] => {
    const status = dealStatus(deal, stages.find(deal.pipeline, deal.stage));
    const life = lives.get(deal.opportunityId);
    const isOpen = status === "open";
    const ended = life?.ended ?? deal.closeDate;
    const day = isOpen ? asOf : ended;
    if (day === undefined || day > asOf || day < asOf - DAYS_BACK) return [];
    const last = life?.versions[life.versions.length - 1];
    const stage = isOpen ? deal.stage : last?.stage;
    const present = factors.map(({ id, limit }) =>
      timeFactors.has(id)
        ? undefined
        : riskFactorPresent(id, deal, { asOf: day, benchmarkDays: undefined }, limit),
    );
    const key = stage === undefined ? "" : stageKey(deal.pipeline, stage);
    return [{ stage: key, isLost: status === "lost", isOpen, present }];
  });
}

/** By stage: the deals that are compared, and which facts they tell. */
type Compared = ReadonlyMap<
  string,
  { readonly rows: readonly Seen[]; readonly tells: readonly boolean[] }
>;

/**
 * Those that the lost deals of a stage are held to: deals open in it now, whose record says as much as theirs; where none
 * is, deals won that were last in it. A fact that fewer than half of them tell is no fact while a deal is open.
 */
function comparedWith(seen: readonly Seen[]): Compared {
  const groups = groupBy(seen, ({ stage }) => stage);
  const compared = new Map<string, { rows: Seen[]; tells: boolean[] }>();
  for (const [stage, group] of groups) {
    const hasOpen = group.some(({ isOpen }) => isOpen);
    const others = group.filter(({ isOpen, isLost }) => (hasOpen ? isOpen : !isLost));
    if (others.length === 0) continue;
    const tells = (group[0]?.present ?? []).map(
      (_, at) =>
        2 * others.filter(({ present }) => present[at] !== undefined).length >= others.length,
    );
    compared.set(stage, { rows: [...group.filter(({ isLost }) => isLost), ...others], tells });
  }
  return compared;
}

/** By stage that tells the fact: how much oftener its open deals have it than the mean, over all of them. */
function excessOf(fact: number, mean: number, compared: Compared): Map<string, number> {
  const excess = new Map<string, number>();
  for (const [stage, { rows, tells }] of compared) {
    const open = rows.filter(({ isOpen }) => isOpen);
    if (!tells[fact] || open.length === 0) continue;
    const known = open.filter(({ present }) => present[fact] !== undefined);
    const having = known.filter(({ present }) => present[fact]).length;
    excess.set(stage, (having - mean * known.length) / open.length);
  }
  return excess;
}

/**
 * How much more often deals are lost for each fact: those lost in a stage against those that are open in it (case and
 * control), ridge logistic regression that leans on the points of the settings.
 */
export function fitFacts(
  deals: readonly Deal[],
  lives: ReadonlyMap<string, DealLife>,
  settings: RiskSettings,
  stages: StageIndex,
  asOf: Day,
): FactFit[] {
  const compared = comparedWith(seenDeals(deals, lives, settings, stages, asOf));
  const priors = settings.factors.map(({ points }) => points / POINTS_PER_UNIT);
  const cases: Case[] = [];
  const sums = priors.map(() => ({ known: 0, others: 0, having: 0 }));
  let level = priors.length;
  for (const { rows, tells } of compared.values()) {
    for (const { present, isLost } of rows) {
      const inputs: [number, number][] = [[level, 1]];
      let offset = 0;
      present.forEach((value, at) => {
        const sum = sums[at];
        const prior = priors[at] ?? 0;
        if (value === undefined || !tells[at] || prior === 0 || !sum) return;
        sum.known++;
        sum.others += Number(!isLost);
        sum.having += Number(!isLost && value);
        if (!value) return;
        inputs.push([at, 1]);
        offset += prior;
      });
      cases.push({ inputs, weight: 1, outcome: Number(isLost), offset });
    }
    level++;
  }
  const fit = ridgeLogistic(cases, [
    ...priors.map(() => PRIOR_DEALS * TOLD),
    ...[...compared].map(() => FREE),
  ]);
  return priors.map((prior, at): FactFit => {
    const { known = 0, others = 0, having = 0 } = sums[at] ?? {};
    const mean = having / (others + PRIOR_DEALS);
    return {
      coefficient: prior + (fit.coefficients[at] ?? 0),
      error: prior === 0 ? 0 : Math.sqrt(fit.variances[at + 1] ?? 0),
      prior,
      mean,
      deals: known,
      excess: excessOf(at, mean, compared),
    };
  });
}
