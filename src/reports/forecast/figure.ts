import { sumDeals } from "../detailDeals.ts";
import type { Figure, FormulaTemplate } from "../report.ts";

const DEALS = "Table of deals in this report";

/** Rows of the deals table that are open and close in the period. */
export const openSum = (
  column: "amount" | "weighted",
  more: Readonly<Record<string, string>> = {},
) =>
  `${sumDeals(column, { ...more, status: '"Open"' })}+${sumDeals(column, { ...more, status: '"Overdue"' })}`;

type Draft = Omit<Figure, "formula" | "source"> & {
  readonly formula?: FormulaTemplate;
  readonly source?: string;
};

/** A figure without a value has no formula: it would show 0 for what is not known. */
export function figure(draft: Draft): Figure {
  const { formula, ...rest } = draft;
  return { source: DEALS, ...rest, ...(draft.value === undefined ? {} : { formula }) };
}
