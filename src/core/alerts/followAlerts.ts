import { type Day, isoFromDay } from "../calendar/day.ts";
import type { Alert, FigureLimit } from "./alert.ts";
import { type Crossing, crossing } from "./crossing.ts";

export const alertStates = {
  fresh: "New",
  still: "Still outside",
  back: "Back within",
  dropped: "No limit any more",
} as const;

/** A figure as it stands today; undefined: not known, which neither opens nor closes anything. */
export type Measured = { readonly limit: FigureLimit; readonly value: number | undefined };

/** A figure that crosses again within so many days is the same alert: one that wavers raises no storm. */
const REST_DAYS = 7;

const { fresh, still, back, dropped } = alertStates;

export const isOpen = ({ state }: Pick<Alert, "state">): boolean =>
  state === fresh || state === still;

/** The alert that a crossing goes on with: an open one, or one that came back a few days ago. */
function begun(log: readonly Alert[], figure: string, side: string, day: Day): Alert | undefined {
  return log.find(
    (alert) =>
      alert.figure === figure &&
      alert.side === side &&
      (isOpen(alert) ||
        (alert.state === back &&
          alert.backOn !== undefined &&
          day - alert.backOn <= REST_DAYS &&
          day >= alert.backOn)),
  );
}

function outside(
  { figure, severity, owner }: FigureLimit,
  value: number,
  { side, limit, beyond }: Crossing,
  before: Alert | undefined,
  day: Day,
): Alert {
  const since = before?.since ?? day;
  const isAgain = before !== undefined && !isOpen(before);
  return {
    alertId: before?.alertId ?? `${figure}/${side}/${isoFromDay(day)}`,
    figure,
    // The run that saw it first may be made again on its day.
    state: since === day ? fresh : still,
    side,
    value,
    limit,
    beyond,
    severity,
    since,
    lastSeen: day,
    backOn: undefined,
    crossings: (before?.crossings ?? (before ? 1 : 0)) + (isAgain || !before ? 1 : 0),
    owner,
  };
}

/**
 * The alerts that a check on a day changes: a crossing is new once, then still outside, then back within. What is not
 * known today stays as it is. A check that looks further back than the last one changes nothing.
 */
export function followAlerts(
  measured: readonly Measured[],
  log: readonly Alert[],
  day: Day,
): readonly Alert[] {
  if (log.some(({ lastSeen }) => lastSeen !== undefined && lastSeen > day)) return [];
  const followed = new Map<string, Alert>();
  for (const { limit, value } of measured) {
    if (value === undefined) continue;
    const crossed = crossing(value, limit);
    if (crossed) {
      const before = begun(log, limit.figure, crossed.side, day);
      const alert = outside(limit, value, crossed, before, day);
      followed.set(alert.alertId, alert);
    }
    for (const alert of log) {
      if (alert.figure !== limit.figure || !isOpen(alert) || followed.has(alert.alertId)) continue;
      const now = { ...alert, state: back, value, beyond: 0, lastSeen: day, backOn: day };
      followed.set(alert.alertId, now);
    }
  }
  const limited = new Set(measured.map(({ limit }) => limit.figure));
  for (const alert of log) {
    if (isOpen(alert) && !limited.has(alert.figure))
      followed.set(alert.alertId, { ...alert, state: dropped, lastSeen: day });
  }
  return [...followed.values()];
}
