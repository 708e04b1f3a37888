import type { BookDeal } from "../book.ts";

/** What a deal is called where no id stands beside it. */
export const dealName = ({ standing: { deal } }: Pick<BookDeal, "standing">): string =>
  deal.opportunityName ?? deal.accountName ?? deal.opportunityId;
