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

/** Puts every added row after the row it hangs on; those whose row is gone, and those below everything, come last. */
export function placeRows(rows: readonly PlanRow[], added: readonly AddedRow[]): Placement {
  const present = new Set(rows.map(({ id }) => id));
  const hanging = new Map<string, number[]>();
  const first: number[] = [];
  const orphans: number[] = [];
  const below: number[] = [];
  for (const [index, { after }] of added.entries()) {
    if (after === undefined) first.push(index);
    else if (after === "") below.push(index);
    else if (!present.has(after)) orphans.push(index);
    else {
      const list = hanging.get(after);
      if (list) list.push(index);
      else hanging.set(after, [index]);
    }
  }
  const order: ({ plan: number } | { added: number })[] = [];
  const planAt: number[] = [];
  const addedAt: number[] = [];
  const putAdded = (index: number) => {
    addedAt[index] = order.push({ added: index }) - 1;
  };
  for (const index of first) putAdded(index);
  for (const [plan, { id }] of rows.entries()) {
    planAt[plan] = order.push({ plan }) - 1;
    for (const index of hanging.get(id) ?? []) putAdded(index);
  }
  for (const index of [...orphans, ...below]) putAdded(index);
  return { order, planAt, addedAt };
}
