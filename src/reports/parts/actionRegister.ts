import { carryOver, type FoundAction } from "../../core/actions/carryOver.ts";
import { dueDay } from "../../core/hygiene/dueDay.ts";
import type { Finding, Report, ReportRequest, ReportTable } from "../report.ts";
import type { KeptRows } from "./keptRows.ts";
import { sayHidden } from "./words.ts";

const OURS = [
  ...["action", "found", "severity", "amount", "state", "weeks", "firstSeen", "lastSeen"],
  ...["evidence", "report", "actionId"],
];
/** Proposed for a new row and a person's from then on. */
const PROPOSED = ["status", "owner", "due"];
const MOST_ACTIONS = 15;

function actionOf(report: Report, finding: Finding): FoundAction {
  const { id, matter, severity, what, evidence, more = 0, amount, action, owner, due } = finding;
  const rest = more > 0 ? ` and ${more} more` : "";
  return {
    // A team's actions stand beside those of all.
    actionId: `${report.team === undefined ? "" : `${report.team}/`}${matter ?? `${report.name}/${id}`}`,
    severity,
    found: what,
    action,
    amount,
    evidence: `${evidence.join(", ")}${rest}`,
    owner,
    due,
  };
}

/**
 * Brings the report's findings into the Action register, with what its tables plan beside them. `others` are those that the
 * report has no room for: they begin no action and keep open the one that an earlier run began. A report on a period that is not the present one, or on
 * some stages or pipelines alone, changes nothing.
 */
export function withActions(
  report: Report,
  { tables, settings, stages, categories, pipelines }: ReportRequest,
  others: readonly Finding[] = [],
  planned: readonly Finding[] = [],
): Report {
  const { asOf, period } = report;
  const isPart = [stages, categories, pipelines].some((chosen) => chosen !== undefined);
  if (isPart || asOf < period.from || asOf > period.to) return report;
  const usual = dueDay(asOf, settings.options.dueDays, settings.calendar);
  const found = [
    ...[...report.sections.flatMap(({ findings = [] }) => findings), ...planned].map((finding) =>
      actionOf(report, finding),
    ),
    ...others.map((finding) => ({ ...actionOf(report, finding), isMinor: true })),
  ].map((action) => ({ ...action, due: action.due ?? usual }));
  const name = report.team === undefined ? report.title : `${report.title} (${report.team})`;
  const rows = carryOver(name, found, tables.actions?.rows ?? [], asOf);
  const kept: KeptRows = { table: "actions", fields: OURS, proposed: PROPOSED, rows };
  return { ...report, kept: [...(report.kept ?? []), kept] };
}

/** Actions of earlier runs that nobody has finished, the oldest first. */
export function carriedTable({ tables, asOf }: ReportRequest): ReportTable {
  const open = (tables.actions?.rows ?? [])
    .filter(({ status, firstSeen }) => {
      const isOver = /^(done|dropped|closed)$/i.test(status?.trim() ?? "");
      return !isOver && firstSeen !== undefined && firstSeen < asOf;
    })
    .filter(({ state }) => state !== "Closed")
    .sort((a, b) => (a.firstSeen ?? 0) - (b.firstSeen ?? 0));
  return {
    id: "carried",
    columns: [
      { id: "action", label: "Action", format: "text", span: 5 },
      { id: "report", label: "From", format: "text", span: 2 },
      { id: "owner", label: "Owner", format: "text", span: 1 },
      { id: "status", label: "Status", format: "text", span: 1 },
      { id: "since", label: "Since", format: "date", span: 1 },
      { id: "due", label: "Due", format: "date", span: 1 },
      { id: "late", label: "Late", format: "text", span: 1, status: { late: "bad" } },
    ],
    rows: open.slice(0, MOST_ACTIONS).map((action) => ({
      key: action.actionId,
      cells: {
        action: action.action,
        report: action.report,
        owner: action.owner,
        status: action.status,
        since: action.firstSeen,
        due: action.due,
        late: action.due !== undefined && action.due < asOf ? "late" : "",
      },
    })),
    more: sayHidden(open.length - MOST_ACTIONS, "more action", "in sheet Action register"),
    empty: "No action of an earlier run is open.",
  };
}
