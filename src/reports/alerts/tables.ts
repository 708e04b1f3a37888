import type { Alert } from "../../core/alerts/alert.ts";
import { crossing } from "../../core/alerts/crossing.ts";
import { alertStates } from "../../core/alerts/followAlerts.ts";
import type { Day } from "../../core/calendar/day.ts";
import { sayHidden } from "../parts/words.ts";
import type { ReportTable } from "../report.ts";
import type { WatchedFigure } from "./measure.ts";
import { plainLabel, sayIn } from "./words.ts";

const RECENT_DAYS = 30;
const MOST = 15;

/** Alerts that ended lately. */
export function recentTable(alerts: readonly Alert[], day: Day): ReportTable {
  const over = alerts
    .filter(
      ({ state, backOn }) =>
        state === alertStates.back && backOn !== undefined && day - backOn <= RECENT_DAYS,
    )
    .sort((a, b) => (b.backOn ?? 0) - (a.backOn ?? 0));
  return {
    id: "back",
    columns: [
      { id: "what", label: "Alert", format: "text", span: 6 },
      { id: "since", label: "Since", format: "date", span: 2 },
      { id: "back", label: "Back on", format: "date", span: 2 },
      { id: "days", label: "Days", format: "days", span: 1 },
    ],
    rows: over.slice(0, MOST).map(({ alertId, what, figure, since, backOn }) => ({
      key: alertId,
      cells: {
        what: what ?? figure,
        since,
        back: backOn,
        days: since === undefined || backOn === undefined ? undefined : backOn - since,
      },
    })),
    more: sayHidden(over.length - MOST, "more alert", "in sheet Alert log"),
    empty: "No alert ended in the last 30 days.",
  };
}

function stateOf({ row, value }: WatchedFigure): string {
  if (value === undefined) return "not known";
  return crossing(value, row) ? "▼ outside" : "▲ within";
}

/** Every figure that has a limit, as it stands. */
export function watchedTable(watched: readonly WatchedFigure[]): ReportTable {
  return {
    id: "watched",
    columns: [
      { id: "figure", label: "Figure", format: "text", span: 4 },
      { id: "value", label: "Now", format: "text", span: 1 },
      { id: "lower", label: "At least", format: "text", span: 1 },
      { id: "upper", label: "At most", format: "text", span: 1 },
      {
        id: "state",
        label: "State",
        format: "text",
        span: 1,
        status: { "▲ within": "good", "▼ outside": "bad" },
      },
      { id: "report", label: "Report", format: "text", span: 2 },
      { id: "asOf", label: "As of", format: "date", span: 1 },
    ],
    rows: watched.map((one) => {
      const { row, figure, value, asOf } = one;
      return {
        key: row.figure,
        cells: {
          figure: plainLabel(figure),
          value: sayIn(figure.unit, value),
          lower: sayIn(figure.unit, row.lower),
          upper: sayIn(figure.unit, row.upper),
          state: stateOf(one),
          report: figure.report.replace(/-/g, " "),
          asOf,
        },
      };
    }),
    empty: "No figure has a limit.",
  };
}
