import { sayMoney } from "../parts/words.ts";

/** How an amount moved: `Up USD 12 k`, or that it did not. */
export function sayChange(change: number, currency: string): string {
  if (Math.abs(change) < 0.005) return "Unchanged";
  return `${change < 0 ? "Down" : "Up"} ${sayMoney(Math.abs(change), currency)}`;
}
