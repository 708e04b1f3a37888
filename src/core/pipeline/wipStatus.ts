export type WipStatus = "Over limit" | "At limit" | "Within limit";

/** Deals in work against what one person or stage can work at once; undefined where either cannot be a count. */
export function wipStatus(deals: number, limit: number): WipStatus | undefined {
  if (!(deals >= 0) || !(limit > 0)) return undefined;
  if (deals > limit) return "Over limit";
  return deals === limit ? "At limit" : "Within limit";
}
