import { isoFromMoment } from "../../core/calendar/day.ts";
import { sheetLabel } from "../../reports/parts/sheetLabel.ts";
import type { Report } from "../../reports/report.ts";
import type { ForecastLogRow } from "../../tables/forecastLog.ts";
import type { Comparison, FigureChange } from "./reportTypes.ts";

/** What the last logged run of a report and period said, before this one is logged: the figures that differ now. */
export function compareWithLast(log: readonly ForecastLogRow[], report: Report): Comparison {
  const rows = log.filter((row) => row.report === report.name && row.period === sheetLabel(report));
  const last = rows[rows.length - 1];
  if (!last) return { changes: [] };
  const before = new Map(
    rows
      .filter(({ runAt }) => runAt === last.runAt)
      .map(({ figureId, value }) => [figureId, value]),
  );
  const changes = report.figures.flatMap(({ id, label, value, format }): FigureChange[] => {
    const after = typeof value === "number" ? value : undefined;
    const was = before.get(id);
    if (format === "date" || format === "text" || !before.has(id) || isSame(was, after)) return [];
    return [{ id, label, format, before: was, after }];
  });
  return { since: isoFromMoment(last.runAt).slice(0, 16), changes };
}

/** Cells keep about fifteen digits. */
function isSame(one: number | undefined, other: number | undefined): boolean {
  if (one === undefined || other === undefined) return one === other;
  return Math.abs(one - other) <= 1e-9 * Math.max(1, Math.abs(one), Math.abs(other));
}
