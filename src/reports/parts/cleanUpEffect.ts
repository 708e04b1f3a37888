import { endOfNextMonth } from "../../core/hygiene/dateRules.ts";
import { toldProbability } from "../../core/pipeline/assumedProbability.ts";
import { type Book, type BookDeal, placeOf } from "../book.ts";
import type { Inspection } from "../hygiene/inspect.ts";
import type { ReportTable, TableRow } from "../report.ts";
import { unitOf } from "./unit.ts";
import { sayCount, sayMoney } from "./words.ts";

/** Open pipeline, and what it is expected to bring. */
export type Pipeline = {
  readonly deals: number;
  readonly value: number;
  readonly weighted: number;
  /** Weighted value of deals that close in the period. */
  readonly inPeriod: number;
};

export type CleanUpStep = {
  readonly id: string;
  readonly label: string;
  /** What the step adds to the pipeline; mostly less than nothing. */
  readonly change: Pipeline;
  /** Deals that it concerns. */
  readonly concerned: number;
};

/** The steps' changes and the pipeline as the CRM says add up to what is left. */
export type CleanUpEffect = {
  readonly before: Pipeline;
  readonly steps: readonly CleanUpStep[];
  readonly after: Pipeline;
};

const NOTHING: Pipeline = { deals: 0, value: 0, weighted: 0, inPeriod: 0 };

const add = (one: Pipeline, other: Pipeline, sign = 1): Pipeline => ({
  deals: one.deals + sign * other.deals,
  value: one.value + sign * other.value,
  weighted: one.weighted + sign * other.weighted,
  inPeriod: one.inPeriod + sign * other.inPeriod,
});

type State = { readonly isGone: boolean; readonly probability?: number; readonly closes?: number };

/**
 * The open pipeline before and after a clean-up: duplicates merged, deals that nobody works on closed out, passed close
 * dates moved to the end of next month, probabilities as their stages say. `applies` tells which repairs are made.
 */
export function cleanUpEffect(
  book: Book,
  { records }: Inspection,
  duplicates: ReadonlySet<string>,
  applies: (opportunityId: string, rule: string) => boolean = () => true,
): CleanUpEffect {
  const { request } = book;
  const moved = endOfNextMonth(request.asOf);
  const rulesOf = new Map(
    records.map(({ deal, hits }) => [deal, new Set(hits.map(({ rule }) => rule.id))]),
  );
  const states = new Map<BookDeal, State>();
  const countOf = (deal: BookDeal): Pipeline => {
    const { isGone, probability, closes } = states.get(deal) ?? { isGone: false };
    if (isGone) return NOTHING;
    const { standing } = deal;
    const value = standing.amount ?? 0;
    const weighted = probability === undefined ? (standing.weighted ?? 0) : value * probability;
    const dated =
      closes === undefined
        ? standing
        : { ...standing, deal: { ...standing.deal, closeDate: closes } };
    const place = placeOf(dated, request.period, request.asOf);
    const isInPeriod = place === "open" || place === "overdue";
    return { deals: 1, value, weighted, inPeriod: isInPeriod ? weighted : 0 };
  };
  const breaks = (deal: BookDeal, ...rules: readonly string[]) =>
    rules.some(
      (rule) =>
        rulesOf.get(deal)?.has(rule) === true && applies(deal.standing.deal.opportunityId, rule),
    );
  const step = (
    id: string,
    label: string,
    change: (deal: BookDeal) => State | undefined,
  ): CleanUpStep => {
    let [sum, concerned] = [NOTHING, 0];
    for (const deal of book.allOpen) {
      const state = states.get(deal);
      const next = state?.isGone === true ? undefined : change(deal);
      if (next === undefined) continue;
      const before = countOf(deal);
      states.set(deal, { ...state, ...next });
      sum = add(sum, add(countOf(deal), before, -1));
      concerned++;
    }
    return { id, label, change: sum, concerned };
  };
  const before = book.allOpen.reduce((sum, deal) => add(sum, countOf(deal)), NOTHING);
  const steps = [
    step("duplicates", "Duplicates merged", (deal) =>
      duplicates.has(deal.standing.deal.opportunityId) ? { isGone: true } : undefined,
    ),
    step("closed_out", "Closed out: nobody works on them", (deal) =>
      breaks(deal, "close_out", "likely_lost") ? { isGone: true } : undefined,
    ),
    step("redated", "Passed close dates moved to the end of next month", (deal) =>
      breaks(deal, "overdue") ? { isGone: false, closes: moved } : undefined,
    ),
    step("probability", "Probabilities as their stages say", (deal) => {
      const probability = toldProbability(deal.standing.stage);
      return probability !== undefined && breaks(deal, "probability_mismatch")
        ? { isGone: false, probability }
        : undefined;
    }),
  ];
  return { before, steps, after: steps.reduce((sum, { change }) => add(sum, change), before) };
}

const cents = (value: number) => Math.round(value * 100) / 100 || 0;

/** The steps that concern any deal as a table: what the CRM says, what each repair changes, what is left. */
export function cleanUpTable(
  { before, steps, after }: CleanUpEffect,
  currency: string,
  accepted?: CleanUpEffect,
): ReportTable {
  const unit = unitOf({ currency });
  const row = (key: string, step: string, of: Pipeline, concerned?: number): TableRow => ({
    key,
    cells: {
      step,
      concerned,
      deals: of.deals,
      value: cents(of.value),
      weighted: cents(of.weighted),
      period: cents(of.inPeriod),
    },
  });
  return {
    id: "clean_up",
    columns: [
      { id: "step", label: "Pipeline", format: "text", span: 4 },
      { id: "concerned", label: "Concerned", format: "integer", span: 1 },
      { id: "deals", label: "Open deals", format: "integer", span: 1 },
      { id: "value", label: `Value${unit}`, format: "money", span: 2 },
      { id: "weighted", label: `Weighted${unit}`, format: "money", span: 2 },
      { id: "period", label: `In the period${unit}`, format: "money", span: 2 },
    ],
    rows:
      before.deals === 0
        ? []
        : [
            row("before", "As the CRM says", before),
            ...steps
              .filter(({ concerned }) => concerned > 0)
              .map(({ id, label, change, concerned }) => row(id, label, change, concerned)),
            row("after", "After the clean-up", after),
            ...(accepted === undefined
              ? []
              : [row("accepted", "With what is accepted so far", accepted.after)]),
          ],
    empty: "There is no open deal.",
  };
}

/** The table in one line. */
export function cleanUpReading({ before, after }: CleanUpEffect, currency: string): string {
  if (before.deals === 0) return "There is no open deal.";
  const money = (value: number) => sayMoney(value, currency);
  const gone = before.deals - after.deals;
  const deals = gone === 0 ? "No deal less" : `${sayCount(gone, "deal")} less`;
  const [was, is] = [money(before.weighted), money(after.weighted)];
  const weighted =
    was === is ? `, weighted value still ${is}` : `, weighted value ${is} instead of ${was}`;
  // Without amounts or chances nothing is known of a value.
  return `${deals}${before.weighted === 0 ? "" : weighted}; each deal counts in the first step that concerns it.`;
}
