import type { Alert } from "../../core/alerts/alert.ts";
import { alertStates, isOpen } from "../../core/alerts/followAlerts.ts";
import { sayHidden } from "../parts/words.ts";
import type { ReportRequest, ReportTable } from "../report.ts";

const ORDER = ["high", "medium", "low"];
const MOST = 15;

export const bySeverity = (one: Alert, other: Alert): number =>
  ORDER.indexOf(one.severity ?? "") - ORDER.indexOf(other.severity ?? "") ||
  (one.since ?? 0) - (other.since ?? 0);

export const isAcknowledged = ({ acknowledged = "" }: Alert): boolean => acknowledged.trim() !== "";

/** Limits that are crossed, the gravest first and of those the oldest. */
export function alertTable(id: string, alerts: readonly Alert[], empty: string): ReportTable {
  const open = alerts.filter(isOpen).sort(bySeverity);
  return {
    id,
    columns: [
      { id: "what", label: "Alert", format: "text", span: 5 },
      {
        id: "state",
        label: "State",
        format: "text",
        span: 2,
        status: { [`▼ ${alertStates.fresh}`]: "bad", [`● ${alertStates.still}`]: "warning" },
      },
      { id: "since", label: "Since", format: "date", span: 1 },
      { id: "severity", label: "Severity", format: "text", span: 1 },
      { id: "owner", label: "Owner", format: "text", span: 2 },
      { id: "acknowledged", label: "Seen by", format: "text", span: 1 },
    ],
    rows: open.slice(0, MOST).map((alert) => ({
      key: alert.alertId,
      cells: {
        what: alert.what ?? alert.figure,
        state: `${alert.state === alertStates.fresh ? "▼" : "●"} ${alert.state}`,
        since: alert.since,
        severity: alert.severity,
        owner: alert.owner,
        acknowledged: alert.acknowledged,
      },
    })),
    more: sayHidden(open.length - MOST, "more alert", "in sheet Alert log"),
    empty,
  };
}

/** The alerts that the last check of the limits left open, for reports that do not check them. */
export function loggedAlerts({
  tables,
  asOf,
}: Pick<ReportRequest, "tables" | "asOf">): readonly Alert[] {
  return (tables.alerts?.rows ?? []).filter(
    (alert) => isOpen(alert) && (alert.since === undefined || alert.since <= asOf),
  );
}

/** Why there is none, for reports that do not check the limits. */
export const noAlerts = ({ tables }: Pick<ReportRequest, "tables">): string =>
  tables.alerts?.rows.length
    ? "No limit was crossed at the last check."
    : "The limits were never checked in this spreadsheet, or none was ever crossed.";
