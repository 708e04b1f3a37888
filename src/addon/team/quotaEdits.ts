import { InputError } from "../../core/inputError.ts";
import { people } from "../../core/quota/people.ts";
import type { Quota } from "../../core/quota/quota.ts";
import type { Rep } from "../../core/quota/rep.ts";
import type { Settings } from "../../settings/settings.ts";
import type { RecordEdit } from "../sheets/saveRecords.ts";
import { quotaRows } from "./quotaYear.ts";
import type { SaveQuotasRequest } from "./teamTypes.ts";

/** The columns of Quotas that are written; the first five of them identify a row together with the period. */
export const QUOTA_FIELDS: readonly (keyof Quota & string)[] = [
  ...(["repId", "periodStart", "periodGrain", "quotaAmount", "currency"] as const),
  ...(["forecastType", "productFamily", "territory"] as const),
];

/** The rows of the Quotas sheet that an edited year means: known ones by person and period, and new ones. */
export function quotaEdits(
  { year, grain, currency, edits }: SaveQuotasRequest,
  quotas: readonly Quota[],
  reps: readonly Rep[],
  { calendar }: Settings,
): RecordEdit<Quota>[] {
  const rows = quotaRows(quotas, reps, year, grain, calendar);
  if (rows.grain !== grain) {
    throw new InputError(
      `The sheet Quotas has quotas by ${rows.grain} for ${year}, so nothing was saved by ${grain}; delete those rows first.`,
    );
  }
  return edits.map(({ repId, period, before, after }) => {
    const { key, label } = rows.staff.find(repId);
    const span = rows.periods[period];
    if (!span) throw new InputError(`${year} has no period number ${period + 1}.`);
    if (!(after >= 0 && after <= 1e12))
      throw new InputError(
        `${label}, ${span.title}: found ${after}; expected an amount from 0 on.`,
      );
    const [known, ...more] = rows.byCell.get(`${key}\n${period}`) ?? [];
    if (more.length > 0 || known?.productFamily || known?.territory) {
      throw new InputError(
        `${label}, ${span.title}: the quota is split over several rows; edit them in the sheet Quotas.`,
      );
    }
    const row: Omit<Quota, "quotaAmount"> = known ?? {
      repId,
      periodStart: span.from,
      periodGrain: grain,
      ...(currency !== "" && { currency }),
      ...(rows.forecastType !== "" && { forecastType: rows.forecastType }),
    };
    // What the person saw may have been a blank; it is compared as such.
    const seen = before ?? undefined;
    const isNew = !known && seen === undefined;
    return {
      ...(!isNew && { before: { ...row, quotaAmount: seen as number } }),
      after: { ...row, quotaAmount: after },
    };
  });
}

/** How a quota is named in a sentence. */
export function quotaNames(reps: readonly Rep[]): (quota: Quota) => string {
  const staff = people(reps);
  return ({ repId }) => staff.find(repId).label;
}
