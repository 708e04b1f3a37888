import { InputError } from "../../core/inputError.ts";
import { answer } from "../calls/answer.ts";
import type { Answer } from "../calls/requests.ts";
import { Book } from "../sheets/book.ts";
import {
  isChoice,
  keepSchedule,
  pageToAllow,
  scheduleOf,
  switchOff,
  switchOn,
} from "./schedule.ts";
import { runSchedule } from "./scheduledRun.ts";
import type { ScheduleView, SetScheduleRequest, SetScheduleResult } from "./scheduleTypes.ts";

/** Switches the clock on, changes it or switches it off; or says where the right for it is granted first. */
export function setScheduleEndpoint({ choice }: SetScheduleRequest): Answer<SetScheduleResult> {
  return answer(() => {
    const book = new Book();
    const { last } = scheduleOf(book);
    // What the sidebar leaves out arrives as null.
    if (!choice) {
      switchOff(book);
      const schedule = last ? { last } : {};
      keepSchedule(book, schedule);
      return { schedule };
    }
    if (!isChoice(choice))
      throw new InputError("Choose every day or every week, a weekday, and an hour from 0 to 23.");
    const allow = pageToAllow();
    if (allow !== undefined) return { schedule: scheduleOf(book), allow };
    switchOn(book, choice);
    const schedule = { choice, ...(last && { last }) };
    keepSchedule(book, schedule);
    return { schedule };
  });
}

/** Does now what the clock would do. */
export function runScheduleEndpoint(): Answer<ScheduleView> {
  return answer(() => runSchedule());
}
