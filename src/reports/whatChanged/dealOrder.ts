import { MOVE_REASONS, type MoveReason } from "../../core/movement/moveReason.ts";
import type { ChangedDeal } from "./changes.ts";

const placeOf = ({ reason }: ChangedDeal): number =>
  reason === undefined ? MOVE_REASONS.length : MOVE_REASONS.indexOf(reason);

/** Deals in the order of the steps, the largest change of each step first, unchanged ones last. */
export function byReason(deals: readonly ChangedDeal[]): ChangedDeal[] {
  return [...deals].sort(
    (a, b) =>
      placeOf(a) - placeOf(b) ||
      Math.abs(b.change) - Math.abs(a.change) ||
      (b.end ?? 0) - (a.end ?? 0),
  );
}

/** Where each reason's rows stand in that order. */
export function reasonRows(
  ordered: readonly ChangedDeal[],
): ReadonlyMap<MoveReason, { readonly row: number; readonly rows: number }> {
  const places = new Map<MoveReason, { row: number; rows: number }>();
  for (const [row, { reason }] of ordered.entries()) {
    if (reason === undefined) continue;
    const place = places.get(reason);
    if (place) place.rows += 1;
    else places.set(reason, { row, rows: 1 });
  }
  return places;
}
