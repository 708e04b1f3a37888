import { groupBy } from "../../core/groupBy.ts";
import type { PlanRow } from "../layout/sheetPlan.ts";
import type { AddedRow } from "./collect.ts";

/** The order of the rows to be written: generated rows of the plan, and rows that a person added. */
export type Placement = {
  readonly order: readonly ({ readonly plan: number } | { readonly added: number })[];
  /** Sheet row, 0-based, of each plan row. */
  readonly planAt: readonly number[];
  /** Sheet row, 0-based, of each added row. */
  readonly addedAt: readonly number[];
};

/** Where rows stand that hang on no row of the plan: before all, after those that are gone, below everything. */
const FIRST = Symbol();
const ORPHAN = Symbol();
const BELOW = Symbol();

/** Puts every added row after the row it hangs on; those whose row is gone, and those below everything, come last. */
export function placeRows(rows: readonly PlanRow[], added: readonly AddedRow[]): Placement {
  const present = new Set(rows.map(({ id }) => id));
  const hanging = groupBy(added.keys(), (index): string | symbol => {
    const after = added[index]?.after;
    if (after === undefined) return FIRST;
    if (after === "") return BELOW;
    return present.has(after) ? after : ORPHAN;
  });
  const order: ({ plan: number } | { added: number })[] = [];
  const planAt: number[] = [];
  const addedAt: number[] = [];
  const putAdded = (index: number) => {
    addedAt[index] = order.push({ added: index }) - 1;
  };
  const putAfter = (id: string | symbol) => hanging.get(id)?.forEach(putAdded);
  putAfter(FIRST);
  for (const [plan, { id }] of rows.entries()) {
    planAt[plan] = order.push({ plan }) - 1;
    putAfter(id);
  }
  putAfter(ORPHAN);
  putAfter(BELOW);
  return { order, planAt, addedAt };
}
