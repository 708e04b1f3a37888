/** How numbers and days are written in the spreadsheet; until it has said so, as in the browser. */
let language: string | undefined;
const made = new Map<string, Intl.NumberFormat>();

/** Takes over the spreadsheet's locale, such as `de_DE`. */
export function useLocale(locale: string): void {
  const wanted = locale.replaceAll("_", "-");
  let known: readonly string[] = [];
  try {
    known = Intl.NumberFormat.supportedLocalesOf([wanted]);
  } catch {
    // A name that no browser knows changes nothing.
  }
  language = known[0];
  made.clear();
}

/** A number in the notation of the spreadsheet. */
export function shownAs(value: number, options: Intl.NumberFormatOptions): string {
  const key = JSON.stringify(options);
  let format = made.get(key);
  if (!format) {
    format = new Intl.NumberFormat(language, options);
    made.set(key, format);
  }
  return format.format(value);
}

/** A number with at most two decimals. */
export const shownNumber = (value: number): string => shownAs(value, { maximumFractionDigits: 2 });

/** A number without decimals, as counts and amounts of money are written. */
export const shownWhole = (value: number): string => shownAs(value, { maximumFractionDigits: 0 });
