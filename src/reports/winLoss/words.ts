import { dueDay } from "../../core/hygiene/dueDay.ts";
import { noneWon } from "../parts/dataNotes.ts";
import { evidenceOf } from "../parts/evidence.ts";
import { noRateFinding } from "../parts/noRateFinding.ts";
import { sayCount, sayList, sayMoney, sayNumber, sayPercent } from "../parts/words.ts";
import type { Figure, Finding } from "../report.ts";
import type { Numbers } from "./numbers.ts";

const MOST_DRIVERS = 3;
/** A share of losses without a reason that is worth a sentence. */
const UNEXPLAINED = 0.1;
/** A share of losses without a decision at which qualification is the first thing to look at. */
const NO_DECISION = 0.4;

const points = (change: number) => `${change > 0 ? "+" : ""}${sayNumber(change * 100, 1)} points`;

function changeWords({ change }: Numbers): string {
  if (!change) return "";
  const { low, high } = change;
  const range = `${points(low)} to ${points(high)}`;
  return low <= 0 && high >= 0
    ? ` No clear change from ${sayPercent(change.before)} before (${range}).`
    : ` ${points(change.change)} from ${sayPercent(change.before)} before (${range}).`;
}

export function winLossAnswer(numbers: Numbers): string {
  const { book, deals, won, winRate, range, reasons, words } = numbers;
  if (book.deals.length === 0)
    return "There are no deals yet: import opportunities, then run this again.";
  if (winRate === undefined || !range)
    return `No deal was won or lost in ${words}: nothing can be told yet.`;
  const doubt = noneWon(book);
  if (doubt !== undefined) return doubt;
  const [low, high] = range;
  const [kind] = reasons.filter((one) => one.reason === undefined && one.category !== undefined);
  const why = kind
    ? ` Most losses: ${kind.category?.toLowerCase()}, ${sayPercent(kind.share)}.`
    : "";
  return `${sayPercent(winRate)} of ${sayCount(deals.length, "decided deal")} were won (${sayNumber(won.length, 0)}; by chance ${sayPercent(low)} to ${sayPercent(high)}).${changeWords(numbers)}${why}`;
}

export function winLossFigures(numbers: Numbers): readonly Figure[] {
  const { deals, won, lost, noDecision, unexplained, winRate, valueRate, range } = numbers;
  const source = `Opportunities closed: ${numbers.words}`;
  const share = (part: number) => (lost.length > 0 ? part / lost.length : undefined);
  return [
    {
      id: "win_rate",
      label: "Win rate",
      value: winRate,
      format: "percent",
      headline: true,
      ...(range ? { context: `${sayPercent(range[0])} to ${sayPercent(range[1])}` } : {}),
      words: "Won / (won + lost), by number.",
      source,
    },
    {
      id: "win_rate_value",
      label: "Win rate by value",
      value: valueRate,
      format: "percent",
      headline: true,
      words: "Won amount / (won + lost amount).",
      source,
    },
    {
      id: "win_rate_decisions",
      label: "Without no decision",
      value: numbers.decisionRate,
      format: "percent",
      headline: noDecision !== undefined,
      context: "of deals that somebody won",
      words: "Won / (won + lost less those without a decision).",
      source,
    },
    {
      id: "no_decision_share",
      label: "Lost to no decision",
      value: noDecision === undefined ? undefined : share(noDecision),
      format: "percent",
      headline: noDecision !== undefined,
      context:
        noDecision === undefined
          ? "no lost deal says why"
          : `${sayNumber(noDecision, 0)} of ${sayCount(lost.length, "lost deal")}`,
      words: "Lost deals whose reason says that nobody was chosen / lost deals.",
      source,
    },
    {
      id: "lost_amount",
      label: "Lost",
      value: numbers.lostAmount,
      format: "money",
      headline: true,
      words: "Amounts of lost deals in home currency.",
      source,
    },
    {
      id: "unexplained_share",
      label: "Lost without a reason",
      value: share(unexplained.length),
      format: "percent",
      headline: true,
      context: sayCount(unexplained.length, "deal"),
      words: "Lost deals without a loss reason / lost deals.",
      source,
    },
    {
      id: "win_rate_change",
      label: "Change of the win rate",
      value: numbers.change && numbers.change.change * 100,
      format: "points",
      headline: noDecision === undefined && numbers.change !== undefined,
      ...(numbers.change === undefined
        ? {}
        : { context: `points, from ${sayPercent(numbers.change.before)} before` }),
      words: `Win rate less that of ${numbers.beforeWords}, in percentage points.`,
      source,
    },
    ...[
      {
        id: "decided",
        label: "Decided",
        value: deals.length,
        headline: noDecision === undefined,
        context: `${sayNumber(won.length, 0)} won, ${sayNumber(lost.length, 0)} lost`,
      },
      { id: "won", label: "Won", value: won.length },
      { id: "lost", label: "Lost", value: lost.length },
    ].map(
      (one): Figure => ({
        ...one,
        format: "integer",
        words: `${one.label} deals that were closed in the days looked at.`,
        source,
      }),
    ),
  ];
}

export function winLossFindings(numbers: Numbers): readonly Finding[] {
  const { asOf, settings } = numbers.book.request;
  const due = dueDay(asOf, settings.options.dueDays, settings.calendar);
  const decided = numbers.deals.map(({ row }) => row);
  return [
    ...noRateFinding(decided, "no amount of this report"),
    ...fallenRate(numbers),
    ...weakDrivers(numbers),
    ...unexplainedLosses(numbers),
    ...lostToNobody(numbers),
  ].map((finding) => ({ ...finding, due }));
}

function fallenRate({ change }: Numbers): Finding[] {
  if (!change || change.high >= 0) return [];
  return [
    {
      id: "rate_fell",
      severity: "high",
      what: `The win rate fell by ${sayNumber(-change.change * 100, 1)} points; chance alone does not explain it.`,
      evidence: [],
      action: "Go through the reasons and drivers below with the managers.",
    },
  ];
}

function weakDrivers({ drivers, valued }: Numbers): Finding[] {
  const weak = drivers.filter(({ verdict, factor }) => verdict === "wins less" && !factor.grows);
  return weak.slice(0, MOST_DRIVERS).map((one) => ({
    id: `driver_${one.factor.word}_${one.name}`,
    severity: "medium",
    what: `${one.factor.label} ${one.name}: ${sayPercent(one.winRate)} of ${sayCount(one.won + one.lost, "deal")} won, less than the others.`,
    evidence: [],
    ...(valued ? { amount: one.lostAmount } : {}),
    action: "Find out why with five recent losses; what goes together need not be the cause.",
  }));
}

function unexplainedLosses({ book, lost, unexplained, valued }: Numbers): Finding[] {
  if (lost.length === 0 || unexplained.length / lost.length <= UNEXPLAINED) return [];
  const amount = unexplained.reduce((sum, one) => sum + (one.amount ?? 0), 0);
  const owners = [...new Set(unexplained.map(({ row }) => row.owner.label))];
  return [
    {
      id: "no_reason",
      severity: "medium",
      what: `${sayCount(unexplained.length, "lost deal")} of ${sayNumber(lost.length, 0)} ${unexplained.length === 1 ? "has" : "have"} no reason${valued ? `, ${sayMoney(amount, book.currency)}` : ""}.`,
      ...evidenceOf(unexplained, ({ deal }) => deal.opportunityId),
      ...(valued ? { amount } : {}),
      action: `Ask ${sayList(owners.length > 3 ? [...owners.slice(0, 3), "others"] : owners)} for a post-mortem of the largest.`,
    },
  ];
}

function lostToNobody({ lost, noDecision }: Numbers): Finding[] {
  if (noDecision === undefined || noDecision / lost.length < NO_DECISION) return [];
  return [
    {
      id: "no_decision",
      severity: "medium",
      what: `${sayPercent(noDecision / lost.length)} of the losses went to nobody: the customer did not decide.`,
      evidence: [],
      action: "Qualify need, budget and date earlier; stop what cannot be decided.",
    },
  ];
}
