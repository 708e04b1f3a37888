import type { Book, BookDeal } from "../book.ts";
import type { Revenue } from "./revenue.ts";

/** Fewer decided deals than this say little about chances. */
const ENOUGH_DECIDED = 30;
/** From so many times what the past gave on. */
const TOO_MUCH = 1.25;

/** Shares of amounts: what the chances expect of the open deals, and what decided ones brought. */
export type ChancesDoubt = {
  readonly given: number;
  readonly past: number;
  readonly decided: number;
  /** Open, that is what the doubt is about. */
  readonly amount: number;
};

/** Where chances that nobody has measured expect clearly more than the past gave; undefined where they do not. */
export function chancesDoubt({ deals }: Book, revenue: Revenue): ChancesDoubt | undefined {
  const { open, chances } = revenue;
  const decided = deals.filter(
    ({ standing: { status, amount } }) =>
      (status === "won" || status === "lost") && amount !== undefined && amount > 0,
  );
  const amount = open.reduce((sum, { deal }) => sum + deal.amount, 0);
  if (chances.fitted || decided.length < ENOUGH_DECIDED || !(amount > 0)) return undefined;
  const given = open.reduce((sum, { deal }) => sum + deal.amount * deal.probability, 0) / amount;
  const sumOf = (rows: readonly BookDeal[]) =>
    rows.reduce((sum, { standing }) => sum + (standing.amount ?? 0), 0);
  const past = sumOf(decided.filter(({ standing }) => standing.status === "won")) / sumOf(decided);
  return given > TOO_MUCH * past ? { given, past, decided: decided.length, amount } : undefined;
}
