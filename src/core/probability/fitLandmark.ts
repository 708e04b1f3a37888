import type { Day } from "../calendar/day.ts";
import type { FiscalCalendar } from "../calendar/fiscalCalendar.ts";
import { type Case, ridgeLogistic } from "../statistics/ridgeLogistic.ts";
import type { DealLife } from "./dealLife.ts";
import { featurePlan } from "./featurePlan.ts";
import { encoder } from "./features.ts";
import { type LandmarkRow, wonWithin } from "./landmarkRows.ts";
import { quarterParts, windowShares } from "./season.ts";
import { EVER, type LandmarkFit, type Term } from "./winModel.ts";

/** Days after which a row counts half as much. */
const HALF_LIFE = 180;
/** Penalty on a coefficient times the spread of its feature: as much as one deal weighs. */
const RIDGE = 1;
/** Ten percent lie beyond so many standard errors. */
const TENTH = 1.2815515655446004;

export type LandmarkInput = {
  readonly rows: readonly LandmarkRow[];
  readonly window: number;
  readonly asOf: Day;
  readonly calendar: FiscalCalendar;
  /** The owner's effect, told without the deal itself. */
  readonly ownerEffect: (life: DealLife) => number | undefined;
  /** How much of a win a deal counts for that is still open when a window without end is asked for. */
  readonly stillOpen: (life: DealLife) => number;
};

/** Fits the chance of a win within a window to how past open deals stood and what became of them. */
export function fitLandmark(input: LandmarkInput): LandmarkFit {
  const { rows, window, asOf, calendar, ownerEffect, stillOpen } = input;
  const plan = featurePlan(rows, (row) => wonWithin(row, window) === 1, window !== EVER);
  const encode = encoder(plan);
  const sharesOn = windowShares(quarterParts(calendar), window);
  const cases = rows.map((row): Case => {
    const { life, deal, day } = row;
    const around = { day, shares: sharesOn(day), ownerEffect: () => ownerEffect(life) };
    const isOpen = window === EVER && life.ended === undefined;
    return {
      inputs: encode(deal, around),
      weight: 0.5 ** ((asOf - day) / HALF_LIFE),
      outcome: isOpen ? stillOpen(life) : wonWithin(row, window),
    };
  });
  const { means, variances } = momentsOf(cases, plan.length);
  const fit = ridgeLogistic(
    cases,
    variances.map((variance) => RIDGE * Math.max(variance, 1e-6)),
  );
  const deals = new Map(rows.map((row) => [row.life, row]));
  return {
    intercept: fit.intercept,
    terms: plan.map((term, at): Term => {
      const coefficient = fit.coefficients[at] ?? 0;
      const error = TENTH * Math.sqrt(fit.variances[at + 1] ?? 0);
      return {
        ...term,
        coefficient,
        mean: means[at] ?? 0,
        low: coefficient - error,
        high: coefficient + error,
      };
    }),
    calibration: { kind: "none" },
    deals: deals.size,
    won: [...deals.keys()].filter(({ outcome }) => outcome === "won").length,
  };
}

/** Weighted mean and variance of each input. */
function momentsOf(cases: readonly Case[], size: number) {
  const [sums, squares] = [new Float64Array(size), new Float64Array(size)];
  let total = 0;
  for (const { inputs, weight } of cases) {
    total += weight;
    for (const [input, value] of inputs) {
      sums[input] = (sums[input] ?? 0) + weight * value;
      squares[input] = (squares[input] ?? 0) + weight * value * value;
    }
  }
  const means = Array.from(sums, (sum) => sum / total);
  return { means, variances: means.map((mean, at) => (squares[at] ?? 0) / total - mean * mean) };
}
