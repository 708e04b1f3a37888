import { lowerFirst } from "../core/firstLetter.ts";
import { type Book, openBook } from "./book.ts";
import { type MyDeals, myDealsOf } from "./myDeals/numbers.ts";
import { dealTable, quickWinsTable, scheduleTable, todoTable } from "./myDeals/toDo.ts";
import { asOfFigure, figuresFrom } from "./parts/figures.ts";
import { noRateFinding } from "./parts/noRateFinding.ts";
import { tableSection } from "./parts/tableSection.ts";
import { share, tally, total } from "./parts/tally.ts";
import { unitOf } from "./parts/unit.ts";
import { sayCount, sayMoney, sayPercent } from "./parts/words.ts";
import type { Figure, Report, ReportDefinition, ReportRequest, ReportTable } from "./report.ts";
import { riskWording } from "./risk/wording.ts";

const figure = figuresFrom("Sheet Opportunities");

function answer(mine: MyDeals, todo: ReportTable): string {
  const { book, person, deals, won, quota, open } = mine;
  if (book.deals.length === 0) {
    return "There are no deals yet: import opportunities, then run my deals again.";
  }
  const money = (value: number) => sayMoney(value, book.currency);
  if (book.allOpen.length === 0) return "There is no open deal.";
  if (deals.length === 0) return `${person.label} has no open deal.`;
  const attained = share(won, quota);
  const quotaWords =
    won === undefined
      ? ""
      : quota === undefined || attained === undefined
        ? `${won === 0 ? "nothing" : money(won)} won in ${book.request.period.label}, no quota; `
        : `${money(won)} of ${money(quota)} quota won (${sayPercent(attained)}); `;
  const openWords = open === undefined ? "" : `${money(open)} still open in the period; `;
  const pressing = todo.rows[0];
  const first =
    pressing === undefined
      ? "nothing is pressing."
      : `first: ${String(pressing.cells.name)}, ${lowerFirst(String(pressing.cells.what))} (${String(pressing.cells.why)}).`;
  return `${person.label}: ${quotaWords}${openWords}${sayCount(todo.rows.length, "deal")} to act on, ${first}`;
}

/** With fewer of the usual figures known, all that is open stands large too, and dashes only fill up to these. */
const LEAST_KNOWN = 4;

function withLargeOnes(all: readonly Figure[]): readonly Figure[] {
  const usual = all.filter(({ headline }) => headline);
  const known = usual.filter(({ value }) => value !== undefined);
  if (known.length >= LEAST_KNOWN) return all;
  const unknown = usual.filter(({ value }) => value === undefined);
  const room = Math.max(0, LEAST_KNOWN - known.length - 1);
  const large = new Set(["open_all", ...[...known, ...unknown.slice(0, room)].map(({ id }) => id)]);
  return all.map(({ headline, ...one }) => (large.has(one.id) ? { ...one, headline: true } : one));
}

function figures(mine: MyDeals, todo: ReportTable): readonly Figure[] {
  const { book, deals, won, quota, open, weighted, inPeriod, risks } = mine;
  const { asOf, period } = book.request;
  const atRisk = total(tally(risks.deals, (one) => one.atRisk));
  const gap = quota === undefined || won === undefined ? undefined : Math.max(0, quota - won);
  const attained = share(won, quota);
  // Dashes alone tell nothing: what is open stands large where little else is known.
  return withLargeOnes([
    figure({
      id: "won",
      label: "Won",
      value: won,
      format: "money",
      headline: true,
      context: attained === undefined ? period.label : `${sayPercent(attained)} of quota`,
      words: "Amounts of this person's deals won from the period's first day to the as-of day.",
    }),
    figure({
      id: "gap",
      label: "Still to win",
      value: gap,
      format: "money",
      headline: true,
      context: quota === undefined ? "no quota" : `quota ${sayMoney(quota, book.currency)}`,
      words: "Quota of the period less what is won; 0 once it is reached.",
      source: "Sheets Quotas and Opportunities",
    }),
    figure({
      id: "open_period",
      label: "Open in the period",
      value: open,
      format: "money",
      headline: true,
      context: open === undefined ? "no close dates" : sayCount(inPeriod.length, "deal"),
      words: "Amounts of open deals that close in the period, overdue ones included.",
    }),
    figure({
      id: "weighted",
      label: "Weighted",
      value: weighted,
      format: "money",
      headline: true,
      context: "in the period",
      words: "Amount x probability of the open deals that close in the period.",
    }),
    figure({
      id: "money_at_risk",
      label: "Money at risk",
      value: atRisk,
      format: "money",
      headline: true,
      context: "of all open deals",
      words: `${riskWording(risks).atRisk}, added up over all open deals.`,
    }),
    figure({
      id: "todo",
      label: "Deals to act on",
      value: todo.rows.length,
      format: "integer",
      headline: true,
      context: `of ${sayCount(deals.length, "open deal")}`,
      words: "Open deals in the list of what to do, at most 15.",
      source: "Tables of this report",
    }),
    figure({
      id: "open_all",
      label: "Open, whenever it closes",
      value: total(tally(risks.deals, ({ deal }) => deal.standing.amount)),
      format: "money",
      words: "Amounts of all open deals of this person.",
      ...(deals.length > 0 && risks.deals.some(({ deal }) => deal.standing.amount !== undefined)
        ? { formula: "SUM({deals.amount})" }
        : {}),
    }),
    asOfFigure(asOf),
  ]);
}

function notes({ person, book, risks }: MyDeals): readonly string[] {
  return [
    book.request.person === undefined
      ? `Shown is ${person.label}, who has most open value. Say who you are in the sidebar, or ask for somebody by name.`
      : `Shown is ${person.label}.`,
    "What to do: one thing for each deal, in this order: a close date that passed, a stop condition, silence, the heaviest risk factor the owner can act on, no next step, what the next stage needs.",
    riskWording(risks).note,
    "Limits come from Report options, Risk and Required fields. Touches: activities of the last 14 days that name the deal.",
  ];
}

/** Fewer bars than these compare nothing. */
const LEAST_BARS = 3;
const MOST_BARS = 10;

function charts(deals: ReportTable, book: Book): Report["charts"] {
  const atRisk = deals.rows.filter(({ cells }) => Number(cells.atRisk ?? 0) > 0);
  if (atRisk.length < LEAST_BARS) return [];
  const unit = unitOf(book);
  const sums = atRisk.map(({ cells }) => Number(cells.atRisk));
  const drawn = sums.slice(0, MOST_BARS);
  const part = share(total(tally(drawn, (sum) => sum)), total(tally(sums, (sum) => sum)));
  return [
    {
      id: "deals_chart",
      kind: "bar",
      title: `${sayCount(drawn.length, "deal")} hold ${sayPercent(part ?? 0)} of the money at risk`,
      subtitle: `Money at risk of the open deals with most of it${unit}`,
      table: deals.id,
      category: "name",
      first: drawn.length,
      series: [{ column: "atRisk", label: "At risk", colour: "#1a73e8" }],
      categoryTitle: "Deal",
      valueTitle: `At risk${unit}`,
      format: "money",
      place: "main",
    },
  ];
}

function build(request: ReportRequest): Report {
  const book = openBook(request);
  const mine = myDealsOf(book);
  const todo = todoTable(mine);
  const deals = dealTable(mine, mine.deals, "deals", "There is no open deal.");
  const rates = noRateFinding(mine.counted, "no amount of this report");
  return {
    name: "my-deals",
    title: "My deals",
    ...(mine.deals.length === 0 ? {} : { subject: mine.person.label }),
    period: request.period,
    asOf: request.asOf,
    currency: book.currency,
    scope: mine.person.label,
    answer: answer(mine, todo),
    figures: figures(mine, todo),
    charts: charts(deals, book),
    sections: [
      ...(rates.length === 0
        ? []
        : [
            {
              id: "findings",
              heading: "What no amount holds",
              reading: "Enter it first: every figure here leaves it out.",
              findings: rates,
            },
          ]),
      tableSection(todo, "What to do", "One thing for each deal, the most pressing first."),
      tableSection(
        quickWinsTable(mine),
        "Quick wins",
        "Low risk, nothing missing for the next stage, closing within 30 days.",
      ),
      tableSection(scheduleTable(mine), "Next seven days", "By the deals' next activity."),
      tableSection(deals, "All open deals", "The riskiest money first."),
    ],
    notes: notes(mine),
    checks: [],
  };
}

/** One person's week: quota, what to do on which deal, quick wins, what is planned. */
export const myDeals: ReportDefinition = {
  name: "my-deals",
  title: "My deals",
  about:
    "One person's open deals: what to do first on each, quick wins, the week's schedule, and how far the quota is.",
  menuLabel: "Show my deals",
  needs: ["opportunities"],
  uses: [
    "reps",
    "quotas",
    "accounts",
    "activities",
    "opportunityHistory",
    "opportunityContacts",
    "snapshots",
    "riskModel",
    "qualification",
  ],
  asksFor: "person",
  settings: ["risk", "requiredFields", "frameworks"],
  build,
};
