import { dayFromParts, isRealDate, type Moment } from "../../core/calendar/day.ts";

/** A date of three numbers whose day and month are not told apart by the text alone. */
export type NumericDate = {
  readonly first: number;
  readonly second: number;
  readonly year: number;
  /** Fraction of the day that has passed. */
  readonly time: number;
  /** Points part day, month and year in that order wherever they are used. */
  readonly isDotted: boolean;
};

/** As names of months begin in English, German, French, Spanish, Portuguese, Italian and Dutch. */
const months: Readonly<Record<string, number>> = {
  jan: 1,
  ene: 1,
  gen: 1,
  feb: 2,
  fév: 2,
  fev: 2,
  mar: 3,
  mär: 3,
  mrz: 3,
  mrt: 3,
  apr: 4,
  avr: 4,
  abr: 4,
  may: 5,
  mai: 5,
  mag: 5,
  mei: 5,
  jun: 6,
  juin: 6,
  giu: 6,
  jul: 7,
  juil: 7,
  lug: 7,
  aug: 8,
  aoû: 8,
  aou: 8,
  ago: 8,
  sep: 9,
  set: 9,
  oct: 10,
  okt: 10,
  out: 10,
  ott: 10,
  nov: 11,
  dec: 12,
  déc: 12,
  dic: 12,
  dez: 12,
};

const clock =
  "(?:[T,\\s]\\s*(\\d{1,2})(?::|h)(\\d{2})(?::(\\d{2})(?:[.,]\\d+)?)?\\s*(?:([ap])\\.?m\\.?)?)?(?:\\s*(?:Z|UTC|GMT|[+-]\\d{2}:?\\d{2}))?";
const iso = new RegExp(`^(\\d{4})([-/.])(\\d{1,2})\\2(\\d{1,2})${clock}$`, "i");
const numeric = new RegExp(`^(\\d{1,2})([-/.])(\\d{1,2})\\2(\\d{4}|\\d{2})\\.?${clock}$`, "i");
const dayNamed = new RegExp(
  `^(?:\\p{L}{2,9}\\.?,?\\s+)?(\\d{1,2})(?:st|nd|rd|th|\\.)?[-\\s/]*(?:de\\s+)?(\\p{L}{3,10})\\.?[-,\\s/]*(?:de\\s+)?(\\d{4}|\\d{2})${clock}$`,
  "iu",
);
const monthNamed = new RegExp(
  `^(?:\\p{L}{2,9}\\.?,\\s+)?(\\p{L}{3,9})\\.?[-\\s/]*(\\d{1,2})(?:st|nd|rd|th)?,?[-\\s/]+(\\d{4})${clock}$`,
  "iu",
);

/**
 * Reads a text as a date. A moment when the text leaves no doubt, a numeric date when its order must come from the
 * column, undefined when it is no date. Times of day stay as written; an offset such as `Z` is not applied, so the
 * day is the one that the export shows.
 */
export function dateText(text: string): Moment | NumericDate | undefined {
  if (text.length < 6 || text.length > 48) return undefined;
  const code = text.charCodeAt(4);
  // Most exports write ISO dates, so these come first and without a regular expression where there is no time.
  if (text.length === 10 && code === 45 && text.charCodeAt(7) === 45) return plainIso(text);
  const isoMatch = iso.exec(text);
  if (isoMatch)
    return moment(Number(isoMatch[1]), Number(isoMatch[3]), Number(isoMatch[4]), isoMatch, 5);
  if (/^\d{8}$/.test(text))
    return moment(Number(text.slice(0, 4)), Number(text.slice(4, 6)), Number(text.slice(6)), [], 0);
  const numericMatch = numeric.exec(text);
  if (numericMatch) return numericDate(numericMatch);
  return namedMonth(text);
}

function plainIso(text: string): Moment | undefined {
  const [year, month, date] = [
    Number(text.slice(0, 4)),
    Number(text.slice(5, 7)),
    Number(text.slice(8)),
  ];
  return isRealDate(year, month, date) ? dayFromParts(year, month, date) : undefined;
}

function numericDate(match: RegExpExecArray): NumericDate | undefined {
  const time = timeOf(match, 5);
  if (time === undefined) return undefined;
  const [first, second, year] = [Number(match[1]), Number(match[3]), fullYear(match[4] ?? "")];
  return { first, second, year, time, isDotted: match[2] === "." };
}

function namedMonth(text: string): Moment | undefined {
  const byDay = dayNamed.exec(text);
  if (byDay) return moment(fullYear(byDay[3] ?? ""), monthOf(byDay[2]), Number(byDay[1]), byDay, 4);
  const byMonth = monthNamed.exec(text);
  return byMonth
    ? moment(Number(byMonth[3]), monthOf(byMonth[1]), Number(byMonth[2]), byMonth, 4)
    : undefined;
}

function monthOf(name: string | undefined): number {
  const text = (name ?? "").toLowerCase();
  return months[text.slice(0, 4)] ?? months[text.slice(0, 3)] ?? 0;
}

/** 70 to 99 are 1970 to 1999, as in spreadsheets' own reading. */
function fullYear(text: string): number {
  const year = Number(text);
  return text.length > 2 ? year : year < 70 ? 2000 + year : 1900 + year;
}

function moment(
  year: number,
  month: number,
  date: number,
  match: ArrayLike<string | undefined>,
  timeAt: number,
): Moment | undefined {
  const time = timeOf(match, timeAt);
  return time !== undefined && isRealDate(year, month, date)
    ? dayFromParts(year, month, date) + time
    : undefined;
}

/** Hours, minutes, seconds and a or p, from that group on; 0 without them, undefined for no real time. */
function timeOf(match: ArrayLike<string | undefined>, at: number): number | undefined {
  if (match[at] === undefined) return 0;
  const [hours, minutes, seconds] = [
    Number(match[at]),
    Number(match[at + 1]),
    Number(match[at + 2] ?? 0),
  ];
  const half = match[at + 3]?.toLowerCase();
  if (minutes > 59 || seconds > 59 || hours > (half ? 12 : 23) || (half && hours === 0))
    return undefined;
  const hour = half ? (hours % 12) + (half === "p" ? 12 : 0) : hours;
  return (hour * 3600 + minutes * 60 + seconds) / 86400;
}
