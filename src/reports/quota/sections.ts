import type { Book, BookDeal } from "../book.ts";
import { shownId } from "../parts/detailDeals.ts";
import { unitOf } from "../parts/unit.ts";
import { sayCount, sayMoney, sayPercent } from "../parts/words.ts";
import type { ReportTable, Section, TableRow } from "../report.ts";
import { STATUS_COLOURS } from "./attainmentTable.ts";
import { isRecent } from "./numbers.ts";
import { BANDS, type RepStanding } from "./reps.ts";

/** How many people stand in each status band. */
export function bandsTable(standings: readonly RepStanding[], book: Book): ReportTable {
  const { quotaExceeding, quotaOnTrack, quotaAtRisk } = book.request.settings.options;
  const limits = [
    `above ${sayPercent(quotaExceeding)}`,
    `${sayPercent(quotaOnTrack)} to ${sayPercent(quotaExceeding)}`,
    `${sayPercent(quotaAtRisk)} to below ${sayPercent(quotaOnTrack)}`,
    `below ${sayPercent(quotaAtRisk)}`,
  ];
  const carriers = standings.filter(({ numbers }) => numbers.quota !== undefined);
  const isEmpty = carriers.length === 0;
  return {
    id: "bands",
    columns: [
      { id: "band", label: "Status", format: "text", span: 2, status: STATUS_COLOURS },
      { id: "limit", label: "Projected of quota", format: "text", span: 2 },
      { id: "people", label: "People", format: "integer", span: 1, bar: true },
      { id: "quota", label: `Quota${unitOf(book)}`, format: "money", span: 2 },
      { id: "closed", label: `Closed${unitOf(book)}`, format: "money", span: 2 },
      { id: "projected", label: `Projected${unitOf(book)}`, format: "money", span: 2 },
    ],
    rows: isEmpty
      ? []
      : BANDS.map((band, index): TableRow => {
          const inBand = carriers.filter(({ status }) => status === band);
          const sum = (id: "quota" | "closed" | "projected") =>
            inBand.reduce((all, { numbers }) => all + (numbers[id] ?? 0), 0);
          const formula = (id: string) => `SUMIFS({reps.${id}},{reps.status},{@band})`;
          return {
            key: band,
            cells: {
              band,
              limit: limits[index],
              people: inBand.length,
              quota: sum("quota"),
              closed: sum("closed"),
              projected: sum("projected"),
            },
            formulas: {
              people: "COUNTIFS({reps.status},{@band})",
              quota: formula("quota"),
              closed: formula("closed"),
              projected: formula("projected"),
            },
          };
        }),
    empty: "Nobody carries a quota in the period.",
  };
}

/** People whose projection stays below the on-track limit, the largest gap first. */
export function atRiskTable(
  standings: readonly RepStanding[],
  book: Book,
  recentDays: number,
): ReportTable {
  const rows = standings
    .filter(({ status }) => status === BANDS[2] || status === BANDS[3])
    .sort((a, b) => (b.numbers.gap ?? 0) - (a.numbers.gap ?? 0));
  return {
    id: "at_risk",
    columns: [
      { id: "name", label: "Owner", format: "text", span: 2 },
      { id: "team", label: "Team", format: "text", span: 2 },
      { id: "status", label: "Status", format: "text", span: 1, status: STATUS_COLOURS },
      { id: "share", label: "Projected, %", format: "percent", span: 1 },
      { id: "gap", label: `Gap${unitOf(book)}`, format: "money", span: 2, bar: true },
      { id: "required", label: "Needed a day", format: "money", span: 1 },
      { id: "recent", label: "Lately a day", format: "money", span: 1 },
      { id: "open", label: `Open${unitOf(book)}`, format: "money", span: 2 },
    ],
    rows: rows.map(
      ({ person, team, status, numbers, open }): TableRow => ({
        key: person.key,
        cells: {
          name: person.label,
          team,
          status,
          share: numbers.projectedShare,
          gap: numbers.gap,
          required: numbers.required,
          recent:
            numbers.recent === undefined || recentDays === 0
              ? undefined
              : numbers.recent / recentDays,
          open,
        },
      }),
    ),
    empty: "Nobody with a quota is projected below the on-track limit.",
  };
}

/** Every won deal that counts: those of the period, and those of the last 30 days for the projection. */
export function wonDeals(book: Book): ReportTable {
  const { asOf } = book.request;
  const rows = book.deals
    .filter((deal) => deal.place === "won" || isRecent(deal, asOf))
    .sort((a, b) => (b.standing.amount ?? 0) - (a.standing.amount ?? 0));
  const name = ({ standing: { deal } }: BookDeal) => deal.opportunityName ?? deal.accountName ?? "";
  return {
    id: "deals",
    columns: [
      { id: "id", label: "Record", format: "text", span: 2 },
      { id: "name", label: "Deal", format: "text", span: 3 },
      { id: "owner", label: "Owner", format: "text", span: 2 },
      { id: "close", label: "Close date", format: "date", span: 1 },
      { id: "amount", label: `Amount${unitOf(book)}`, format: "money", span: 2 },
      { id: "counts", label: "Counts", format: "text", span: 1 },
      { id: "recent", label: "Last 30 days", format: "text", span: 1 },
    ],
    rows: rows.map(
      (row): TableRow => ({
        key: row.standing.deal.opportunityId,
        cells: {
          id: shownId(row.standing.deal.opportunityId),
          name: name(row),
          owner: row.owner.label,
          close: row.standing.deal.closeDate,
          amount: row.standing.amount,
          counts: row.place === "won" ? "In period" : "Before",
          recent: isRecent(row, asOf) ? "Yes" : "No",
        },
      }),
    ),
    empty: "No deal was won in the period or in the last 30 days.",
  };
}

export function atRiskReading(table: ReportTable, book: Book): string {
  const [worst] = table.rows;
  if (worst === undefined) return table.empty;
  const gap = Number(worst.cells.gap ?? 0);
  const all = table.rows.reduce((sum, row) => sum + Number(row.cells.gap ?? 0), 0);
  return `${sayCount(table.rows.length, "person", "people")} together ${sayMoney(all, book.currency)} short by projection; ${String(worst.cells.name)} alone ${sayMoney(gap, book.currency)}.`;
}

export const section = (
  id: string,
  heading: string,
  reading: string,
  table: ReportTable,
): Section => ({
  id,
  heading,
  reading,
  table,
});
