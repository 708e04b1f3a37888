import { isoFromMoment } from "../core/calendar/day.ts";
import { momentOfDate } from "../tables/spreadsheetDate.ts";
import { messageOf } from "./answer.ts";
import { Book } from "./book.ts";
import { runReport } from "./runReport.ts";
import { keepSchedule, scheduleOf } from "./schedule.ts";
import type { ScheduleView } from "./scheduleTypes.ts";
import { takeSnapshot } from "./takeSnapshot.ts";
import { writeDigest } from "./writeDigest.ts";

function checkLimits(): string {
  const { sheet, answer } = runReport({ name: "alerts" });
  return `${sheet}: ${answer}`;
}

/** A snapshot and, where they are wanted, the check of the limits and the digest. How it went is kept, since nobody is there to be told. */
export function runSchedule(): ScheduleView {
  const book = new Book();
  const { choice } = scheduleOf(book);
  let isFine = true;
  let text: string;
  try {
    text = takeSnapshot();
    // The digest shows what the check found.
    if (choice?.limits) text = `${text} ${checkLimits()}`;
    if (choice?.digest) text = `${text} ${writeDigest()}`;
  } catch (error) {
    isFine = false;
    text = messageOf(error);
  }
  const at = isoFromMoment(momentOfDate(new Date(), book.zone())).slice(0, 16);
  const schedule = { ...(choice && { choice }), last: { at, isFine, text } };
  keepSchedule(book, schedule);
  return schedule;
}
