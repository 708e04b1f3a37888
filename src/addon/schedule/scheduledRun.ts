import { isoFromMoment } from "../../core/calendar/day.ts";
import { momentOfDate } from "../../tables/reading/spreadsheetDate.ts";
import { messageOf } from "../calls/answer.ts";
import { Unfinished } from "../calls/unfinished.ts";
import { takeSnapshot } from "../jobs/takeSnapshot.ts";
import { runReport } from "../reports/runReport.ts";
import { Book } from "../sheets/book.ts";
import { goOnHourly, keepSchedule, scheduleOf, setClock } from "./schedule.ts";
import type { PendingRun, ScheduleChoice, ScheduleView } from "./scheduleTypes.ts";
import { writeDigest } from "./writeDigest.ts";

/** Runs that one schedule may take; the last one that fails to finish it says so. */
const MOST_TURNS = 6;
/** Days after which what is left of a run is no longer gone on with. */
const OUTDATED = 0.5;

function checkLimits(): string {
  const { sheet, answer } = runReport({ name: "alerts" });
  return `${sheet}: ${answer}`;
}

/** What a run does, one after the other; each says what it did. The digest shows what the check found. */
const partsOf = (choice: ScheduleChoice | undefined): readonly (() => string)[] => [
  takeSnapshot,
  ...(choice?.limits ? [checkLimits] : []),
  ...(choice?.digest ? [writeDigest] : []),
];

/** Sets the clock for what is left, or back to the person's choice; tells what is wrong where it cannot. */
function clockWrong(
  book: Book,
  choice: ScheduleChoice,
  next: PendingRun | undefined,
  left: PendingRun | undefined,
): string | undefined {
  try {
    if (next) goOnHourly(book);
    else if (left) setClock(book, choice);
    return undefined;
  } catch (error) {
    return messageOf(error);
  }
}

type Ended = {
  readonly isFine: boolean;
  readonly why?: string;
  /** What an hour later is to be gone on with. */
  readonly next?: PendingRun;
};

/** What becomes of a run that stopped in the middle: the rest goes on later, or it has failed. */
function endOf(error: unknown, turn: PendingRun): Ended {
  const { progress } = error instanceof Unfinished ? error : {};
  if (!progress || turn.turns >= MOST_TURNS) return { isFine: false, why: messageOf(error) };
  const { done, of } = progress;
  const why = `The rest goes on within two hours: ${done} of ${of ?? "its"} parts are made.`;
  return { isFine: true, why, next: turn };
}

/**
 * A snapshot and, where they are wanted, the check of the limits and the digest. What takes longer than a run may goes
 * on an hour later, as soon as the platform lets an add-on, and nothing is done twice. How it went is kept, since
 * nobody is there to be told.
 */
export function runSchedule(): ScheduleView {
  const book = new Book();
  const { choice, last, pending: left } = scheduleOf(book);
  const now = momentOfDate(new Date(), book.zone());
  const pending = left && now - left.since < OUTDATED ? left : undefined;
  const { since = now, turns: before = 0 } = pending ?? {};
  const said = [...(pending?.said ?? [])];
  const turn = () => ({ since, turns: before + 1, said: [...said] });
  let ended: Ended = { isFine: true };
  try {
    for (const part of partsOf(choice).slice(said.length)) {
      // A run that is cut off counts as well, and what it did is not done again.
      if (said.length > 0) keepSchedule(book, { choice, last, pending: turn() });
      said.push(part());
    }
  } catch (error) {
    ended = choice ? endOf(error, turn()) : { isFine: false, why: messageOf(error) };
  }
  const { isFine, why, next } = ended;
  const wrong = choice && clockWrong(book, choice, next, left);
  const text = [...said, why, wrong].filter((one) => one !== undefined).join(" ");
  const schedule = {
    ...(choice && { choice }),
    last: { at: isoFromMoment(now).slice(0, 16), isFine: isFine && !wrong, text },
    ...(next && { pending: next }),
  };
  keepSchedule(book, schedule);
  return schedule;
}
