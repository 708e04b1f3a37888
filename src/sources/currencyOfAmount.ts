import type { Cell } from "../tables/cell.ts";

const symbols: Readonly<Record<string, string>> = { "€": "EUR", "£": "GBP", "₹": "INR", "₩": "KRW", "₽": "RUB", "₺": "TRY" };
const code = /(?:^|[\d\s(])([A-Z]{3})(?:$|[\s\d)])/;

/**
 * The currency written beside each amount, for files without a currency column. A dollar sign alone names no
 * currency, since a dozen countries use it; beside other currencies it is taken as USD.
 */
export function currencyOfAmounts(cells: readonly Cell[]): ((cell: Cell) => string | undefined) | undefined {
  const found = new Set<string>();
  let hasDollar = false;
  for (const cell of cells) {
    if (typeof cell !== "string") continue;
    const currency = namedCurrency(cell);
    if (currency !== undefined) found.add(currency);
    else if (cell.includes("$")) hasDollar = true;
  }
  if (found.size === 0) return undefined;
  return (cell) => {
    if (typeof cell !== "string") return undefined;
    return namedCurrency(cell) ?? (hasDollar && cell.includes("$") ? "USD" : undefined);
  };
}

function namedCurrency(text: string): string | undefined {
  const written = code.exec(text)?.[1];
  if (written !== undefined) return written;
  if (/US\$/.test(text)) return "USD";
  for (const symbol of Object.keys(symbols)) if (text.includes(symbol)) return symbols[symbol];
  return undefined;
}
