/** How a spreadsheet's locale writes numbers, dates and truth. */
export type LocaleFacts = {
  readonly tag: string;
  readonly decimal: string;
  readonly thousands: string;
  readonly order: "MDY" | "DMY" | "YMD";
  /** What a date typed in this locale's way looks like. */
  readonly datePattern: string;
  readonly dateTimePattern: string;
  readonly truth: readonly [yes: string, no: string];
  readonly months: readonly string[];
  readonly shortMonths: readonly string[];
  readonly weekdays: readonly string[];
  readonly shortWeekdays: readonly string[];
};

const TRUTHS: Record<string, readonly [string, string]> = {
  de: ["WAHR", "FALSCH"],
  fr: ["VRAI", "FAUX"],
  es: ["VERDADERO", "FALSO"],
  it: ["VERO", "FALSO"],
  nl: ["WAAR", "ONWAAR"],
  pt: ["VERDADEIRO", "FALSO"],
  pl: ["PRAWDA", "FAŁSZ"],
  sv: ["SANT", "FALSKT"],
};

const known = new Map<string, LocaleFacts>();

/** Facts about a Sheets locale such as `en_US` or `de_DE`. */
export function localeFacts(locale: string): LocaleFacts {
  const cached = known.get(locale);
  if (cached) return cached;
  const tag = Intl.getCanonicalLocales(locale.replaceAll("_", "-"))[0] ?? "en-US";
  const number = Object.fromEntries(
    new Intl.NumberFormat(tag).formatToParts(1234567.5).map(({ type, value }) => [type, value]),
  );
  const dateParts = new Intl.DateTimeFormat(tag, {
    timeZone: "UTC",
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
  }).formatToParts(Date.UTC(2026, 0, 5));
  const order = dateParts
    .filter(({ type }) => type === "year" || type === "month" || type === "day")
    .map(({ type }) => type[0]?.toUpperCase())
    .join("") as LocaleFacts["order"];
  const datePattern =
    tag === "en-US"
      ? "M/d/yyyy"
      : dateParts
          .map(
            ({ type, value }) =>
              ({ year: "yyyy", month: "mm", day: "dd" })[type as "year"] ?? value,
          )
          .join("");
  const facts: LocaleFacts = {
    tag,
    decimal: number.decimal ?? ".",
    thousands: (number.group ?? ",").replace(/[\u202f\u00a0]/, "\u00a0"),
    order: order === "MDY" || order === "YMD" ? order : "DMY",
    datePattern,
    dateTimePattern: `${datePattern} H:mm:ss`,
    truth: TRUTHS[tag.slice(0, 2)] ?? ["TRUE", "FALSE"],
    months: names(12, { month: "long" }),
    shortMonths: names(12, { month: "short" }),
    weekdays: names(7, { weekday: "long" }),
    shortWeekdays: names(7, { weekday: "short" }),
  };
  known.set(locale, facts);
  return facts;

  /** Months from January, weekdays from Sunday: 1 February 2026 was one. */
  function names(count: number, options: Intl.DateTimeFormatOptions): string[] {
    const format = new Intl.DateTimeFormat(tag, { ...options, timeZone: "UTC" });
    return Array.from({ length: count }, (_, index) =>
      format.format(count === 12 ? Date.UTC(2026, index, 1) : Date.UTC(2026, 1, 1 + index)),
    );
  }
}
