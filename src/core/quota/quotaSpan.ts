import type { Day } from "../calendar/day.ts";
import { addMonths } from "../calendar/day.ts";
import type { FiscalCalendar, Grain } from "../calendar/fiscalCalendar.ts";
import { periodOf } from "../calendar/period.ts";
import type { Quota } from "./quota.ts";

/** The days that a quota covers, both included. */
export type QuotaSpan = {
  readonly quota: Quota;
  readonly from: Day;
  readonly to: Day;
  readonly grain: Grain;
  /** True when neither the grain column nor another quota told the length: a quarter was taken. */
  readonly assumed: boolean;
};

const MONTHS: Readonly<Record<Grain, number>> = { month: 1, quarter: 3, year: 12 };

function grainOfText(text: string | undefined): Grain | undefined {
  const word = (text ?? "").trim().toLowerCase();
  if (/^m/.test(word)) return "month";
  if (/^q/.test(word)) return "quarter";
  return /^(y|a|fy|fiscal y)/.test(word) ? "year" : undefined;
}

/** The length nearest to that of a period that says its last day; undefined where it says none, or one before it begins. */
function grainOfDays({ periodStart, periodEnd }: Quota): Grain | undefined {
  const days = periodEnd === undefined ? 0 : periodEnd - Math.floor(periodStart) + 1;
  if (days <= 0) return undefined;
  if (days <= 45) return "month";
  return days <= 135 ? "quarter" : "year";
}

/** Months have 28-35 days, quarters 84-98, years 350-378; weeks-based calendars included. */
function grainOfDistance(days: number): Grain | undefined {
  if (days >= 28 && days <= 35) return "month";
  if (days >= 84 && days <= 98) return "quarter";
  return days >= 350 && days <= 378 ? "year" : undefined;
}

function commonest(grains: Iterable<Grain | undefined>): Grain | undefined {
  const counts: Record<Grain, number> = { month: 0, quarter: 0, year: 0 };
  for (const grain of grains) if (grain !== undefined) counts[grain]++;
  const best = Math.max(counts.month, counts.quarter, counts.year);
  if (best === 0) return undefined;
  return (["month", "quarter", "year"] as const).find((grain) => counts[grain] === best);
}

const seriesOf = ({ repId, forecastType, productFamily, territory }: Quota) =>
  [repId, forecastType, productFamily, territory].join("\n");

function nextStarts(quotas: readonly Quota[]): ReadonlyMap<Quota, Grain | undefined> {
  const series = new Map<string, Quota[]>();
  for (const quota of quotas) {
    const list = series.get(seriesOf(quota));
    if (list === undefined) series.set(seriesOf(quota), [quota]);
    else list.push(quota);
  }
  const told = new Map<Quota, Grain | undefined>();
  for (const list of series.values()) {
    list.sort((a, b) => a.periodStart - b.periodStart);
    const grains = list.map((quota, index) => {
      const next = list.slice(index + 1, index + 5).find((q) => q.periodStart > quota.periodStart);
      return next === undefined ? undefined : grainOfDistance(next.periodStart - quota.periodStart);
    });
    const usual = commonest(grains);
    let before: Grain | undefined;
    for (const [index, quota] of list.entries()) {
      // The last quota of a series is as long as the one before it; a gap in it is filled by the usual length.
      const isLast = index === list.length - 1;
      const grain = grains[index] ?? (isLast ? (before ?? usual) : usual);
      told.set(quota, grain);
      before = grain;
    }
  }
  return told;
}

/**
 * The days each quota covers: through its last day where it says one; by its grain, else by the distance to the rep's next quota, else as long as most quotas
 * are. A quota that begins with a fiscal period ends with it; any other runs for whole months from its start.
 */
export function quotaSpans(
  quotas: readonly Quota[],
  calendar: FiscalCalendar,
): readonly QuotaSpan[] {
  const told = nextStarts(quotas);
  const grains = quotas.map(
    (quota) => grainOfDays(quota) ?? grainOfText(quota.periodGrain) ?? told.get(quota),
  );
  const usual = commonest(grains);
  return quotas.map((quota, index) => {
    const known = grains[index] ?? usual;
    const grain = known ?? "quarter";
    const from = Math.floor(quota.periodStart);
    const { periodEnd } = quota;
    if (periodEnd !== undefined && periodEnd >= from)
      return { quota, from, to: Math.floor(periodEnd), grain, assumed: false };
    const period = periodOf(from, grain, calendar);
    const to = period.from === from ? period.to : addMonths(from, MONTHS[grain]) - 1;
    return { quota, from, to, grain, assumed: known === undefined };
  });
}
