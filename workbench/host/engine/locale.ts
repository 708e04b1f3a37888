/** A Sheets locale (`de_DE`) as the engine describes one. */
export function engineLocale(locale: string): object {
  const tag = locale.replace("_", "-");
  const [thousandsSeparator, decimalSeparator] = separators(tag);
  return {
    name: locale,
    code: locale,
    thousandsSeparator,
    decimalSeparator,
    weekStart: 7,
    dateFormat: dateFormat(tag),
    timeFormat: "hh:mm:ss",
    formulaArgSeparator: decimalSeparator === "," ? ";" : ",",
  };
}

function separators(tag: string): [string, string] {
  const parts = new Intl.NumberFormat(known(tag), { useGrouping: true }).formatToParts(1234567.5);
  const of = (type: string): string | undefined => parts.find((part) => part.type === type)?.value;
  return [of("group") ?? ",", of("decimal") ?? "."];
}

function dateFormat(tag: string): string {
  const parts = new Intl.DateTimeFormat(known(tag), {
    day: "2-digit",
    month: "2-digit",
    year: "numeric",
    timeZone: "UTC",
  }).formatToParts(0);
  const order = parts.flatMap(({ type }) =>
    type === "day" ? "dd" : type === "month" ? "mm" : type === "year" ? "yyyy" : [],
  );
  // The engine reads dates with slashes, hyphens or spaces; what is typed has been read before.
  return order.join(tag.startsWith("en-US") || order[0] !== "yyyy" ? "/" : "-");
}

function known(tag: string): string {
  try {
    return Intl.getCanonicalLocales(tag)[0] ?? "en-US";
  } catch {
    return "en-US";
  }
}
