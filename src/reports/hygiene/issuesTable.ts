import type { Day } from "../../core/calendar/day.ts";
import { dueDay } from "../../core/hygiene/dueDay.ts";
import type { Book } from "../book.ts";
import { dealName } from "../parts/dealName.ts";
import { CHARACTERS, shownId } from "../parts/detailDeals.ts";
import { severityRank } from "../parts/severityRank.ts";
import { unitOf } from "../parts/unit.ts";
import { sayHidden } from "../parts/words.ts";
import type { ReportTable, TableRow } from "../report.ts";
import { atStake, type Inspected } from "./inspect.ts";

/** Rows that a sheet still handles well; beyond them the rules' counts tell the rest. */
const MOST_ROWS = 20_000;

const worst = ({ hits }: Inspected): number =>
  hits.reduce((rank, { rule }) => Math.min(rank, severityRank[rule.severity]), 3);

/** Records with issues, the most severe and then the most valuable first. */
function inOrder(records: readonly Inspected[]): readonly Inspected[] {
  return records
    .filter(({ hits }) => hits.length > 0)
    .map((record) => ({ record, rank: worst(record), stake: atStake(record.deal) ?? -1 }))
    .sort((a, b) => a.rank - b.rank || b.stake - a.stake)
    .map(({ record }) => record);
}

function spans(records: readonly Inspected[]) {
  const wide = (texts: (record: Inspected) => string) =>
    records.some((record) => texts(record).length > CHARACTERS) ? 2 : 1;
  const wanted = wide(({ deal }) => deal.standing.deal.opportunityId);
  const owner = wide(({ deal }) => deal.owner.label);
  // A deal is known by its name: where room is short, its record id gives way.
  const isCrowded = wanted + owner === 4;
  const id = isCrowded ? 1 : wanted;
  return { isCrowded, id, owner, name: 2, action: 12 - 7 - id - owner };
}

/** One row per record and broken rule; the amount stands on the record's first row alone, so that the column adds up. */
export function issuesTable(book: Book, records: readonly Inspected[]): ReportTable {
  const { asOf, settings } = book.request;
  const due: Day = dueDay(asOf, settings.options.dueDays, settings.calendar);
  const sorted = inOrder(records);
  const width = spans(sorted);
  const rows: TableRow[] = [];
  let count = 0;
  for (const { deal, hits } of sorted) {
    const { opportunityId } = deal.standing.deal;
    count += hits.length;
    if (rows.length + hits.length > MOST_ROWS) continue;
    for (const [index, hit] of hits.entries()) {
      rows.push({
        key: `${opportunityId}/${hit.rule.id}`,
        cells: {
          id: shownId(opportunityId, width.isCrowded),
          name: dealName(deal),
          owner: deal.owner.label,
          issue: hit.issue,
          amount: index === 0 ? atStake(deal) : undefined,
          action: hit.action,
          due,
        },
      });
    }
  }
  const unit = unitOf(book);
  return {
    id: "issues",
    columns: [
      { id: "id", label: "Record", format: "text", span: width.id },
      { id: "name", label: "Deal", format: "text", span: width.name },
      { id: "owner", label: "Owner", format: "text", span: width.owner },
      { id: "issue", label: "Issue", format: "text", span: 3 },
      { id: "amount", label: `At stake${unit}`, format: "money", span: 1 },
      { id: "action", label: "Proposed action", format: "text", span: width.action },
      { id: "due", label: "Due", format: "date", span: 1 },
    ],
    rows,
    more: sayHidden(
      count - rows.length,
      "more issue",
      "of less severe records; the rules above count all",
    ),
    empty: "No rule is broken.",
  };
}
