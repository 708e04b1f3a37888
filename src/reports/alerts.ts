import type { Alert } from "../core/alerts/alert.ts";
import { crossing } from "../core/alerts/crossing.ts";
import { alertStates, followAlerts, isOpen } from "../core/alerts/followAlerts.ts";
import { alertAnswer, alertFigures } from "./alerts/figures.ts";
import { alertFindings } from "./alerts/findings.ts";
import { LOGGED_DAYS, madeAnew, measure, type WatchedFigure } from "./alerts/measure.ts";
import { alertTable, isAcknowledged } from "./alerts/openAlerts.ts";
import { recentTable, watchedTable } from "./alerts/tables.ts";
import { sayAlert } from "./alerts/words.ts";
import { withActions } from "./parts/actionRegister.ts";
import type { KeptRows } from "./parts/keptRows.ts";
import type { OwnSettings } from "./parts/ownSettings.ts";
import { tableSection } from "./parts/tableSection.ts";
import type { Report, ReportDefinition, ReportRequest } from "./report.ts";

const OURS = [
  ...["what", "state", "severity", "since", "lastSeen", "backOn", "crossings"],
  ...["figure", "side", "value", "limit", "beyond", "alertId"],
];
/** Proposed for a new row and a person's from then on. */
const PROPOSED = ["owner"];

/** The alerts of today: what the check changes, over what the log holds. */
function followed(watched: readonly WatchedFigure[], { tables, asOf }: ReportRequest) {
  const log = tables.alerts?.rows ?? [];
  const measured = watched.map(({ row, value, asOf: day }) => ({
    limit: { ...row, severity: row.severity === "off" ? ("low" as const) : row.severity },
    value: day === undefined ? undefined : value,
  }));
  const figureOf = new Map<string, WatchedFigure>(watched.map((one) => [one.row.figure, one]));
  const before = new Map(log.map((alert) => [alert.alertId, alert]));
  const changed = followAlerts(measured, log, asOf).map((alert): Alert => {
    const { acknowledged, note, owner = alert.owner, what } = before.get(alert.alertId) ?? {};
    const figure = figureOf.get(alert.figure)?.figure;
    const said = isOpen(alert) && figure ? sayAlert(figure, alert) : what;
    return { ...alert, acknowledged, note, owner, what: said };
  });
  const changedIds = new Set(changed.map(({ alertId }) => alertId));
  return { changed, all: [...log.filter(({ alertId }) => !changedIds.has(alertId)), ...changed] };
}

function build(request: ReportRequest): Report {
  const { asOf, period, tables } = request;
  const hasDeals = (tables.opportunities?.rows.length ?? 0) > 0;
  const watched = measure(request);
  const { changed, all } = followed(watched, request);
  const open = all.filter(isOpen);
  const unknown = watched.filter(({ value }) => value === undefined);
  const outside = watched.filter(({ row, value }) => value !== undefined && crossing(value, row));
  const within = watched.length - unknown.length - outside.length;
  const numbers = { watched, unknown, outside, within, alerts: all, hasDeals };
  const findings = alertFindings(open.filter((alert) => !isAcknowledged(alert)));
  const report: Report = {
    name: "alerts",
    title: "Alerts",
    period,
    asOf,
    currency: "",
    scope: "All owners",
    answer: alertAnswer(numbers),
    figures: alertFigures(numbers, asOf),
    charts: [],
    sections: [
      {
        id: "findings",
        heading: "New since the last check",
        reading:
          findings.length === 0
            ? "No limit was crossed that was not crossed before."
            : "Each crossing is told here once; from the next day on it stands below.",
        findings,
      },
      tableSection(
        alertTable("open", open, "Every figure that is known is within its limits."),
        "Outside their limits",
        "Write your name or a date into Acknowledged of the sheet Alert log: it stays over all runs.",
      ),
      tableSection(
        recentTable(all, asOf),
        "Back within",
        "Alerts that ended in the last 30 days, the latest first.",
      ),
      tableSection(
        watchedTable(watched),
        "All figures with a limit",
        "Limits, severity and owner stand in the sheet Limits; a figure without a limit is not watched.",
      ),
    ],
    notes: [
      "A figure at its limit is within. A figure that comes back and crosses again within 7 days is the same alert, so one that wavers raises no storm (our own rule).",
      `Pipeline review, Quota, What changed and Hygiene are worked out anew; of the other reports their last run for this period counts, of at most ${LOGGED_DAYS} days ago. What is not known opens no alert and ends none.`,
      "A limit with Action on keeps an action in the Action register for as long as its figure is outside.",
    ],
    checks: [
      {
        id: "figures_add_up",
        label: "Within, outside and not known less figures with a limit",
        value: within + outside.length + unknown.length - watched.length,
        formula: "{=within}+{=outside}+{=unknown}-COUNTA({watched.figure})",
      },
    ],
  };
  if (!hasDeals || asOf < period.from || asOf > period.to) return report;
  const kept: KeptRows = { table: "alerts", fields: OURS, proposed: PROPOSED, rows: changed };
  return { ...report, kept: [kept, ...actionsOf(report, open, watched, request)] };
}

/** What the register keeps: all that is outside and wanted there, whether new or not. */
function actionsOf(
  report: Report,
  open: readonly Alert[],
  watched: readonly WatchedFigure[],
  request: ReportRequest,
): readonly KeptRows[] {
  const wanted = new Set<string>(
    watched.filter(({ row }) => row.inRegister).map(({ row }) => row.figure),
  );
  const findings = alertFindings(
    open.filter(({ figure }) => wanted.has(figure)),
    Object.values(alertStates),
  );
  const sections = [{ id: "findings", heading: "", reading: "", findings }];
  return withActions({ ...report, sections }, request).kept ?? [];
}

const settings = [
  ...new Set<OwnSettings>([...madeAnew.flatMap((report) => report.settings ?? []), "limits"]),
];

/** Which figures left their limits, since when, and which came back. */
export const alerts: ReportDefinition = {
  name: "alerts",
  title: "Alerts",
  about:
    "Figures of the other reports that left the limits you set: which, by how much, since when, whether somebody has seen it, and what came back within.",
  menuLabel: "Check the limits",
  needs: ["opportunities"],
  uses: [
    ...new Set([
      ...madeAnew.flatMap(({ uses }) => uses),
      ...(["alerts", "actions", "forecastLog"] as const),
    ]),
  ],
  settings,
  build,
};
