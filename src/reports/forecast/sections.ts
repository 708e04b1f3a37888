import type { Book } from "../book.ts";
import { detailDeals } from "../parts/detailDeals.ts";
import { sayCount, sayMoney, sayPercent } from "../parts/words.ts";
import type { Finding, ReportTable, Section } from "../report.ts";
import { largestFirst } from "./largestDeals.ts";
import type { ForecastNumbers } from "./numbers.ts";
import type { RangeSections } from "./rangeSections.ts";
import type { Reliance } from "./reliance.ts";
import { isWorry, relianceTable } from "./reliance.ts";

export type ForecastTables = {
  readonly categories: ReportTable;
  readonly stages: ReportTable;
  readonly owners: ReportTable;
  readonly groups: readonly ReportTable[];
  readonly largest: ReportTable;
};

const num = (value: unknown): number => (typeof value === "number" ? value : 0);

/** The two biggest rows of a table of shares, in words. */
function leaders(table: ReportTable, label: string): string {
  const sorted = [...table.rows].sort((a, b) => num(b.cells.amount) - num(a.cells.amount));
  const [first, second] = sorted;
  if (first === undefined) return table.empty;
  if (num(first.cells.amount) <= 0) return "Amounts are not known.";
  if (first.cells.share === undefined)
    return `${String(first.cells[label])} holds most; there are no shares, because some amounts are below zero.`;
  if (second === undefined) return `All of it is in ${String(first.cells[label])}.`;
  const both = num(first.cells.share) + num(second.cells.share);
  return `${String(first.cells[label])} and ${String(second.cells[label])} hold ${sayPercent(both)} of the open pipeline.`;
}

function groupReading(table: ReportTable, book: Book): string {
  const rows = table.rows.filter((row) => row.key !== "(others)");
  const [top] = rows;
  if (top === undefined) return table.empty;
  const all = num(table.total?.cells.expected);
  const expected = num(top.cells.expected);
  const known = rows.filter(({ cells }) => cells.expected !== undefined).length;
  const isKnown = known === rows.length;
  const lead =
    isKnown && all > 0 && expected > 0
      ? `${String(top.cells.name)} brings ${sayPercent(expected / all)} of the expected ${sayMoney(all, book.currency)}`
      : `${sayCount(table.rows.length, "row")}, ${known === 0 || isKnown ? "no expected amount" : "not every expected amount known"}`;
  const short = rows.filter((row) => num(row.cells.gap) > 0).length;
  const withQuota = rows.filter((row) => num(row.cells.quota) > 0).length;
  return withQuota === 0
    ? `${lead}.`
    : `${lead}; ${short} of ${withQuota} with a quota ${short === 1 ? "has" : "have"} a gap.`;
}

const HEADINGS: Readonly<Record<string, string>> = {
  teams: "By team",
  segments: "By segment",
  regions: "By region",
};

export function forecastSections(
  book: Book,
  numbers: ForecastNumbers,
  range: RangeSections,
  tables: ForecastTables,
  rests: readonly Reliance[],
  findings: readonly Finding[],
): readonly Section[] {
  const worries = rests.filter(isWorry).length;
  const detail = [book.won, book.open, book.overdueEarlier].flatMap(largestFirst);
  const largestShare = tables.largest.rows.reduce((sum, row) => sum + num(row.cells.share), 0);
  return [
    {
      id: "findings",
      heading: "What needs attention",
      reading:
        findings.length === 0
          ? "Nothing stands out in this period."
          : `${sayCount(findings.length, "finding")}, the most severe first.`,
      findings,
    },
    ...range.answers,
    {
      id: "by_category",
      heading: "Open pipeline by forecast category",
      reading: leaders(tables.categories, "category"),
      table: tables.categories,
    },
    {
      id: "by_stage",
      heading: "Open pipeline by stage",
      reading: leaders(tables.stages, "stage"),
      table: tables.stages,
    },
    {
      id: "by_owner",
      heading: "By owner",
      reading: groupReading(tables.owners, book),
      table: tables.owners,
    },
    ...tables.groups.map((table) => ({
      id: `by_${table.id}`,
      heading: HEADINGS[table.id] ?? table.id,
      reading: groupReading(table, book),
      table,
    })),
    {
      id: "largest_deals",
      heading: "Largest open deals",
      reading:
        tables.largest.rows.length > 0 && largestShare === 0
          ? "There are no shares, because some amounts are below zero or none is above it."
          : largestShare > 0
            ? `The ${sayCount(tables.largest.rows.length, "deal")} listed make ${sayPercent(largestShare)} of the open pipeline.`
            : tables.largest.empty,
      table: tables.largest,
    },
    ...range.depth,
    {
      id: "rests_on",
      heading: "What the number rests on",
      reading:
        book.open.length === 0
          ? "No open deal closes in the period."
          : worries === 0
            ? "No single deal, overdue date or silence carries too much of the open pipeline."
            : `${sayCount(worries, "point")} to watch in the ${numbers.openPipeline === undefined ? "" : `${sayMoney(numbers.openPipeline, book.currency)} of `}open pipeline.`,
      table: relianceTable(book.open.length === 0 ? [] : rests, book.currency),
    },
    ...range.detail,
    {
      id: "all_deals",
      heading: "Deals of the period",
      reading: `${sayCount(book.won.length, "won deal")}, ${sayCount(book.open.length, "open deal")} and ${sayCount(book.overdueEarlier.length, "long overdue deal")}; all totals above add up these rows.`,
      table: detailDeals(detail, "No deal was won or is open in the period."),
    },
  ];
}
