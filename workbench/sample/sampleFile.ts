import { type Day, isoFromDay, type Moment, partsOfDay } from "../../src/core/calendar/day.ts";

/** A CSV file of the sample company: its heading and its rows as text. */
export type SampleFile = { readonly name: string; readonly rows: string[][] };

/** `11/16/2026`: how a report export shows a date to an American user. */
export function reportDate(moment: Moment | undefined): string {
  if (moment === undefined) return "";
  const { year, month, date } = partsOfDay(moment);
  return `${month}/${date}/${year}`;
}

/** `2026-11-16 09:30:00`: how the data export writes a moment. */
export function exportMoment(moment: Moment): string {
  const seconds = Math.min(86399, Math.floor((moment - Math.floor(moment)) * 86400));
  const two = (value: number) => String(Math.floor(value)).padStart(2, "0");
  return `${isoFromDay(moment)} ${two(seconds / 3600)}:${two((seconds / 60) % 60)}:${two(seconds % 60)}`;
}

export const isoDate = (day: Day | undefined) => (day === undefined ? "" : isoFromDay(day));

export const flag = (value: boolean) => (value ? "1" : "0");
