import type { Day } from "../calendar/day.ts";
import type { DealChange } from "../deals/deal.ts";
import { changeFacts, type FactChange, type Facts } from "./changeFacts.ts";

/** A change with what it says, in its place among the changes of its deal. */
export type OrderedChange = FactChange & { readonly day: Day; readonly change: DealChange };

/** How rows of one moment were put in order, over all deals. */
export type TieOrder = "file" | "reverse file" | "ascending id" | "descending id";

export type ChangeOrder = {
  /** By deal, in order. */
  readonly byDeal: ReadonlyMap<string, readonly OrderedChange[]>;
  /** Moments of a deal that hold more than one row. */
  readonly ties: number;
  readonly tieOrder: TieOrder;
  /** Ties that only another order than the usual one brings to the deal's present state. */
  readonly rearranged: number;
};

type Row = OrderedChange & { readonly at: number };
type Tie = {
  readonly before: Row | undefined;
  readonly rows: readonly Row[];
  readonly after: Row | undefined;
  readonly end: Facts | undefined;
};

/** So many rows of one moment are tried in every order. */
const TRIED_ROWS = 6;
/** A step that contradicts what the row itself says it replaced, or the present, outweighs any number of changed facts. */
const CONTRADICTION = 1000;

const compared = ["stage", "amount", "closeDate"] as const;

/**
 * Puts the changes of each deal in order of time. Rows of one moment stand in the order in which each follows from the
 * one before and the last equals the deal's present state: of file order, its reverse and both orders of the ids the one
 * that fits most deals, and where it contradicts a deal, that deal's best order of its own. File order when nothing tells.
 */
export function orderChanges(
  changes: readonly DealChange[],
  keyOf: (change: DealChange) => string,
  presentOf: (key: string) => Facts | undefined,
): ChangeOrder {
  const byDeal = new Map<string, Row[]>();
  changes.forEach((change, at) => {
    const day = Math.floor(change.changedAt);
    if (!Number.isFinite(day)) return;
    const key = keyOf(change);
    const { set, was } = changeFacts(change);
    const row = { set, was, day, change, at };
    const rows = byDeal.get(key);
    if (rows) rows.push(row);
    else byDeal.set(key, [row]);
  });
  const ties: { rows: Row[]; start: number; tie: Tie }[] = [];
  for (const [key, rows] of byDeal) {
    rows.sort((a, b) => a.change.changedAt - b.change.changedAt || a.at - b.at);
    for (const [start, end] of tiesOf(rows)) {
      const last = end === rows.length;
      ties.push({
        rows,
        start,
        tie: {
          before: rows[start - 1],
          rows: rows.slice(start, end),
          after: rows[end],
          end: last ? presentOf(key) : undefined,
        },
      });
    }
  }
  const tieOrder = usualOrder(ties.map(({ tie }) => tie));
  let rearranged = 0;
  for (const { rows, start, tie } of ties) {
    const usual = inOrder(tie.rows, tieOrder);
    const best = bestOrder(usual, tie);
    if (best !== usual) rearranged += 1;
    best.forEach((row, index) => {
      rows[start + index] = row;
    });
  }
  return { byDeal, ties: ties.length, tieOrder, rearranged };
}

function tiesOf(rows: readonly Row[]): [number, number][] {
  const ties: [number, number][] = [];
  let start = 0;
  for (let at = 1; at <= rows.length; at += 1) {
    if (rows[at]?.change.changedAt === rows[start]?.change.changedAt) continue;
    if (at - start > 1) ties.push([start, at]);
    start = at;
  }
  return ties;
}

function idOrder(a: Row, b: Row): number {
  const [one, other] = [a.change.historyId ?? "", b.change.historyId ?? ""];
  if (one === other) return 0;
  const [left, right] = [/^(.*?)(\d{1,15})$/.exec(one), /^(.*?)(\d{1,15})$/.exec(other)];
  if (left && right && left[1] === right[1]) return Number(left[2]) - Number(right[2]);
  return one < other ? -1 : 1;
}

function inOrder(rows: readonly Row[], order: TieOrder): readonly Row[] {
  if (order === "file") return rows;
  if (order === "reverse file") return [...rows].reverse();
  const sign = order === "ascending id" ? 1 : -1;
  return [...rows].sort((a, b) => sign * idOrder(a, b) || a.at - b.at);
}

function usualOrder(ties: readonly Tie[]): TieOrder {
  const hasIds = ties.every(({ rows }) =>
    rows.every(({ change }) => change.historyId !== undefined),
  );
  const byId: TieOrder[] = hasIds ? ["ascending id", "descending id"] : [];
  const orders: TieOrder[] = ["file", ...byId, "reverse file"];
  let best: TieOrder = "file";
  let least = Number.POSITIVE_INFINITY;
  for (const order of orders) {
    let cost = 0;
    for (const tie of ties) cost += costOf(inOrder(tie.rows, order), tie);
    if (cost < least) [best, least] = [order, cost];
  }
  return best;
}

/** What an order of the rows of one moment contradicts, and how much changes from row to row. */
function costOf(rows: readonly Row[], { before, after, end }: Tie): number {
  let cost = 0;
  let state: Facts = { ...before?.was, ...before?.set };
  for (const row of after ? [...rows, after] : rows) {
    cost += CONTRADICTION * differences(state, row.was) + differences(state, row.set);
    state = { ...state, ...row.set };
  }
  return end ? cost + CONTRADICTION * differences(state, end) : cost;
}

function differences(one: Facts, other: Facts): number {
  let count = 0;
  for (const name of compared) {
    if (one[name] !== undefined && other[name] !== undefined && one[name] !== other[name]) count++;
  }
  return count;
}

/** The usual order unless it contradicts something and another contradicts less. */
function bestOrder(usual: readonly Row[], tie: Tie): readonly Row[] {
  let least = costOf(usual, tie);
  if (least < CONTRADICTION || usual.length > TRIED_ROWS) return usual;
  let best = usual;
  const contradictions = (cost: number) => Math.floor(cost / CONTRADICTION);
  for (const order of permutations(usual)) {
    const cost = costOf(order, tie);
    const isBetter = contradictions(cost) < contradictions(least);
    if (isBetter || (best !== usual && cost < least)) [best, least] = [order, cost];
  }
  return best;
}

function permutations(rows: readonly Row[]): (readonly Row[])[] {
  if (rows.length <= 1) return [rows];
  return rows.flatMap((row, at) =>
    permutations([...rows.slice(0, at), ...rows.slice(at + 1)]).map((rest) => [row, ...rest]),
  );
}
