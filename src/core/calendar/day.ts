/** A civil day as a whole number: days since 1970-01-01. It has no time zone. */
export type Day = number;

/** A civil date and time as a number: its day plus the fraction of the day that has passed. */
export type Moment = number;

export type DayParts = { readonly year: number; readonly month: number; readonly date: number };

/** The serial number that spreadsheets use for 1970-01-01. */
export const SERIAL_OF_EPOCH = 25569;

const DAYS_IN_ERA = 146097;

/** The day of a proleptic Gregorian date; months and dates outside their range carry over. */
export function dayFromParts(year: number, month: number, date: number): Day {
  const monthIndex = month - 1;
  const wholeYear = year + Math.floor(monthIndex / 12);
  const wholeMonth = ((monthIndex % 12) + 12) % 12;
  // Years are counted from March, so that the leap day comes last.
  const shifted = wholeMonth < 2 ? wholeYear - 1 : wholeYear;
  const era = Math.floor(shifted / 400);
  const yearOfEra = shifted - era * 400;
  const dayOfYear = Math.floor((153 * ((wholeMonth + 10) % 12) + 2) / 5) + date - 1;
  const dayOfEra =
    yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * DAYS_IN_ERA + dayOfEra - 719468;
}

/** Year, month (1-12) and date of a day or moment. */
export function partsOfDay(moment: Moment): DayParts {
  const shifted = Math.floor(moment) + 719468;
  const era = Math.floor(shifted / DAYS_IN_ERA);
  const dayOfEra = shifted - era * DAYS_IN_ERA;
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1460) +
      Math.floor(dayOfEra / 36524) -
      Math.floor(dayOfEra / 146096)) /
      365,
  );
  const dayOfYear =
    dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const monthFromMarch = Math.floor((5 * dayOfYear + 2) / 153);
  const date = dayOfYear - Math.floor((153 * monthFromMarch + 2) / 5) + 1;
  const month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9;
  return { year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, date };
}

/** How many days a month has. */
export function daysInMonth(year: number, month: number): number {
  return dayFromParts(year, month + 1, 1) - dayFromParts(year, month, 1);
}

/** True when such a date exists. */
export function isRealDate(year: number, month: number, date: number): boolean {
  return (
    Number.isInteger(year) &&
    month >= 1 &&
    month <= 12 &&
    date >= 1 &&
    // Every month has 28 days; only the few others need counting.
    (date <= 28 || date <= daysInMonth(year, month))
  );
}

/** `2026-01-31` as a day; undefined when it is not such a text or no such date exists. */
export function dayFromIso(text: string): Day | undefined {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (!match) return undefined;
  const [year, month, date] = [Number(match[1]), Number(match[2]), Number(match[3])];
  return isRealDate(year, month, date) ? dayFromParts(year, month, date) : undefined;
}

const padded = (value: number, width: number) => String(value).padStart(width, "0");

/** A day, or the day of a moment, as `2026-01-31`. */
export function isoFromDay(moment: Moment): string {
  const { year, month, date } = partsOfDay(moment);
  return `${padded(year, 4)}-${padded(month, 2)}-${padded(date, 2)}`;
}

/** A moment as `2026-01-31`, with ` 14:05:00` behind it where it has a time. */
export function isoFromMoment(moment: Moment): string {
  const seconds = Math.round((moment - Math.floor(moment)) * 86400);
  if (seconds === 0) return isoFromDay(moment);
  if (seconds === 86400) return isoFromDay(Math.floor(moment) + 1);
  const [hour, minute, second] = [
    Math.floor(seconds / 3600),
    Math.floor(seconds / 60) % 60,
    seconds % 60,
  ];
  return `${isoFromDay(moment)} ${padded(hour, 2)}:${padded(minute, 2)}:${padded(second, 2)}`;
}

/** 1 = Monday … 7 = Sunday. */
export function weekdayOf(day: Day): number {
  return ((((Math.floor(day) + 3) % 7) + 7) % 7) + 1;
}

/** The same date some months later; the last date of a shorter month. */
export function addMonths(day: Day, months: number): Day {
  const { year, month, date } = partsOfDay(day);
  const first = dayFromParts(year, month + months, 1);
  const target = partsOfDay(first);
  return first + Math.min(date, daysInMonth(target.year, target.month)) - 1;
}
