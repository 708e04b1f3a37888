import type { Day } from "../calendar/day.ts";
import type { Action } from "./action.ts";

/** What a run of a report found. */
export type FoundAction = Pick<
  Action,
  "actionId" | "severity" | "found" | "action" | "amount" | "evidence" | "owner" | "due"
> & {
  /** True: it keeps an action open that is there and begins none. */
  readonly isMinor?: boolean;
};

const BETWEEN = "; ";

const reportsOf = ({ report = "" }: Action): readonly string[] =>
  report === "" ? [] : report.split(BETWEEN);

/**
 * The register's rows after a run: what it found, new or carried over, then what it no longer found. An action that
 * several reports find is one row that names them all, and is closed and kept once the last of them lacks it. A finding
 * that comes back is opened again with the day it was first seen. Owner, due day and status are proposals for new rows;
 * those of rows that are there belong to people. A run that looks further back than the last one changes nothing.
 */
export function carryOver(
  report: string,
  found: readonly FoundAction[],
  register: readonly Action[],
  day: Day,
): Action[] {
  const isLater = ({ lastSeen }: Action) => lastSeen !== undefined && lastSeen > day;
  const own = register.filter((action) => reportsOf(action).includes(report));
  if (own.some(isLater)) return [];
  const known = new Map(register.map((action) => [action.actionId, action]));
  const holding = new Map<string, Action>();
  for (const { isMinor, ...one } of found) {
    const before = known.get(one.actionId);
    if (holding.has(one.actionId) || (before ? isLater(before) : isMinor)) continue;
    const firstSeen = before?.firstSeen ?? day;
    const others = before?.state === "Open" ? reportsOf(before) : [];
    holding.set(one.actionId, {
      ...one,
      report: [...new Set([...others, report])].join(BETWEEN),
      state: "Open",
      firstSeen,
      lastSeen: day,
      weeks: Math.floor((day - firstSeen) / 7),
      status: "To do",
    });
  }
  const lacking = own
    .filter(({ actionId }) => !holding.has(actionId))
    .map((action): Action => {
      const others = reportsOf(action).filter((name) => name !== report);
      return others.length > 0
        ? { ...action, report: others.join(BETWEEN) }
        : { ...action, state: "Closed" };
    });
  return [...holding.values(), ...lacking];
}
