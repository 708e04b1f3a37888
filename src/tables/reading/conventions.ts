import type { FiscalCalendar } from "../../core/calendar/fiscalCalendar.ts";

export type DateOrder = "MDY" | "DMY" | "YMD";

/** How texts are read where the cells themselves do not tell. */
export type Conventions = {
  readonly decimal: "." | ",";
  readonly dateOrder: DateOrder;
  /** The fiscal calendar that periods are named by, asked for when a cell names one. */
  readonly calendar?: () => FiscalCalendar;
};

const pointCountries = new Set([
  ...[
    "US",
    "GB",
    "AU",
    "NZ",
    "IE",
    "CA",
    "IN",
    "CN",
    "TW",
    "HK",
    "SG",
    "JP",
    "KR",
    "TH",
    "IL",
    "MX",
  ],
  ...[
    "PH",
    "MY",
    "PK",
    "BD",
    "LK",
    "NG",
    "KE",
    "GH",
    "CH",
    "MT",
    "MM",
    "NP",
    "DO",
    "GT",
    "PA",
    "PR",
  ],
]);
const monthFirst = new Set(["US", "PH", "PR"]);
const yearFirst = new Set(["CN", "TW", "JP", "KR", "HU", "LT", "MN", "SE", "CA"]);

/** What a spreadsheet locale such as `en_US` or `de_DE` means for texts. An unknown one counts as en_US. */
export function conventionsOf(locale: string): Conventions {
  const [language = "", country = ""] = locale.split(/[_-]/);
  const region = (country || defaultCountry(language)).toUpperCase();
  if (region === "CA" && language === "fr") return { decimal: ",", dateOrder: "YMD" };
  return {
    decimal: pointCountries.has(region) ? "." : ",",
    dateOrder: monthFirst.has(region) ? "MDY" : yearFirst.has(region) ? "YMD" : "DMY",
  };
}

/** Spreadsheets may give a bare language, such as `de` or `en`. */
function defaultCountry(language: string): string {
  const code = language.toLowerCase();
  const countries: Readonly<Record<string, string>> = {
    "": "US",
    en: "US",
    ja: "JP",
    ko: "KR",
    zh: "CN",
    he: "IL",
    th: "TH",
    sv: "SE",
  };
  return countries[code] ?? code;
}
