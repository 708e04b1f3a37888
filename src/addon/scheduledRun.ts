import { isoFromMoment } from "../core/calendar/day.ts";
import { momentOfDate } from "../tables/spreadsheetDate.ts";
import { messageOf } from "./answer.ts";
import { Book } from "./book.ts";
import { keepSchedule, scheduleOf } from "./schedule.ts";
import type { ScheduleView } from "./scheduleTypes.ts";
import { takeSnapshot } from "./takeSnapshot.ts";
import { writeDigest } from "./writeDigest.ts";

/** A snapshot and, where it is wanted, the digest. How it went is kept, since nobody is there to be told. */
export function runSchedule(): ScheduleView {
  const book = new Book();
  const { choice } = scheduleOf(book);
  let isFine = true;
  let text: string;
  try {
    text = takeSnapshot();
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
