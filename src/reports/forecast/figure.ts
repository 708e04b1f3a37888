import { sumDeals } from "../parts/detailDeals.ts";
import { figuresFrom } from "../parts/figures.ts";

/** Rows of the deals table that are open and close in the period. */
export const openSum = (
  column: "amount" | "weighted",
  more: Readonly<Record<string, string>> = {},
) =>
  `${sumDeals(column, { ...more, status: '"Open"' })}+${sumDeals(column, { ...more, status: '"Overdue"' })}`;

export const figure = figuresFrom("Table of deals in this report");
