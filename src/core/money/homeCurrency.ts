import { currencyCode } from "./rateTable.ts";

/**
 * The currency that totals are stated in: the setting, else the one most rows carry (the first by code when equal).
 * Undefined when neither names one.
 */
export function homeCurrency(
  setting: string | undefined,
  currencies: Iterable<string | undefined>,
): string | undefined {
  if (setting !== undefined && setting.trim() !== "") return currencyCode(setting);
  const counts = new Map<string, number>();
  for (const currency of currencies) {
    const code = currencyCode(currency ?? "");
    if (code !== "") counts.set(code, (counts.get(code) ?? 0) + 1);
  }
  const [most] = [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  return most?.[0];
}
