import type { Day } from "../calendar/day.ts";
import type { Deal } from "../deals/deal.ts";
import type { RiskSettings } from "../deals/risk.ts";
import { riskFactorPresent } from "../deals/riskFactor.ts";
import type { StageIndex } from "../deals/stageIndex.ts";
import type { DealLife } from "../probability/dealLife.ts";
import { type LandmarkRow, landmarkRows } from "../probability/landmarkRows.ts";
import { chanceOf, logOdds } from "../statistics/logOdds.ts";
import { type Case, ridgeLogistic } from "../statistics/ridgeLogistic.ts";
import type { ActivityPast } from "./activityPast.ts";
import { type FactFit, POINTS_PER_UNIT, PRIOR_DEALS, TOLD, timeFactors } from "./fitFacts.ts";
import { RISK_DAYS, type RiskTerm } from "./riskModel.ts";
import { type RiskFeature, type RiskTrait, riskTraits } from "./riskTraits.ts";
import { type Look, TraitInputs } from "./traitInputs.ts";
import { type UsualStay, usualDays, usualStays } from "./usualStay.ts";

/** Coefficients are told from losses within a month: most rows, and the newest. */
const MONTH = 30;
/** Days after which a row counts half as much. */
const HALF_LIFE = 365;
/** What holds a name's coefficient at none: eight deals that could go either way. */
const RIDGE = 8 * TOLD;
/** A level lies closer to the one next to it, and an owner closer to the others. */
const STEP_RIDGE = 16 * TOLD;
const OWNER_RIDGE = 48 * TOLD;

export type StandingFit = {
  /** Log-odds of a loss within 90 days for the average deal. */
  readonly intercept: number;
  readonly terms: readonly RiskTerm[];
  /** Those of the settings' factors that the day tells, each at its place. */
  readonly factors: readonly (Omit<FactFit, "excess"> | undefined)[];
  readonly usual: readonly UsualStay[];
};

type Row = Look & {
  /** What the points of the settings say of it. */
  readonly offset: number;
  readonly tells: ReadonlySet<RiskFeature>;
  readonly silence: RiskTrait | undefined;
  readonly isLost: boolean;
};

const lostWithin = ({ life, day }: LandmarkRow, days: number) =>
  life.outcome === "lost" && life.ended !== undefined && life.ended <= day + days;

const ridgeOf = ({ feature, isStep }: TraitInputs["inputs"][number]) =>
  feature === "owner" ? OWNER_RIDGE : isStep ? STEP_RIDGE : RIDGE;

/**
 * What the past standing of deals says of their losses. Every deal is looked at once a month while it is open, as its
 * history and its activities have it for that day. Losses of the month after tell the coefficients; two more numbers
 * stretch them to the chance of a loss within 90 days.
 */
export function fitStanding(
  lives: readonly DealLife[],
  settings: RiskSettings,
  stages: StageIndex,
  asOf: Day,
  activityOf: ActivityPast = () => ({}),
): StandingFit {
  const usual = usualStays(lives);
  const daysOf = usualDays(usual);
  const first = settings.factors.length;
  const inputs = new TraitInputs(first);
  const priors = settings.factors.map(({ id, points }) =>
    timeFactors.has(id) ? points / POINTS_PER_UNIT : 0,
  );
  const read = (row: LandmarkRow): Row => {
    const { life, day } = row;
    const deal = { ...row.deal, ...activityOf(life.id, life.created, day) };
    const weight = 0.5 ** ((asOf - day) / HALF_LIFE);
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
    const tells = new Set<RiskFeature>();
    let silence: RiskTrait | undefined;
    for (const trait of riskTraits(deal, day, daysOf(deal))) {
      if (trait.feature === "silence") silence = trait;
      else {
        tells.add(trait.feature);
        for (const input of inputs.add(trait, weight)) entries.push([input, 1]);
      }
    }
    return { entries, offset, weight, tells, silence, isLost: lostWithin(row, MONTH) };
  };
  const near = landmarkRows(lives, asOf, MONTH);
  const rows = near.map(read);
  inputs.fillUnknown(rows);
  const cases = rows.map(
    ({ entries, offset, weight, isLost }): Case => ({
      inputs: entries,
      weight,
      outcome: Number(isLost),
      offset,
    }),
  );
  const fit = ridgeLogistic(cases, [
    ...priors.map(() => PRIOR_DEALS * TOLD),
    ...inputs.inputs.map(ridgeOf),
  ]);
  const coefficients = fit.coefficients.map((one, at) => (priors[at] ?? 0) + one);
  const means = meansOf(rows, coefficients.length);
  const average = coefficients.reduce((sum, one, at) => sum + one * (means[at] ?? 0), 0);
  const given = ({ entries }: Row) =>
    entries.reduce((all, [input, value]) => all + value * (coefficients[input] ?? 0), 0);
  // The looks of which 90 days are over are among those of which a month is.
  const far = near.flatMap((row, at) => {
    const seen = rows[at] as Row;
    if (row.day > asOf - RISK_DAYS) return [];
    const { weight } = seen;
    return [{ given: given(seen) - average, weight, isLost: lostWithin(row, RISK_DAYS) }];
  });
  const { intercept, stretch } = stretched(far, settings.base);
  const termsOf = (from: TraitInputs, own: readonly number[]): RiskTerm[] =>
    from.levels.map(({ trait: { feature, level }, inputs: places, mean }) => {
      const sum = places.reduce((all, place) => all + (own[place] ?? 0), 0);
      return { feature, level, coefficient: stretch * sum, mean };
    });
  const isActivity = (input: number) => inputs.inputs[input - first]?.feature === "activity";
  const silence = fitSilence(rows, (row) =>
    given({ ...row, entries: row.entries.filter(([input]) => !isActivity(input)) }),
  );
  const total = rows.length;
  return {
    intercept,
    usual,
    terms: [...termsOf(inputs, coefficients), ...termsOf(silence.inputs, silence.coefficients)],
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

/** What silence says of a deal whose activities are not counted: all else as it was told, the activity left out. */
function fitSilence(rows: readonly Row[], given: (row: Row) => number) {
  const inputs = new TraitInputs(0);
  const cases = rows.flatMap((row): Case[] => {
    const { silence, weight, isLost } = row;
    if (!silence) return [];
    const entries = inputs.add(silence, weight).map((input): [number, number] => [input, 1]);
    return [{ inputs: entries, weight, outcome: Number(isLost), offset: given(row) }];
  });
  const { coefficients } =
    cases.length === 0 ? { coefficients: [] } : ridgeLogistic(cases, inputs.inputs.map(ridgeOf));
  return { inputs, coefficients };
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
