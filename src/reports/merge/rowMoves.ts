import type { PlanRow } from "../layout/sheetPlan.ts";
import type { Base } from "./base.ts";
import type { RowMoves } from "./moveFormula.ts";
import type { Placement } from "./placement.ts";

type Edges = { first: number; last: number };

function edgesByGroup(
  entries: Iterable<readonly [group: string | undefined, row: number]>,
): Map<string, Edges> {
  const edges = new Map<string, Edges>();
  for (const [group, row] of entries) {
    if (group === undefined) continue;
    const known = edges.get(group);
    if (!known) edges.set(group, { first: row, last: row });
    else {
      known.first = Math.min(known.first, row);
      known.last = Math.max(known.last, row);
    }
  }
  return edges;
}

/** Where each row of the old sheet went, for formulas that a person wrote. */
export function rowMoves(
  base: Base,
  match: readonly number[],
  addedRows: readonly { readonly at: number }[],
  rows: readonly PlanRow[],
  placement: Placement,
): RowMoves {
  const planOf = new Map(rows.map(({ id }, index) => [id, index]));
  const target = new Map<number, number>();
  for (const [row, index] of match.entries()) {
    const plan = planOf.get(base.rows[index]?.id ?? "");
    const at = plan === undefined ? undefined : placement.planAt[plan];
    if (at !== undefined) target.set(row + 1, at + 1);
  }
  for (const [index, { at }] of addedRows.entries()) {
    const to = placement.addedAt[index];
    if (to !== undefined) target.set(at + 1, to + 1);
  }
  const before = edgesByGroup(
    match.map((index, row) => [base.rows[index]?.group, row + 1] as const),
  );
  const after = edgesByGroup(
    rows.map(({ group }, plan) => [group, (placement.planAt[plan] ?? 0) + 1] as const),
  );
  const groupAt = new Map<string, string>();
  for (const [group, { first, last }] of before) {
    groupAt.set(`first ${first}`, group);
    groupAt.set(`last ${last}`, group);
  }
  return {
    rowOf: (row) => target.get(row),
    edgeOf: (row, side) => after.get(groupAt.get(`${side} ${row}`) ?? "")?.[side],
  };
}
