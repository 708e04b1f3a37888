import { lowerFirst } from "../../core/firstLetter.ts";
import { dueDay } from "../../core/hygiene/dueDay.ts";
import type { Book, BookDeal } from "../book.ts";
import { dealName } from "../parts/dealName.ts";
import { evidenceOf } from "../parts/evidence.ts";
import { noRateFinding } from "../parts/noRateFinding.ts";
import { severityRank } from "../parts/severityRank.ts";
import { tally, total } from "../parts/tally.ts";
import { sayCount, sayList, sayMoney, sayNumber, sayPercent } from "../parts/words.ts";
import type { Finding } from "../report.ts";
import { callFindings } from "./callFindings.ts";
import { chancesDoubt } from "./chancesDoubt.ts";
import { largestFirst } from "./largestDeals.ts";
import type { ForecastNumbers } from "./numbers.ts";
import { isWorry, type Reliance } from "./reliance.ts";
import type { Revenue } from "./revenue.ts";

/** What the hygiene rules and the pipeline review find too. */
const MATTERS: Readonly<Record<string, string>> = {
  overdue: "overdue",
  overdue_earlier: "overdue",
  inactive: "low_activity",
  coverage: "coverage",
  no_close_date: "no_close_date",
};

const evidence = (deals: readonly BookDeal[]) =>
  evidenceOf(largestFirst(deals), ({ standing }) => standing.deal.opportunityId);

const verb = (count: number, one: string, many: string) => (count === 1 ? one : many);

/** What each worry means and what to do about it. */
function relianceFinding(reliance: Reliance, book: Book): Omit<Finding, "due"> {
  const { id, deals, amount = 0, share, weight = 0 } = reliance;
  const worth = sayMoney(amount, book.currency);
  const part = share === undefined ? "a large part" : sayPercent(share);
  const ofOpen = share === undefined ? "" : ` (${part} of open)`;
  const [first] = deals;
  const base = { id, ...evidence(deals), amount };
  switch (id) {
    case "largest":
      return {
        ...base,
        severity: weight > 0.4 ? "high" : "medium",
        what: `One deal, ${first === undefined ? "" : dealName(first)}, is ${part} of the open pipeline (${worth}).`,
        action: "Review the deal with its owner and plan for the period without it.",
        owner: first?.owner.label,
      };
    case "top3":
      return {
        ...base,
        severity: "high",
        what: `Three deals are ${part} of the open pipeline (${worth}).`,
        action: "Inspect each of the three and widen the pipeline beside them.",
      };
    case "overdue":
      return {
        ...base,
        severity: weight > 0.15 ? "high" : "medium",
        what: `${sayCount(deals.length, "open deal")} worth ${worth}${ofOpen} ${verb(deals.length, "has", "have")} a close date that has passed.`,
        action: "Have the owners set a new date with a reason, or close the deals out.",
      };
    default:
      return {
        ...base,
        severity: weight > 0.3 ? "high" : "medium",
        what: `${sayCount(deals.length, "open deal")} worth ${worth}${ofOpen} ${verb(deals.length, "shows", "show")} ${lowerFirst(reliance.what)}.`,
        action: "Have the owners contact the customers, or take the deals out of the forecast.",
      };
  }
}

function quotaFindings(
  numbers: ForecastNumbers,
  book: Book,
  behind: readonly string[],
): Omit<Finding, "due">[] {
  const { quota, expected, gap, coverage, coverageGap } = numbers;
  const { coverageTarget, coverageCritical, quotaOnTrack } = book.request.settings.options;
  const money = (value: number) => sayMoney(value, book.currency);
  const list: Omit<Finding, "due">[] = [];
  // Nothing can be won any more in a period that is over.
  if (book.request.asOf >= book.request.period.to) return list;
  if (quota !== undefined && expected !== undefined && gap !== undefined && gap > 0) {
    list.push({
      id: "gap",
      severity: expected < quota * quotaOnTrack ? "high" : "medium",
      what: `Won plus weighted pipeline reaches ${sayPercent(expected / quota)} of the quota; ${money(gap)} is not covered.`,
      evidence: [],
      amount: gap,
      action:
        behind.length === 0
          ? "Agree which open deals can still be brought into the period."
          : `Agree what can still close with those furthest from quota: ${sayList(behind)}.`,
    });
  }
  if (coverage !== undefined && coverageGap !== undefined && coverage < coverageTarget) {
    list.push({
      id: "coverage",
      severity: coverage < coverageCritical ? "high" : "medium",
      what: `Open pipeline covers what is left of the quota ${sayNumber(coverage, 1)} times; the target is ${sayNumber(coverageTarget, 1)} times.`,
      evidence: [],
      amount: coverageGap,
      action: `Find ${money(coverageGap)} of further pipeline that can close in the period.`,
    });
  }
  return list;
}

/** Deals without a close date belong to no period: beyond a tenth of all open ones the forecast is not the whole story. */
function undatedFinding({ allOpen, currency }: Book): Omit<Finding, "due">[] {
  const undated = allOpen.filter(({ standing }) => standing.deal.closeDate === undefined);
  const share = undated.length / allOpen.length;
  if (undated.length === 0 || share <= 0.1) return [];
  const amount = total(tally(undated, ({ standing }) => standing.amount));
  return [
    {
      id: "no_close_date",
      severity: share > 0.25 ? "high" : "medium",
      what: `${sayNumber(undated.length)} of ${sayCount(allOpen.length, "open deal")}${amount === undefined ? "" : `, worth ${sayMoney(amount, currency)},`} ${verb(undated.length, "has", "have")} no close date and ${verb(undated.length, "is", "are")} in no figure of the period.`,
      ...evidence(undated),
      amount,
      action: "Have the owners enter a close date in the CRM, then import again.",
    },
  ];
}

/** Chances that nobody has measured, where the past says less than they do: the range rests on them. */
function chancesFinding(book: Book, revenue: Revenue): Omit<Finding, "due">[] {
  const doubt = chancesDoubt(book, revenue);
  if (doubt === undefined) return [];
  const { given, past, decided, amount } = doubt;
  const hanging = (given - past) * amount;
  return [
    {
      id: "chances",
      severity: given > 2 * past ? "high" : "medium",
      what: `The probabilities expect ${sayPercent(given)} of the open amount to be won; of ${sayCount(decided, "decided deal")}, whatever stage they came to, ${sayPercent(past)} of the amount was.`,
      evidence: [],
      amount: hanging,
      action: `Fit the win probabilities (RevOps menu), then run the forecast again; ${sayMoney(hanging, book.currency)} hangs on it. Calibration tells stage by stage.`,
    },
  ];
}

/** What deserves attention, the most severe and then the largest first; `behind` names those furthest from quota. */
export function forecastFindings(
  book: Book,
  numbers: ForecastNumbers,
  revenue: Revenue,
  list: readonly Reliance[],
  {
    behind,
    further,
  }: { readonly behind: readonly string[]; readonly further: readonly Omit<Finding, "due">[] },
): Finding[] {
  const { asOf, settings } = book.request;
  const due = dueDay(asOf, settings.options.dueDays, settings.calendar);
  const findings = [
    ...quotaFindings(numbers, book, behind),
    ...list.filter(isWorry).map((reliance) => relianceFinding(reliance, book)),
    ...noRateFinding([...book.won, ...book.open], "no amount of the period"),
    ...undatedFinding(book),
    ...chancesFinding(book, revenue),
    ...callFindings(book, revenue),
    ...further,
  ];
  const earlier = book.overdueEarlier;
  if (earlier.length > 0) {
    const amount = total(tally(earlier, ({ standing }) => standing.amount));
    const isLarge = (amount ?? 0) > 0.25 * (numbers.openPipeline ?? 0);
    findings.push({
      id: "overdue_earlier",
      severity: isLarge ? "high" : "medium",
      what: `${sayCount(earlier.length, "open deal")}${amount === undefined ? "" : ` worth ${sayMoney(amount, book.currency)}`} should have closed before the period and ${verb(earlier.length, "is", "are")} in no figure of it.`,
      ...evidence(earlier),
      amount,
      action: "Have the owners set a new date with a reason, or close the deals out.",
    });
  }
  return findings
    .map((finding) => ({ ...finding, matter: finding.matter ?? MATTERS[finding.id], due }))
    .sort(
      (a, b) =>
        severityRank[a.severity] - severityRank[b.severity] || (b.amount ?? 0) - (a.amount ?? 0),
    );
}
