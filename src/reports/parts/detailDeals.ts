import type { BookDeal } from "../book.ts";
import type { FormulaTemplate, ReportTable, TableColumn, TableRow } from "../report.ts";

/** Characters that fit into one of the sheet's equal columns. */
export const CHARACTERS = 14;

/** True when SUMIFS finds this label and nothing else: no wildcard, no comparison, no number. */
export function canMatch(label: string): boolean {
  return (
    label !== "" && !/[*?~"]/.test(label) && !/^[<>=\s]|\s$/.test(label) && !isNumberLike(label)
  );
}

const isNumberLike = (label: string) => /^[\d\s.,:/%$€£()+-]+$|^(true|false)$/i.test(label);

/** Sum of a column of the deals table over rows that match all conditions, given as pairs of column and criterion. */
export function sumDeals(
  column: "amount" | "weighted",
  conditions: Readonly<Record<string, string>>,
): FormulaTemplate {
  const pairs = Object.entries(conditions).map(([id, criterion]) => `{deals.${id}},${criterion}`);
  return `SUMIFS({deals.${column}},${pairs.join(",")})`;
}

export function countDeals(conditions: Readonly<Record<string, string>>): FormulaTemplate {
  const pairs = Object.entries(conditions).map(([id, criterion]) => `{deals.${id}},${criterion}`);
  return `COUNTIFS(${pairs.join(",")})`;
}

const PLACE_NAMES: Readonly<Record<BookDeal["place"], string>> = {
  won: "Won",
  open: "Open",
  overdue: "Overdue",
  "overdue earlier": "Long overdue",
  elsewhere: "Other",
};

/** Letters of an id, mostly capitals and digits, that fit one column. */
const ID_CHARACTERS = 8;

/** A record id that fits its columns: of a longer one its end, which a search still finds. */
export function shownId(id: string, isCrowded = false): string {
  const most = isCrowded ? ID_CHARACTERS : 2 * CHARACTERS;
  return id.length <= most ? id : `…${id.slice(1 - most)}`;
}

const longest = (rows: readonly BookDeal[], textOf: (row: BookDeal) => string): number =>
  rows.reduce((length, row) => Math.max(length, textOf(row).length), 0);

function spans(rows: readonly BookDeal[]) {
  const wide = (textOf: (row: BookDeal) => string) => (longest(rows, textOf) > CHARACTERS ? 2 : 1);
  const owner = wide((row) => row.owner.label);
  const stage = wide((row) => row.stageName);
  // A deal is known by its name: where room is short, its record id gives way.
  const wanted = wide(({ standing }) => standing.deal.opportunityId);
  const isCrowded = wanted + owner + stage === 6;
  const id = isCrowded ? 1 : wanted;
  const left = 6 - id - owner - stage;
  return { isCrowded, id, owner, stage, name: left < 2 ? left + 1 : left, hasRoom: left >= 2 };
}

/** Every won and open deal of the period: the rows that the report's totals add up. */
export function detailDeals(rows: readonly BookDeal[], empty: string): ReportTable {
  const { isCrowded, id, owner, stage, name, hasRoom } = spans(rows);
  const columns: TableColumn[] = [
    { id: "id", label: "Record", format: "text", span: id },
    { id: "name", label: "Deal", format: "text", span: name },
    { id: "owner", label: "Owner", format: "text", span: owner },
    { id: "stage", label: "Stage", format: "text", span: stage },
    { id: "category", label: "Category", format: "text", span: 1 },
    {
      id: "status",
      label: "Status",
      format: "text",
      span: 1,
      status: { Overdue: "bad", "Long overdue": "bad" },
    },
    { id: "close", label: "Close date", format: "date", span: 1 },
    { id: "amount", label: "Amount", format: "money", span: 1 },
    { id: "probability", label: "Probability", format: "percent", span: 1 },
    { id: "weighted", label: "Weighted", format: "money", span: 1 },
  ];
  return {
    id: "deals",
    columns: hasRoom ? columns : columns.filter((column) => column.id !== "probability"),
    rows: rows.map((row): TableRow => {
      const { deal, amount, probability, weighted, category, status } = row.standing;
      return {
        key: deal.opportunityId,
        cells: {
          id: shownId(deal.opportunityId, isCrowded),
          name: deal.opportunityName ?? deal.accountName ?? "",
          owner: row.owner.label,
          stage: row.stageName,
          category: status === "won" ? "Closed" : (category ?? "No category"),
          status: PLACE_NAMES[row.place],
          close: deal.closeDate,
          amount,
          probability,
          weighted,
        },
      };
    }),
    empty,
  };
}
