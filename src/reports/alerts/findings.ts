import type { Alert } from "../../core/alerts/alert.ts";
import { alertStates } from "../../core/alerts/followAlerts.ts";
import { type LimitedFigure, limitedFigures } from "../../settings/presets/limitRows.ts";
import type { Finding } from "../report.ts";
import { bySeverity } from "./openAlerts.ts";

type Severity = Finding["severity"];

const figures: Readonly<Record<string, LimitedFigure>> = limitedFigures;

const severityOf = ({ severity }: Alert): Severity =>
  severity === "high" || severity === "low" ? severity : "medium";

/** What to do about alerts, those that are new unless other states are asked for. */
export function alertFindings(
  open: readonly Alert[],
  states: readonly string[] = [alertStates.fresh],
): readonly Finding[] {
  return open
    .filter(({ state }) => states.includes(state))
    .sort(bySeverity)
    .map((alert) => ({
      id: alert.figure,
      severity: severityOf(alert),
      what: `${alert.what ?? alert.figure}.`,
      evidence: [],
      action: figures[alert.figure]?.action ?? "Look into it.",
      ...(alert.owner ? { owner: alert.owner } : {}),
    }));
}
