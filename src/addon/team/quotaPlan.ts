import type { Day } from "../../core/calendar/day.ts";
import type { Period } from "../../core/calendar/fiscalCalendar.ts";
import { standDeals } from "../../core/deals/standing.ts";
import { InputError } from "../../core/inputError.ts";
import { allocateQuota } from "../../core/quota/allocateQuota.ts";
import { people } from "../../core/quota/people.ts";
import type { Rep } from "../../core/quota/rep.ts";
import { repCapacity } from "../../core/quota/repCapacity.ts";
import { seasonalShares } from "../../core/quota/seasonalShares.ts";
import type { Settings } from "../../settings/settings.ts";
import type { Tables } from "../../tables/tables.ts";
import { periodsOfYear } from "./quotaYear.ts";
import type { QuotaPlan, QuotaPlanRequest } from "./teamTypes.ts";

type Weights = { readonly weights: readonly number[]; readonly note: string };

function seasonal(
  { grain }: QuotaPlanRequest,
  tables: Tables,
  settings: Settings,
  before: Day,
): Weights {
  const { deals } = standDeals(tables.opportunities?.rows ?? [], settings, before);
  const won = deals.flatMap(({ status, amount, deal: { closeDate } }) =>
    status === "won" && amount !== undefined && closeDate !== undefined
      ? [{ day: closeDate, amount }]
      : [],
  );
  const shares = seasonalShares(won, grain, settings.calendar, before);
  if (!shares) {
    throw new InputError(
      "There is no complete past fiscal year of won deals to learn the seasons from; spread evenly or by your own shares.",
    );
  }
  return {
    weights: shares,
    note: "Spread as the won amounts of all complete past fiscal years fell.",
  };
}

function weightsOf(
  request: QuotaPlanRequest,
  periods: readonly Period[],
  tables: () => Tables,
  settings: Settings,
): Weights {
  if (request.shape === "even")
    return { weights: periods.map(() => 1), note: "Spread evenly over the periods." };
  if (request.shape === "seasonal")
    return seasonal(request, tables(), settings, periods[0]?.from ?? 0);
  const weights = request.weights ?? [];
  if (weights.length !== periods.length || weights.some((weight) => !(weight >= 0)))
    throw new InputError(
      `The shares need one number from 0 on for each of the ${periods.length} periods; found ${weights.join(", ") || "none"}.`,
    );
  return { weights, note: "Spread by your own shares." };
}

/** Splits a company target over periods and people; nothing is written. */
export function quotaPlan(
  request: QuotaPlanRequest,
  reps: readonly Rep[],
  tables: () => Tables,
  settings: Settings,
): QuotaPlan {
  const { year, grain, target, unit, repIds, byCapacity } = request;
  if (!(target > 0 && target <= 1e12))
    throw new InputError(
      `The company target is ${target}; expected an amount above 0 and up to 1,000,000,000,000.`,
    );
  if (repIds.length === 0)
    throw new InputError("Nobody carries a quota yet; choose at least one person.");
  if (![0.01, 1, 10, 100, 1000].includes(unit))
    throw new InputError(`Amounts cannot be rounded to ${unit}; choose one of the steps offered.`);
  const periods = periodsOfYear(year, grain, settings.calendar);
  const { weights, note } = weightsOf(request, periods, tables, settings);
  const staff = people(reps);
  const capacities = repIds.map((id) => {
    const { rep } = staff.find(id);
    return periods.map(({ from, to }) =>
      rep && byCapacity ? (repCapacity(rep, from, to, settings.calendar) ?? 0) : 1,
    );
  });
  // A target that is no multiple of the step keeps its last cents, in the step of cents.
  const step = Math.round(target * 100) % Math.round(unit * 100) === 0 ? unit : 0.01;
  const plan = allocateQuota(target, weights, capacities, step);
  if (!plan) throw new InputError("All shares are 0, so there is nothing to spread by.");
  const notes = [note];
  if (step !== unit)
    notes.push(`The target is no multiple of ${unit}, so amounts are rounded to cents.`);
  if (byCapacity) notes.push("Within a period by each person's ramp and absences.");
  const uncarried = plan.uncarried.map((index) => periods[index]?.title).join(", ");
  if (uncarried !== "") notes.push(`Nobody can carry ${uncarried}: its target is given to nobody.`);
  const sum = weights.reduce((all, weight) => all + weight, 0);
  return {
    targets: plan.targets,
    shares: weights.map((weight) => weight / sum),
    rows: repIds.map((repId, index) => ({ repId, amounts: plan.amounts[index] ?? [] })),
    notes,
  };
}
