import { dealAge } from "../../core/deals/dealAge.ts";
import { silentDays } from "../../core/hygiene/recordRules.ts";
import type { Book, BookDeal } from "../book.ts";
import { share } from "../parts/tally.ts";
import type { ReportTable, TableRow } from "../report.ts";
import type { Inspection } from "./inspect.ts";

/** Age from which a deal counts as old, in days. */
const OLD_DAYS = 90;

type Target = {
  readonly id: string;
  readonly what: string;
  readonly value: number | undefined;
  readonly target: string;
  readonly isMet: (value: number) => boolean;
};

const mean = (values: readonly number[]): number | undefined =>
  values.length === 0 ? undefined : values.reduce((a, b) => a + b, 0) / values.length;

/** Mean days from creation to close of all won deals up to the as-of day. */
function wonCycle(book: Book): number | undefined {
  const { asOf } = book.request;
  return mean(
    book.deals.flatMap(({ standing: { status, deal } }) => {
      const { createdDate, closeDate } = deal;
      if (status !== "won" || createdDate === undefined || closeDate === undefined) return [];
      return closeDate > asOf ? [] : (dealAge(createdDate, closeDate, asOf) ?? []);
    }),
  );
}

/** Of the contacts whose last activity is known, those that have been silent for longer than the setting says. */
function staleShare({ request }: Book): number | undefined {
  const { asOf, tables, settings } = request;
  const days = (tables.contacts?.rows ?? []).flatMap((contact) => silentDays(contact, asOf) ?? []);
  const silent = days.filter((one) => one > settings.options.staleContactDays);
  return share(silent.length, days.length);
}

/** Usual limits for a clean pipeline and where this one stands; by number of open deals, or of contacts. */
export function targetsTable(book: Book, inspection: Inspection): ReportTable {
  const { asOf, settings } = book.request;
  const open = inspection.records.filter(({ deal }) => deal.standing.status === "open");
  const isChecked = (id: string) => inspection.checked.some((rule) => rule.id === id);
  const breaking = (...ids: readonly string[]) =>
    ids.some(isChecked)
      ? share(
          open.filter(({ hits }) => hits.some(({ rule }) => ids.includes(rule.id))).length,
          open.length,
        )
      : undefined;
  const age = ({ standing: { deal } }: BookDeal) =>
    deal.createdDate === undefined ? undefined : dealAge(deal.createdDate, undefined, asOf);
  const ages = open.flatMap(({ deal }) => age(deal) ?? []);
  const stages = breaking("unknown_stage", "stage_conflict", "required_fields");
  const cycle = wonCycle(book);
  const meanAge = mean(ages);
  const targets: readonly Target[] = [
    {
      id: "overdue_share",
      what: "Open deals whose close date has passed",
      value: breaking("overdue"),
      target: "below 5 %",
      isMet: (value) => value < 0.05,
    },
    {
      id: "inactive_share",
      what: `Open deals without activity for ${settings.options.inactiveDays} days or more`,
      value: breaking("low_activity"),
      target: "below 10 %",
      isMet: (value) => value < 0.1,
    },
    {
      id: "stage_compliance",
      what: "Open deals whose stage is known, uncontradicted and complete",
      value: stages === undefined ? undefined : 1 - stages,
      target: "above 90 %",
      isMet: (value) => value > 0.9,
    },
    {
      id: "old_share",
      what: `Open deals older than ${OLD_DAYS} days`,
      value: share(ages.filter((days) => days > OLD_DAYS).length, ages.length),
      target: "at most 15 %",
      isMet: (value) => value <= 0.15,
    },
    {
      id: "age_ratio",
      what: "Mean age of open deals over the mean cycle of won ones",
      value: share(meanAge, cycle),
      target: "at most 150 %",
      isMet: (value) => value <= 1.5,
    },
    {
      id: "stale_contacts",
      what: `Contacts silent for more than ${settings.options.staleContactDays} days`,
      value: staleShare(book),
      target: "below 15 %",
      isMet: (value) => value < 0.15,
    },
  ];
  return {
    id: "targets",
    columns: [
      { id: "what", label: "Measure", format: "text", span: 6 },
      { id: "value", label: "Now", format: "percent", span: 1 },
      { id: "target", label: "Target", format: "text", span: 2 },
      {
        id: "state",
        label: "State",
        format: "text",
        span: 1,
        status: { "▲ met": "good", "▼ missed": "bad" },
      },
    ],
    rows: targets.flatMap(({ id, what, value, target, isMet }): TableRow[] =>
      value === undefined
        ? []
        : [{ key: id, cells: { what, value, target, state: isMet(value) ? "▲ met" : "▼ missed" } }],
    ),
    empty: "There are no open deals to measure.",
  };
}
