import type { Book } from "../book.ts";

/** What stands behind a heading of amounts: `, USD`, or nothing where no currency is known. */
export const unitOf = ({ currency }: Pick<Book, "currency">): string =>
  currency === "" ? "" : `, ${currency}`;
