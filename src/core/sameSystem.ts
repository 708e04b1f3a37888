import { matchText } from "./duplicates/matchText.ts";

/** A record of a file whose id another system's record has, with what the two are called. */
export type IdHit = { readonly name: string | undefined; readonly other: string | undefined };

/**
 * Whether ids that two systems share are ids of the same records, such as one CRM's deals exported in two shapes:
 * at least half of the file's ids are known ones, and more than half of those say the same name. Ids that are equal by
 * chance are few, or are called differently. The halves are our own.
 */
export function isSameSystem(ids: number, hits: readonly IdHit[]): boolean {
  if (hits.length === 0 || hits.length * 2 < ids) return false;
  const named = hits.filter(({ name, other }) => isFilled(name) && isFilled(other));
  return named.filter(isSameName).length * 2 > named.length;
}

/** Whether shared ids are rather those of other records: most are called differently. */
export function isOtherSystem(hits: readonly IdHit[]): boolean {
  const named = hits.filter(({ name, other }) => isFilled(name) && isFilled(other));
  return named.filter((hit) => !isSameName(hit)).length * 2 > named.length;
}

const isFilled = (text: string | undefined) => text !== undefined && text.trim() !== "";
const isSameName = ({ name = "", other = "" }: IdHit) => matchText(name) === matchText(other);
