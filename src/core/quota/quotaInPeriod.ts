import type { FiscalCalendar, Grain, Period } from "../calendar/fiscalCalendar.ts";
import { workingDays } from "../calendar/workingDays.ts";
import type { Quota } from "./quota.ts";
import { type QuotaSpan, quotaSpans } from "./quotaSpan.ts";

export type QuotaQuestion = {
  readonly quotas: readonly Quota[];
  readonly period: Pick<Period, "from" | "to">;
  readonly calendar: FiscalCalendar;
  /** The person a rep id stands for. */
  readonly keyOf: (repId: string) => string;
  readonly managerOf: (key: string) => string | undefined;
  /** In home currency; undefined when there is no rate for the quota's currency. */
  readonly amountOf: (quota: Quota) => number | undefined;
};

export type QuotaInPeriod = {
  /** Undefined when nobody carries a quota above zero in the period. */
  readonly total: number | undefined;
  /** By person; those whose own quota is a roll-up of their reps' are left out. */
  readonly byPerson: ReadonlyMap<string, number>;
  /** Roll-up quotas of managers, not added to the total. */
  readonly rollUps: ReadonlyMap<string, number>;
  /** Persons whose quota, longer than the period, was spread by working days. */
  readonly spread: ReadonlySet<string>;
  /** Quotas whose length nothing told. */
  readonly assumed: number;
  /** Quotas in currencies without a rate. */
  readonly unconverted: readonly Quota[];
  /** Forecast types beside the one that was counted. */
  readonly otherTypes: readonly string[];
};

const LENGTH: Readonly<Record<Grain, number>> = { month: 1, quarter: 2, year: 3 };

/** Share of a span's work that falls into the period: by working days, by all days when it has none. */
function shareInside({ from, to }: QuotaSpan, { period, calendar }: QuotaQuestion): number {
  const [first, last] = [Math.max(from, period.from), Math.min(to, period.to)];
  if (last < first) return 0;
  if (first === from && last === to) return 1;
  const all = workingDays(from, to, calendar);
  if (all === 0) return (last - first + 1) / (to - from + 1);
  return workingDays(first, last, calendar) / all;
}

/** Revenue and quantity quotas of the same rep are not added: the type with most rows counts. */
function countedType(quotas: readonly Quota[]) {
  const counts = new Map<string, number>();
  for (const { forecastType } of quotas) {
    const type = (forecastType ?? "").trim();
    counts.set(type, (counts.get(type) ?? 0) + 1);
  }
  const types = [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  return { type: types[0]?.[0] ?? "", others: types.slice(1).map(([type]) => type) };
}

type Piece = { readonly span: QuotaSpan; readonly share: number; readonly days: number };

/** Of a person's monthly, quarterly and yearly quotas, the kind that covers most of the period; the shorter when equal. */
function fittingPieces(pieces: readonly Piece[]): readonly Piece[] {
  const covered = new Map<Grain, Map<number, number>>();
  for (const { span, days } of pieces) {
    const starts = covered.get(span.grain) ?? new Map<number, number>();
    starts.set(span.from, days);
    covered.set(span.grain, starts);
  }
  const sum = (starts: Map<number, number>) => [...starts.values()].reduce((a, b) => a + b, 0);
  const [best] = [...covered].sort((a, b) => sum(b[1]) - sum(a[1]) || LENGTH[a[0]] - LENGTH[b[0]]);
  return pieces.filter(({ span }) => span.grain === best?.[0]);
}

function withReports(keys: Iterable<string>, managerOf: QuotaQuestion["managerOf"]): Set<string> {
  const managers = new Set<string>();
  for (const key of keys) {
    const seen = new Set([key]);
    let boss = managerOf(key);
    while (boss !== undefined && !seen.has(boss)) {
      managers.add(boss);
      seen.add(boss);
      boss = managerOf(boss);
    }
  }
  return managers;
}

/** What each person's quotas of one type have in the period. */
function piecesByPerson(quotas: readonly Quota[], question: QuotaQuestion): Map<string, Piece[]> {
  const { period, calendar, keyOf } = question;
  const pieces = new Map<string, Piece[]>();
  for (const span of quotaSpans(quotas, calendar)) {
    const days = Math.min(span.to, period.to) - Math.max(span.from, period.from) + 1;
    if (days <= 0) continue;
    const piece = { span, share: shareInside(span, question), days };
    const key = keyOf(span.quota.repId);
    const known = pieces.get(key);
    if (known) known.push(piece);
    else pieces.set(key, [piece]);
  }
  return pieces;
}

/**
 * Quota of a period in home currency: the sum of the reps' quotas inside it. A longer quota is spread by working days.
 * A manager's own quota is a roll-up and is not added when somebody reporting to him, directly or not, carries one.
 */
export function quotaInPeriod(question: QuotaQuestion): QuotaInPeriod {
  const { type, others } = countedType(question.quotas);
  const counted = question.quotas.filter((quota) => (quota.forecastType ?? "").trim() === type);
  const amounts = new Map<string, number>();
  const spread = new Set<string>();
  const unconverted: Quota[] = [];
  let assumed = 0;
  for (const [key, all] of piecesByPerson(counted, question)) {
    for (const { span, share } of fittingPieces(all)) {
      const amount = question.amountOf(span.quota);
      if (span.assumed) assumed++;
      if (amount === undefined) unconverted.push(span.quota);
      else amounts.set(key, (amounts.get(key) ?? 0) + amount * share);
      if (share < 1) spread.add(key);
    }
  }
  const carriers = [...amounts].filter(([, amount]) => amount > 0).map(([key]) => key);
  const managers = withReports(carriers, question.managerOf);
  const byPerson = new Map([...amounts].filter(([key]) => !managers.has(key)));
  const total = [...byPerson.values()].reduce((sum, amount) => sum + amount, 0);
  return {
    total: total > 0 ? total : undefined,
    byPerson,
    rollUps: new Map([...amounts].filter(([key]) => managers.has(key))),
    spread,
    assumed,
    unconverted,
    otherTypes: others,
  };
}
