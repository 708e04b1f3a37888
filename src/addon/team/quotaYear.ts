import type { FiscalCalendar, Grain, Period } from "../../core/calendar/fiscalCalendar.ts";
import { fiscalYearOf } from "../../core/calendar/fiscalYear.ts";
import { periodFromLabel, periodOf } from "../../core/calendar/period.ts";
import { homeCurrency } from "../../core/money/homeCurrency.ts";
import { type People, people } from "../../core/quota/people.ts";
import type { Quota } from "../../core/quota/quota.ts";
import { quotaSpans } from "../../core/quota/quotaSpan.ts";
import type { Rep } from "../../core/quota/rep.ts";
import { repCapacity } from "../../core/quota/repCapacity.ts";
import type { Settings } from "../../settings/settings.ts";
import type { QuotaCell, QuotaRow, QuotaYear } from "./teamTypes.ts";

const GRAINS: readonly Grain[] = ["month", "quarter", "year"];

/** The periods of a fiscal year in order. */
export function periodsOfYear(year: string, grain: Grain, calendar: FiscalCalendar): Period[] {
  const whole = periodFromLabel(year, calendar);
  const periods: Period[] = [];
  for (let day = whole.from; day <= whole.to; ) {
    const period = periodOf(day, grain, calendar);
    periods.push(period);
    day = period.to + 1;
  }
  return periods;
}

const typeOf = ({ forecastType }: Quota) => (forecastType ?? "").trim();

/** The one of several words that stands most often; the first in the alphabet when equal. */
function commonest<Word extends string>(words: readonly Word[]): Word | undefined {
  const counts = new Map<Word, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))[0]?.[0];
}

/** The rows of the Quotas sheet that the panel shows for a year: of one forecast type and one length. */
export type QuotaRows = {
  readonly grain: Grain;
  readonly isGrainFixed: boolean;
  readonly forecastType: string;
  readonly periods: readonly Period[];
  readonly staff: People;
  /** By person and period: `key\nperiod`. */
  readonly byCell: ReadonlyMap<string, readonly Quota[]>;
};

export function quotaRows(
  quotas: readonly Quota[],
  reps: readonly Rep[],
  year: string,
  wanted: Grain | undefined,
  calendar: FiscalCalendar,
): QuotaRows {
  const staff = people(reps);
  const forecastType = commonest(quotas.map(typeOf)) ?? "";
  const number = Number(year.replace(/\D/g, ""));
  const spans = quotaSpans(
    quotas.filter((quota) => typeOf(quota) === forecastType),
    calendar,
  ).filter(({ from }) => fiscalYearOf(from, calendar) === number);
  const found = commonest(spans.map(({ grain }) => grain));
  const known = found ?? (wanted && GRAINS.includes(wanted) ? wanted : "quarter");
  const periods = periodsOfYear(year, known, calendar);
  const byCell = new Map<string, Quota[]>();
  for (const { quota, from, grain } of spans) {
    const period = periods.findIndex((one) => from >= one.from && from <= one.to);
    if (grain !== known || period < 0) continue;
    const cell = `${staff.find(quota.repId).key}\n${period}`;
    const list = byCell.get(cell);
    if (list) list.push(quota);
    else byCell.set(cell, [quota]);
  }
  return { grain: known, isGrainFixed: found !== undefined, forecastType, periods, staff, byCell };
}

/** Keys of those who manage, directly or not, somebody among the carriers. */
function managersOf(carriers: readonly string[], staff: People): Set<string> {
  const managers = new Set<string>();
  for (const key of carriers) {
    let boss = staff.managerOf(key)?.key;
    while (boss !== undefined && !managers.has(boss)) {
      managers.add(boss);
      boss = staff.managerOf(boss)?.key;
    }
  }
  return managers;
}

/** A year's quotas as the sidebar shows them: a row for everybody in Reps and everybody with a quota. */
export function quotaYear(
  quotas: readonly Quota[],
  reps: readonly Rep[],
  year: string,
  wanted: Grain | undefined,
  settings: Settings,
): QuotaYear {
  const { calendar } = settings;
  const { grain, isGrainFixed, periods, staff, byCell } = quotaRows(
    quotas,
    reps,
    year,
    wanted,
    calendar,
  );
  const cellOf = (key: string, period: number): QuotaCell => {
    const rows = byCell.get(`${key}\n${period}`) ?? [];
    if (rows.length === 0) return {};
    const amount = rows.reduce((sum, { quotaAmount = 0 }) => sum + quotaAmount, 0);
    return rows.length === 1 && !rows[0]?.productFamily && !rows[0]?.territory
      ? { amount }
      : { amount, isSplit: true };
  };
  const everybody = new Map(reps.map((rep) => [staff.find(rep.repId).key, rep]));
  for (const [cell, rows] of byCell) {
    const key = cell.split("\n")[0] ?? "";
    if (!everybody.has(key)) everybody.set(key, { repId: rows[0]?.repId ?? key });
  }
  const rows = [...everybody].map(([key, rep]) => ({
    key,
    repId: rep.repId,
    label: staff.find(rep.repId).label,
    cells: periods.map((_, period) => cellOf(key, period)),
    capacity: periods.map(({ from, to }) => repCapacity(rep, from, to, calendar) ?? 0),
    isActive: rep.active !== false,
  }));
  const managers = managersOf(
    rows.filter(({ cells }) => cells.some(({ amount = 0 }) => amount > 0)).map(({ key }) => key),
    staff,
  );
  const shown: QuotaRow[] = rows.map(({ key, ...row }) => ({
    ...row,
    isRollUp: managers.has(key),
  }));
  const currencies = new Set(
    [...byCell.values()].flat().map(({ currency }) => (currency ?? "").trim()),
  );
  return {
    year,
    title: periodFromLabel(year, calendar).title,
    grain,
    isGrainFixed,
    periods: periods.map(({ label, title }) => ({ label, title })),
    rows: shown,
    ...(currencies.size <= 1 && { totals: totalsOf(shown, periods.length) }),
    currency: [...currencies][0] || (homeCurrency(settings.homeCurrency, [...currencies]) ?? ""),
    ...(settings.context.yearTarget !== undefined && {
      companyTarget: settings.context.yearTarget,
    }),
  };
}

/** Sums by period in whole cents, so that they agree with what is typed; roll-ups are not added. */
function totalsOf(rows: readonly QuotaRow[], periods: number): number[] {
  return Array.from({ length: periods }, (_, period) => {
    let cents = 0;
    for (const { cells, isRollUp } of rows)
      if (!isRollUp) cents += Math.round((cells[period]?.amount ?? 0) * 100);
    return cents / 100;
  });
}
