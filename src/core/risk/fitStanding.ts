import type { Day } from "../calendar/day.ts";
import type { Deal } from "../deals/deal.ts";
import type { RiskSettings } from "../deals/risk.ts";
import { riskFactorPresent } from "../deals/riskFactor.ts";
import type { StageIndex } from "../deals/stageIndex.ts";
import type { DealLife } from "../probability/dealLife.ts";
import { type LandmarkRow, landmarkRows } from "../probability/landmarkRows.ts";
import { chanceOf, logOdds } from "../statistics/logOdds.ts";
import { type Case, ridgeLogistic } from "../statistics/ridgeLogistic.ts";
import { type FactFit, POINTS_PER_UNIT, PRIOR_DEALS, TOLD, timeFactors } from "./fitFacts.ts";
import { RISK_DAYS, type RiskTerm } from "./riskModel.ts";
import { type RiskTrait, riskTraits } from "./riskTraits.ts";
import { type UsualStay, usualDays, usualStays } from "./usualStay.ts";

/** Coefficients are told from losses within a month: most rows, and the newest. */
const MONTH = 30;
/** Days after which a row counts half as much. */
const HALF_LIFE = 365;
/** What holds a trait's coefficient at none: eight deals that could go either way. */
const RIDGE = 8 * TOLD;

export type StandingFit = {
  /** Log-odds of a loss within 90 days for the average deal. */
  readonly intercept: number;
  readonly terms: readonly RiskTerm[];
  /** Those of the settings' factors that the day tells, each at its place. */
  readonly factors: readonly (Omit<FactFit, "excess"> | undefined)[];
  readonly usual: readonly UsualStay[];
};

type Row = {
  readonly entries: readonly (readonly [input: number, value: number])[];
  /** What the points of the settings say of it. */
  readonly offset: number;
  readonly weight: number;
};

const lostWithin = ({ life, day }: LandmarkRow, days: number) =>
  life.outcome === "lost" && life.ended !== undefined && life.ended <= day + days;

/** Numbers the traits as they are met. */
function traitNumbers(first: number) {
  const numbers = new Map<string, number>();
  const traits: RiskTrait[] = [];
  const numberOf = (trait: RiskTrait): number => {
    const key = `${trait.feature}\n${trait.level}`;
    const known = numbers.get(key);
    if (known !== undefined) return known;
    const next = first + traits.push(trait) - 1;
    numbers.set(key, next);
    return next;
  };
  return { traits, numberOf };
}

/**
 * What the past standing of deals says of their losses. Every deal is looked at once a month while it is open, as its
 * history has it for that day. Losses of the month after tell the coefficients; two more numbers stretch them to the
 * chance of a loss within 90 days.
 */
export function fitStanding(
  lives: readonly DealLife[],
  settings: RiskSettings,
  stages: StageIndex,
  asOf: Day,
): StandingFit {
  const usual = usualStays(lives);
  const daysOf = usualDays(usual);
  const { traits, numberOf } = traitNumbers(settings.factors.length);
  const priors = settings.factors.map(({ id, points }) =>
    timeFactors.has(id) ? points / POINTS_PER_UNIT : 0,
  );
  const read = ({ deal, day }: LandmarkRow): Row => {
    const entries: [number, number][] = [];
    let offset = 0;
    const record: Deal = {
      opportunityId: "",
      ...(deal.created === undefined ? {} : { createdDate: deal.created }),
      ...(deal.stageEntered === undefined ? {} : { stageEntered: deal.stageEntered }),
    };
    const benchmarkDays = stages.find(deal.pipeline, deal.stage)?.benchmarkDays;
    settings.factors.forEach(({ id, limit }, at) => {
      const prior = priors[at] ?? 0;
      if (prior === 0 || !riskFactorPresent(id, record, { asOf: day, benchmarkDays }, limit))
        return;
      entries.push([at, 1]);
      offset += prior;
    });
    for (const trait of riskTraits(deal, day, daysOf(deal))) entries.push([numberOf(trait), 1]);
    return { entries, offset, weight: 0.5 ** ((asOf - day) / HALF_LIFE) };
  };
  const near = landmarkRows(lives, asOf, MONTH);
  const rows = near.map(read);
  const size = settings.factors.length + traits.length;
  const means = meansOf(rows, size);
  const cases = rows.map(({ entries, offset, weight }, at): Case => {
    const outcome = Number(lostWithin(near[at] as LandmarkRow, MONTH));
    return { inputs: entries, weight, outcome, offset };
  });
  const fit = ridgeLogistic(
    cases,
    means.map((_, at) => (at < priors.length ? PRIOR_DEALS * TOLD : RIDGE)),
  );
  const coefficients = means.map((_, at) => (priors[at] ?? 0) + (fit.coefficients[at] ?? 0));
  const average = coefficients.reduce((sum, one, at) => sum + one * (means[at] ?? 0), 0);
  // The looks of which 90 days are over are among those of which a month is.
  const far = near.flatMap((row, at) => {
    const { entries, weight } = rows[at] as Row;
    if (row.day > asOf - RISK_DAYS) return [];
    const sum = entries.reduce((all, [term, value]) => all + value * (coefficients[term] ?? 0), 0);
    return [{ given: sum - average, weight, isLost: lostWithin(row, RISK_DAYS) }];
  });
  const { intercept, stretch } = stretched(far, settings.base);
  const total = rows.length;
  return {
    intercept,
    usual,
    terms: traits.map((trait, index) => {
      const at = priors.length + index;
      return { ...trait, coefficient: stretch * (coefficients[at] ?? 0), mean: means[at] ?? 0 };
    }),
    factors: priors.map((prior, at) =>
      prior === 0
        ? undefined
        : {
            coefficient: stretch * (coefficients[at] ?? 0),
            error: stretch * Math.sqrt(fit.variances[at + 1] ?? 0),
            prior,
            mean: means[at] ?? 0,
            deals: total,
          },
    ),
  };
}

function meansOf(rows: readonly Row[], size: number): number[] {
  const sums = new Array<number>(size).fill(0);
  let total = 0;
  for (const { entries, weight } of rows) {
    total += weight;
    for (const [at, value] of entries) sums[at] = (sums[at] ?? 0) + weight * value;
  }
  return sums.map((sum) => (total === 0 ? 0 : sum / total));
}

/**
 * Level and slope that turn what was told from losses within a month into log-odds of one within 90 days. The windows of
 * three looks overlap. What the settings' base says counts as if so many average deals had ended that way.
 */
function stretched(
  rows: readonly { readonly given: number; readonly weight: number; readonly isLost: boolean }[],
  base: number,
): { intercept: number; stretch: number } {
  const cases = rows.map(({ given, weight, isLost }): Case => {
    const inputs: [number, number][] = [[0, given]];
    return { inputs, weight: (weight * MONTH) / RISK_DAYS, outcome: Number(isLost), offset: given };
  });
  const offset = logOdds(base / 100);
  cases.push({ inputs: [], weight: PRIOR_DEALS, outcome: chanceOf(offset), offset: 0 });
  const fit = ridgeLogistic(cases, [PRIOR_DEALS * TOLD]);
  return { intercept: fit.intercept, stretch: Math.max(0, 1 + (fit.coefficients[0] ?? 0)) };
}
