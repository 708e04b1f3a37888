import type { QuotaInPeriod } from "../../core/quota/quotaInPeriod.ts";
import { requiredRunRate } from "../../core/quota/requiredRunRate.ts";
import type { Book } from "../book.ts";
import { asOfFigure, figuresFrom } from "../parts/figures.ts";
import { sayCount, sayMoney, sayPercent } from "../parts/words.ts";
import type { Figure, FormulaTemplate, Status } from "../report.ts";
import { STATUS_COLOURS } from "./attainmentTable.ts";
import { type Attainment, type QuotaClock, RECENT_DAYS } from "./numbers.ts";
import { BANDS, bandOf, type RepStanding } from "./reps.ts";

const figure = figuresFrom("Tables of this report");

/** Ahead, close to or behind the expected pace; 5 % behind still counts as close. */
function paceState(pace: number | undefined): { status?: Status; statusWord?: string } {
  if (pace === undefined) return {};
  if (pace >= 0) return { status: "good", statusWord: "▲ ahead" };
  return pace >= -0.05
    ? { status: "warning", statusWord: "● close" }
    : { status: "bad", statusWord: "▼ behind" };
}

function expectedNow({ expectedShare }: QuotaClock): string {
  return expectedShare === undefined ? "" : `${sayPercent(expectedShare)} expected by now`;
}

function closedDeals({ knowsClosed, won }: Book, { closed }: Attainment): string {
  if (closed !== undefined) return sayCount(won.length, "deal");
  return knowsClosed ? "no won deal has an amount" : "no dated closed deals in the data";
}

function lately({ currency }: Book, clock: QuotaClock, { recent }: Attainment): string {
  const { recentWorkingDays, workingDaysLeft } = clock;
  return recent === undefined || recentWorkingDays === 0
    ? sayCount(workingDaysLeft, "working day left", "working days left")
    : `lately ${sayMoney(recent / recentWorkingDays, currency)}`;
}

export function quotaFigures(
  book: Book,
  quota: QuotaInPeriod,
  clock: QuotaClock,
  all: Attainment,
  standings: readonly RepStanding[],
  hasRows: boolean,
): readonly Figure[] {
  const { period, asOf } = book.request;
  const band = bandOf(all.projectedShare, book);
  const carriers = standings.filter(({ numbers }) => numbers.quota !== undefined);
  const atRisk = carriers.filter(({ status }) => status === BANDS[2] || status === BANDS[3]);
  const noQuota = all.quota === undefined ? "no quota" : undefined;
  const linear = clock.days === 0 ? undefined : clock.daysPassed / clock.days;
  const rows = (formula: FormulaTemplate) => (hasRows ? formula : undefined);
  const runRate =
    all.quota === undefined || all.closed === undefined
      ? undefined
      : requiredRunRate(all.closed, all.quota, period.to, asOf);
  return [
    figure({
      id: "attainment",
      label: "Attainment",
      value: all.attainment,
      format: "percent",
      headline: true,
      context: noQuota ?? expectedNow(clock),
      words: "Closed over quota.",
      formula: "{=closed}/{=quota}",
    }),
    figure({
      id: "closed",
      label: "Closed",
      value: all.closed,
      format: "money",
      headline: true,
      context: closedDeals(book, all),
      words:
        "Closed-won deals with a close date from the period's first day to the as-of date, of all owners.",
      formula: rows('SUMIFS({deals.amount},{deals.counts},"In period")'),
    }),
    figure({
      id: "quota",
      label: "Quota",
      value: quota.total,
      format: "money",
      headline: true,
      context: noQuota ?? sayCount(carriers.length, "person", "people"),
      words:
        "Sum of the reps' quotas inside the period; a longer quota is spread by working days, a manager's roll-up is not added.",
      source: "Sheet Quotas",
      formula: rows("{reps.quota.total}"),
    }),
    figure({
      id: "pace",
      label: "Pace",
      value: all.pace,
      format: "percent",
      headline: true,
      context: noQuota ?? "against working days",
      ...paceState(all.pace),
      words: "Closed over quota x expected share, less 1: above 0 is ahead.",
      formula: "{=closed}/({=quota}*{=expected_share})-1",
    }),
    figure({
      id: "projected",
      label: "Projected",
      value: all.projected,
      format: "money",
      headline: true,
      context:
        all.projectedShare === undefined ? noQuota : `${sayPercent(all.projectedShare)} of quota`,
      ...(band === undefined
        ? {}
        : { status: STATUS_COLOURS[band], statusWord: band.toLowerCase() }),
      words: `Closed plus working days left times the average per working day of the last ${RECENT_DAYS} days.`,
      formula:
        clock.workingDaysLeft === 0
          ? "{=closed}"
          : "{=closed}+{=working_days_left}*{=closed_recent}/{=recent_working_days}",
    }),
    figure({
      id: "required_run_rate",
      label: "Needed a working day",
      value: all.required,
      format: "money",
      headline: true,
      context: noQuota ?? lately(book, clock, all),
      words:
        "What is left of the quota over the working days after the as-of date; 0 once it is met.",
      formula:
        clock.workingDaysLeft === 0 ? undefined : "MAX(0,{=quota}-{=closed})/{=working_days_left}",
    }),
    figure({
      id: "gap",
      label: "Gap",
      value: all.gap,
      format: "money",
      words: "Quota that the projection does not reach; 0 when it does.",
      formula: "MAX(0,{=quota}-{=projected})",
    }),
    figure({
      id: "expected_share",
      label: "Expected by now",
      value: clock.expectedShare,
      format: "percent",
      words:
        "Working days from the period's first day through the as-of date over all working days of the period.",
      source: "Calendar settings",
      formula: "{=working_days_passed}/{=working_days}",
    }),
    figure({
      id: "expected_share_linear",
      label: "Expected by now, linear",
      value: linear,
      format: "percent",
      words: "Days from the period's first day through the as-of date over all days of the period.",
      source: "Period and as-of date",
      formula: `${clock.daysPassed}/${clock.days}`,
    }),
    figure({
      id: "pace_linear",
      label: "Pace, linear",
      value: all.paceLinear,
      format: "percent",
      words:
        "Closed over quota x linear expected share, less 1; the function QUOTA_PACE gives the same.",
      formula: "{=closed}/({=quota}*{=expected_share_linear})-1",
    }),
    figure({
      id: "required_run_rate_linear",
      label: "Needed a day, linear",
      value: runRate,
      format: "money",
      words:
        "What is left of the quota over all days after the as-of date; the function REQUIRED_RUN_RATE gives the same.",
      formula: `MAX(0,{=quota}-{=closed})/${Math.max(1, period.to - asOf)}`,
    }),
    figure({
      id: "closed_recent",
      label: `Closed in the last ${RECENT_DAYS} days`,
      value: all.recent,
      format: "money",
      words: `Closed-won deals of the last ${RECENT_DAYS} days, the as-of date included, in or before the period.`,
      formula: rows('SUMIFS({deals.amount},{deals.recent},"Yes")'),
    }),
    ...counts(clock, carriers.length, atRisk.length),
    asOfFigure(asOf),
  ];
}

function counts(clock: QuotaClock, carriers: number, atRisk: number): readonly Figure[] {
  const calendar = { format: "integer", source: "Calendar settings" } as const;
  return [
    figure({
      id: "working_days",
      label: "Working days",
      value: clock.workingDays,
      words: "Working days of the period, without holidays.",
      ...calendar,
    }),
    figure({
      id: "working_days_passed",
      label: "Working days passed",
      value: clock.workingDaysPassed,
      words: "From the period's first day through the as-of date.",
      ...calendar,
    }),
    figure({
      id: "working_days_left",
      label: "Working days left",
      value: clock.workingDaysLeft,
      words: "After the as-of date to the period's last day.",
      ...calendar,
    }),
    figure({
      id: "recent_working_days",
      label: `Working days in the last ${RECENT_DAYS}`,
      value: clock.recentWorkingDays,
      words: `Working days among the last ${RECENT_DAYS} days, the as-of date included.`,
      ...calendar,
    }),
    figure({
      id: "reps",
      label: "People with a quota",
      value: carriers,
      format: "integer",
      words: "Reps with a quota above zero in the period.",
    }),
    figure({
      id: "reps_at_risk",
      label: "At risk or critical",
      value: atRisk,
      format: "integer",
      words: "Reps whose projection stays below the on-track limit in Report options.",
    }),
  ];
}
