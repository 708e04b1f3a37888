import { plainText } from "../core/deals/stageIndex.ts";
import type { Cell } from "../tables/reading/cell.ts";

/** A name without case, spaces and punctuation: how headings and settings are told apart. */
export function plainName(cell: Cell): string {
  return typeof cell === "object" || cell === undefined ? "" : plainText(String(cell));
}

/** True when both name the same thing; blank names nothing. */
export function sameName(one: Cell, other: Cell): boolean {
  const plain = plainName(one);
  return plain !== "" && plain === plainName(other);
}
