import { groupBy } from "../../core/groupBy.ts";
import { filledColumns } from "../parts/filledColumns.ts";
import { unitOf } from "../parts/unit.ts";
import type { ReportTable, TableRow } from "../report.ts";
import { amountOf } from "./dealSignals.ts";
import type { Review } from "./review.ts";
import type { StageRow } from "./stageTables.ts";

/** How much work each stage holds and how long it takes at the pace at which deals come in (Little's law). */
export function workTable(review: Review, rows: readonly StageRow[]): ReportTable {
  const { book, deals } = review;
  const { asOf } = book.request;
  const PACE_DAYS = 90;
  const knowsPace = (review.knownSince ?? asOf) <= asOf - PACE_DAYS;
  const byStage = groupBy(deals, ({ deal }) => deal.stageName);
  const table: ReportTable = {
    id: "work",
    columns: [
      { id: "stage", label: "Stage", format: "text", span: 2 },
      { id: "deals", label: "Open deals", format: "integer", span: 1 },
      { id: "amount", label: `Open${unitOf(book)}`, format: "money", span: 2 },
      { id: "came", label: "Came in, 90 days", format: "integer", span: 2 },
      { id: "days", label: "Days to work off", format: "days", span: 2 },
      { id: "limit", label: "Limit an owner", format: "integer", span: 1 },
      { id: "over", label: "Owners above limit", format: "integer", span: 2 },
    ],
    rows: rows.map((row): TableRow => {
      const own = byStage.get(row.stage) ?? [];
      const came = row.flows
        .flatMap(({ stays }) => stays)
        .filter(({ entered }) => entered !== undefined && entered > asOf - PACE_DAYS).length;
      const limit = own.find(({ deal }) => deal.standing.stage)?.deal.standing.stage?.wipLimit;
      const owners = [...groupBy(own, ({ deal }) => deal.owner.key).values()];
      return {
        key: row.stage,
        cells: {
          stage: row.stage,
          deals: own.length,
          amount: amountOf(own),
          came: knowsPace ? came : undefined,
          days: came > 0 && knowsPace ? (own.length * PACE_DAYS) / came : undefined,
          limit,
          over:
            limit === undefined ? undefined : owners.filter((list) => list.length > limit).length,
        },
      };
    }),
    empty:
      rows.length === 0
        ? "There is no open deal."
        : "Needs 90 days of snapshots or an imported history, which tell what came into each stage, or a WIP limit in the Stages sheet.",
  };
  const hasMore = table.rows.some(({ cells: { came, limit } }) => (came ?? limit) !== undefined);
  return hasMore ? filledColumns(table, ["came", "days", "limit", "over"]) : { ...table, rows: [] };
}
