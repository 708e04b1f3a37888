import type { Rep } from "../../core/quota/rep.ts";
import { recordKey } from "../../core/recordKey.ts";
import type { Book } from "../sheets/book.ts";
import type { Colleague } from "./whoTypes.ts";

/** One choice for each spreadsheet: the same id may be somebody else in another team. */
const keyOf = ({ spreadsheet }: Book) => `who ${spreadsheet.getId()}`;

export function colleague({ repId, name }: Rep): Colleague {
  return { repId, label: name ?? repId };
}

/**
 * Who the person says to be, chosen once from the team and kept with the person's own properties. It is self-declared:
 * the add-on does not ask Google for addresses. Undefined when nobody was chosen, or the one chosen left the team.
 */
export function declaredWho(book: Book, reps: readonly Rep[]): Colleague | undefined {
  const kept = PropertiesService.getUserProperties().getProperty(keyOf(book));
  const rep = kept ? reps.find(({ repId }) => recordKey(repId) === recordKey(kept)) : undefined;
  return rep && colleague(rep);
}

export function keepWho(book: Book, repId: string): void {
  const properties = PropertiesService.getUserProperties();
  if (repId === "") properties.deleteProperty(keyOf(book));
  else properties.setProperty(keyOf(book), repId);
}
