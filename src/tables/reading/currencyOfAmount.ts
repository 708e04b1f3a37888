import type { Table } from "../table.ts";
import type { Cell } from "./cell.ts";
import { headingOfMoney } from "./headingCurrency.ts";
import { numberText } from "./numberText.ts";

/** The currency written beside an amount, such as EUR in `€1.200,50`. A lone `$` is every dollar. */
function currencyIn(cell: Cell): string | undefined {
  return typeof cell === "string" && !/^[-\d.,\s]*$/.test(cell)
    ? numberText(cell.trim())?.currency
    : undefined;
}

/**
 * Where no column names the currency but the amounts do, each row gets its own, so that euros and pounds of one column
 * are never added; a heading such as `Amount (EUR)` tells it of the others. A column with nothing but `$` names no
 * currency: it is whatever the home currency is.
 */
export function fillCurrency<Row>(
  table: Table<Row>,
  rows: Row[],
  rowNumbers: readonly number[],
  cells: readonly (readonly Cell[])[],
  mapping: Readonly<Record<string, number>>,
  numbers: readonly number[] | undefined,
  headings: readonly string[] | undefined,
): void {
  const amount = mapping.amount ?? mapping.quotaAmount ?? mapping.listPrice;
  const hasCurrency = table.columns.some(({ field }) => field === "currency");
  if (!hasCurrency || amount === undefined || mapping.currency !== undefined) return;
  const found = cells.map((line) => currencyIn(line[amount]));
  const kinds = new Set(found);
  kinds.delete(undefined);
  const named = headingOfMoney(headings?.[amount] ?? "")?.currency;
  if (named === undefined && (kinds.size === 0 || (kinds.size === 1 && kinds.has("$")))) return;
  const byNumber = new Map<number, string>();
  found.forEach((currency, at) => {
    if (currency !== undefined)
      byNumber.set(numbers?.[at] ?? at + 2, currency === "$" ? "USD" : currency);
  });
  rows.forEach((row, at) => {
    const currency = byNumber.get(rowNumbers[at] ?? 0) ?? named;
    if (currency !== undefined) (row as Record<string, unknown>).currency = currency;
  });
}
