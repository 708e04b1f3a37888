import { InputError } from "../../core/inputError.ts";
import type { Book } from "../sheets/book.ts";
import type { ScheduleChoice, ScheduleView } from "./scheduleTypes.ts";

const HANDLER = "revopsScheduledRun";
const SCOPE = "https://www.googleapis.com/auth/script.scriptapp";
const NOT_PUBLISHED =
  "This installation of RevOps may not run by itself: whoever published it left that right out. You can take snapshots from the RevOps menu.";

/** A trigger belongs to the person who made it, in this spreadsheet; so does what it is to do. */
const keyOf = ({ spreadsheet }: Book) => `schedule ${spreadsheet.getId()}`;

/** What this person has switched on here, and how it last went. It looks at no trigger, which would need a right. */
export function scheduleOf(book: Book): ScheduleView {
  const text = PropertiesService.getUserProperties().getProperty(keyOf(book));
  try {
    const kept = text ? (JSON.parse(text) as ScheduleView) : {};
    return kept.choice && !isChoice(kept.choice) ? {} : kept;
  } catch {
    return {};
  }
}

export function keepSchedule(book: Book, schedule: ScheduleView): void {
  PropertiesService.getUserProperties().setProperty(keyOf(book), JSON.stringify(schedule));
}

/** What comes from the sidebar or the store is looked at before it is used. */
export function isChoice(choice: ScheduleChoice): boolean {
  const { every, hour, weekDay = 1 } = choice;
  const isIn = (value: number, least: number, most: number) =>
    Number.isInteger(value) && value >= least && value <= most;
  return (every === "day" || every === "week") && isIn(hour, 0, 23) && isIn(weekDay, 1, 7);
}

/** The page on which the person grants the right to run by itself; undefined when it is granted. */
export function pageToAllow(): string | undefined {
  const info = ScriptApp.getAuthorizationInfo(ScriptApp.AuthMode.FULL);
  if (info.getAuthorizationStatus() !== ScriptApp.AuthorizationStatus.REQUIRED) return undefined;
  return info.getAuthorizationUrl() || undefined;
}

/** Switches the clock on, or changes it. The right is demanded here and nowhere else. */
export function switchOn(book: Book, choice: ScheduleChoice): void {
  try {
    ScriptApp.requireScopes(ScriptApp.AuthMode.FULL, [SCOPE]);
  } catch {
    throw new InputError(NOT_PUBLISHED);
  }
  setClock(book, choice);
}

/** An add-on has one clock in a spreadsheet: a new one takes the place of the old one. */
function newClock(book: Book): GoogleAppsScript.Script.ClockTriggerBuilder {
  dropTriggers(book);
  return ScriptApp.newTrigger(HANDLER).timeBased().inTimezone(book.zone());
}

/** For work that is not done yet: every hour, which is as often as an add-on may. */
export function goOnHourly(book: Book): void {
  newClock(book).everyHours(1).create();
}

/** Sets the clock anew, as the person chose it. */
export function setClock(book: Book, choice: ScheduleChoice): void {
  const { every, hour, weekDay = 1 } = choice;
  const clock = newClock(book).atHour(hour);
  const { MONDAY, TUESDAY, WEDNESDAY, THURSDAY, FRIDAY, SATURDAY, SUNDAY } = ScriptApp.WeekDay;
  const days = [MONDAY, TUESDAY, WEDNESDAY, THURSDAY, FRIDAY, SATURDAY, SUNDAY];
  if (every === "day") clock.everyDays(1).create();
  else
    clock
      .everyWeeks(1)
      .onWeekDay(days[weekDay - 1] ?? MONDAY)
      .create();
}

/** Removes the clock; where the right was taken back there is none any more. */
export function switchOff(book: Book): void {
  if (pageToAllow() === undefined) dropTriggers(book);
}

function dropTriggers({ spreadsheet }: Book): void {
  for (const trigger of ScriptApp.getUserTriggers(spreadsheet))
    if (trigger.getHandlerFunction() === HANDLER) ScriptApp.deleteTrigger(trigger);
}
