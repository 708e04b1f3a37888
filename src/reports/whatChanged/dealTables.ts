import type { InsideMove } from "../../core/movement/insideMoves.ts";
import { MOVE_REASONS } from "../../core/movement/moveReason.ts";
import { CHARACTERS, shownId } from "../detailDeals.ts";
import type { ReportTable, TableColumn, TableRow } from "../report.ts";
import { unitOf } from "../unit.ts";
import { sayCount, sayDay } from "../words.ts";
import type { ChangedDeal, Changes } from "./changes.ts";
import { wordOf } from "./reasons.ts";

const LARGEST = 15;
const OPEN_LAST = MOVE_REASONS.length;

function stagesOf({ before, after }: ChangedDeal): string {
  const [was, is] = [before?.stage ?? "", after?.stage ?? ""];
  if (before === undefined || was === is) return is;
  return `${was === "" ? "?" : was} > ${is === "" ? "?" : is}`;
}

function columnsOf(changes: Changes, rows: readonly ChangedDeal[]): TableColumn[] {
  const longest = (textOf: (row: ChangedDeal) => string) =>
    rows.reduce((most, row) => Math.max(most, textOf(row).length), 0);
  const id = longest((row) => row.id) > CHARACTERS ? 2 : 1;
  const owner = id === 1 && longest((row) => row.owner) > CHARACTERS ? 2 : 1;
  return [
    { id: "id", label: "Record", format: "text", span: id },
    { id: "name", label: "Deal", format: "text", span: 4 - id - owner },
    { id: "owner", label: "Owner", format: "text", span: owner },
    { id: "reason", label: "Reason", format: "text", span: 1 },
    { id: "stage", label: "Stage", format: "text", span: 2 },
    { id: "was", label: "Close was", format: "date", span: 1 },
    { id: "close", label: "Close is", format: "date", span: 1 },
    { id: "start", label: `Start${unitOf(changes.book)}`, format: "money", span: 1 },
    { id: "end", label: `End${unitOf(changes.book)}`, format: "money", span: 1 },
    { id: "change", label: "Change", format: "money", span: 1 },
  ];
}

const rowOf = (deal: ChangedDeal): TableRow => ({
  key: deal.id,
  cells: {
    id: shownId(deal.id),
    name: deal.name,
    owner: deal.owner,
    reason: wordOf(deal.reason),
    stage: stagesOf(deal),
    was: deal.before?.closeDate,
    close: deal.after?.closeDate,
    start: deal.start,
    end: deal.end,
    change: deal.change,
  },
});

/** Every deal of either day by its reason, with before and after: what the bars add up. */
export function dealsTable(changes: Changes): ReportTable {
  const place = ({ reason }: ChangedDeal) =>
    reason === undefined ? OPEN_LAST : MOVE_REASONS.indexOf(reason);
  const rows = [...changes.deals].sort(
    (a, b) =>
      place(a) - place(b) || Math.abs(b.change) - Math.abs(a.change) || (b.end ?? 0) - (a.end ?? 0),
  );
  return {
    id: "deals",
    columns: columnsOf(changes, rows),
    rows: rows.map(rowOf),
    empty: "No open deal closes in the period on either day.",
  };
}

/** What moved the pipeline most, whatever the reason. */
export function largestMoves(changes: Changes): ReportTable {
  const moved = changes.deals.filter(({ reason }) => reason !== undefined);
  const rows = [...moved].sort((a, b) => Math.abs(b.change) - Math.abs(a.change)).slice(0, LARGEST);
  return {
    id: "largest",
    columns: columnsOf(changes, rows),
    rows: rows.map(rowOf),
    more:
      moved.length > rows.length
        ? `${sayCount(moved.length - rows.length, "more change")} in the list of deals below`
        : undefined,
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
    more:
      inside.length > rows.length
        ? `${sayCount(inside.length - rows.length, "more")}, smaller ones`
        : undefined,
    empty: "Nothing came and left, or moved and moved back, between the two days.",
  };
}
