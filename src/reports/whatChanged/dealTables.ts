import type { InsideMove } from "../../core/movement/insideMoves.ts";
import { CHARACTERS, shownId } from "../parts/detailDeals.ts";
import { unitOf } from "../parts/unit.ts";
import { sayDay, sayHidden } from "../parts/words.ts";
import type { ReportTable, TableColumn, TableRow } from "../report.ts";
import type { ChangedDeal, Changes } from "./changes.ts";
import { byReason, reasonRows } from "./dealOrder.ts";
import { shownReasons } from "./movementTable.ts";
import { wordOf } from "./reasons.ts";

const LARGEST = 15;

/** From stage to stage; of a closed deal the last one is its reason, which says it in fewer letters. */
function stagesOf({ before, after, reason }: ChangedDeal): string {
  const [was, is] = [before?.stage ?? "", after?.stage ?? ""];
  if (before === undefined || was === is) return is;
  const end = reason === "won" || reason === "lost" ? wordOf(reason) : is;
  return `${was === "" ? "?" : was} > ${end === "" ? "?" : end}`;
}

const longest = (rows: readonly ChangedDeal[], textOf: (row: ChangedDeal) => string) =>
  rows.reduce((most, row) => Math.max(most, textOf(row).length), 0);

/** A deal is known by its name: where room is short, its record id gives way. */
function columnsOf(changes: Changes, rows: readonly ChangedDeal[], withId: boolean): TableColumn[] {
  const owner = longest(rows, (row) => row.owner) > CHARACTERS ? 2 : 1;
  const columns: TableColumn[] = [
    { id: "id", label: "Record", format: "text", span: 1 },
    { id: "name", label: "Deal", format: "text", span: withId ? 2 : 4 - owner },
    { id: "owner", label: "Owner", format: "text", span: withId ? 1 : owner },
    { id: "reason", label: "Reason", format: "text", span: 1 },
    { id: "stage", label: "Stage", format: "text", span: 2 },
    { id: "was", label: "Close was", format: "date", span: 1 },
    { id: "close", label: "Close is", format: "date", span: 1 },
    { id: "start", label: `Start${unitOf(changes.book)}`, format: "money", span: 1 },
    { id: "end", label: `End${unitOf(changes.book)}`, format: "money", span: 1 },
    { id: "change", label: "Change", format: "money", span: 1 },
  ];
  return withId ? columns : columns.slice(1);
}

function rowOf(deal: ChangedDeal, isCrowded = false): TableRow {
  const { id, name, owner, reason, before, after, start, end, change } = deal;
  return {
    key: id,
    cells: {
      id: shownId(id, isCrowded),
      name: name || shownId(id),
      owner,
      reason: wordOf(reason),
      stage: stagesOf(deal),
      was: before?.closeDate,
      close: after?.closeDate,
      start,
      end,
      change,
    },
  };
}

/** Every deal of either day by its reason, with before and after: what the bars add up. */
export function dealsTable(changes: Changes): ReportTable {
  const rows = byReason(changes.deals);
  const steps = shownReasons(changes);
  const isCrowded = longest(rows, ({ id }) => id) > CHARACTERS;
  const first = new Map([...reasonRows(rows)].map(([reason, { row }]) => [row, reason]));
  return {
    id: "deals",
    columns: columnsOf(changes, rows, true),
    rows: rows.map((deal, row) => {
      const reason = first.get(row);
      const shown = rowOf(deal, isCrowded);
      if (reason === undefined) return shown;
      // The first deal of a reason leads back to its step; the row above the steps is the start.
      const back = { table: "movement", row: steps.indexOf(reason) + 1 };
      return { ...shown, links: { reason: back } };
    }),
    empty: "No open deal closes in the period on either day.",
  };
}

/** What moved the pipeline most, whatever the reason. */
export function largestMoves(changes: Changes): ReportTable {
  const moved = changes.deals.filter(({ reason }) => reason !== undefined);
  const rows = [...moved].sort((a, b) => Math.abs(b.change) - Math.abs(a.change)).slice(0, LARGEST);
  const places = new Map(byReason(changes.deals).map((deal, place) => [deal, place]));
  return {
    id: "largest",
    columns: columnsOf(changes, rows, false),
    rows: rows.map((deal) => ({
      ...rowOf(deal),
      links: { name: { table: "deals", row: places.get(deal) ?? 0 } },
    })),
    more: sayHidden(moved.length - rows.length, "more change", "in the list of deals below"),
    empty: "Nothing changed between the two days.",
  };
}

const INSIDE_WORDS: Readonly<Record<InsideMove["what"], string>> = {
  "came and left": "Came and left again",
  "left and came back": "Left and came back",
  amount: "Amount there and back",
  closeDate: "Close date there and back",
  stage: "Stage there and back",
  owner: "Owner there and back",
};

function statesOf({ what, between, after }: InsideMove, ownerOf: Changes["ownerOf"]): string {
  if (what === "closeDate")
    return between.closeDate === undefined ? "no date" : sayDay(between.closeDate);
  if (what === "owner") return ownerOf(between);
  if (what === "came and left" || what === "left and came back") {
    return `${between.stage ?? "?"} > ${after.stage ?? "?"}`;
  }
  return between.stage ?? "";
}

/** What the two ends do not show, the largest first. */
export function insideTable(changes: Changes): ReportTable {
  const { inside, nameOf, ownerOf } = changes;
  const rows = inside.slice(0, LARGEST);
  return {
    id: "inside",
    columns: [
      { id: "name", label: "Deal", format: "text", span: 3 },
      { id: "owner", label: "Owner", format: "text", span: 2 },
      { id: "what", label: "What happened", format: "text", span: 2 },
      { id: "day", label: "Seen on", format: "date", span: 1 },
      { id: "state", label: "How it stood then", format: "text", span: 3 },
      { id: "amount", label: `Amount${unitOf(changes.book)}`, format: "money", span: 1 },
    ],
    rows: rows.map((move) => ({
      key: `${move.opportunityId} ${move.what}`,
      cells: {
        name: nameOf(move.opportunityId) || shownId(move.opportunityId),
        owner: ownerOf(move.after),
        what: INSIDE_WORDS[move.what],
        day: move.day,
        state: statesOf(move, ownerOf),
        amount: move.amount,
      },
    })),
    more: sayHidden(inside.length - rows.length, "smaller move"),
    empty: "Nothing came and left, or moved and moved back, between the two days.",
  };
}
