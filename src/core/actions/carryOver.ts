import type { Day } from "../calendar/day.ts";
import type { Action } from "./action.ts";

/** What a run of a report found. */
export type FoundAction = Pick<
  Action,
  "actionId" | "severity" | "found" | "action" | "amount" | "evidence" | "owner" | "due"
>;

/**
 * The register's rows after a run: what it found, new or carried over, then what it no longer found, which is closed and
 * kept. A finding that comes back is opened again with the day it was first seen. Owner, due day and status are proposals
 * for new rows; those of rows that are there belong to people. A run that looks further back than the last one changes
 * nothing.
 */
export function carryOver(
  report: string,
  found: readonly FoundAction[],
  register: readonly Action[],
  day: Day,
): Action[] {
  const own = register.filter((action) => action.report === report);
  if (own.some(({ lastSeen }) => lastSeen !== undefined && lastSeen > day)) return [];
  const known = new Map(own.map((action) => [action.actionId, action]));
  const holds = found.map((one): Action => {
    const before = known.get(one.actionId);
    known.delete(one.actionId);
    const firstSeen = before?.firstSeen ?? day;
    return {
      ...one,
      report,
      state: "Open",
      firstSeen,
      lastSeen: day,
      weeks: Math.floor((day - firstSeen) / 7),
      status: "To do",
    };
  });
  const closed = [...known.values()].map((action): Action => ({ ...action, state: "Closed" }));
  return [...holds, ...closed];
}
