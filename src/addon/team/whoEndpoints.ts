import { InputError } from "../../core/inputError.ts";
import type { Rep } from "../../core/quota/rep.ts";
import { recordKey } from "../../core/recordKey.ts";
import { reps as repTable } from "../../tables/reps.ts";
import { answer } from "../calls/answer.ts";
import type { Answer } from "../calls/requests.ts";
import { Book } from "../sheets/book.ts";
import { readRecords } from "../sheets/saveRecords.ts";
import { colleague, declaredWho, keepWho } from "./who.ts";
import type { ChooseWhoRequest, WhoView } from "./whoTypes.ts";

const teamOf = (book: Book): readonly Rep[] => readRecords(book, repTable)?.rows ?? [];

function viewOf(book: Book, reps: readonly Rep[]): WhoView {
  const people = reps
    .filter(({ active }) => active !== false)
    .map(colleague)
    .sort((one, other) => one.label.localeCompare(other.label));
  const chosen = declaredWho(book, reps);
  return { ...(chosen && { chosen }), people };
}

export function whoEndpoint(): Answer<WhoView> {
  return answer(() => {
    const book = new Book();
    return viewOf(book, teamOf(book));
  });
}

/** Keeps who a person says to be; only somebody of the team. */
export function chooseWhoEndpoint({ repId }: ChooseWhoRequest): Answer<WhoView> {
  return answer(() => {
    const book = new Book();
    const reps = teamOf(book);
    const known = repId === "" || reps.some((rep) => recordKey(rep.repId) === recordKey(repId));
    if (!known) throw new InputError(`Nobody in the sheet Reps has the id ${repId}.`);
    keepWho(book, repId);
    return viewOf(book, reps);
  });
}
