import type { Day } from "../../core/calendar/day.ts";
import type { ForecastLogRow } from "../../tables/forecastLog.ts";
import type { Book } from "../book.ts";
import { sheetLabel } from "../parts/sheetLabel.ts";

/** The last forecast of the same period and team that was made for an earlier day. */
export type LastRun = {
  readonly day: Day;
  /** What it said, by the id of the figure. */
  readonly figures: ReadonlyMap<string, number>;
};

export function lastRun({ request }: Book): LastRun | undefined {
  const { tables, asOf } = request;
  const ours = sheetLabel({ ...request, subject: undefined });
  const rows: ForecastLogRow[] = [];
  for (const row of tables.forecastLog?.rows ?? []) {
    if (row.report !== "forecast" || row.period !== ours || row.asOf >= asOf) continue;
    // Of several runs for one day the latest counts; the log is in their order.
    const [kept] = rows;
    if (kept && row.asOf < kept.asOf) continue;
    if (kept && (row.asOf !== kept.asOf || row.runAt !== kept.runAt)) rows.length = 0;
    rows.push(row);
  }
  const [first] = rows;
  if (first === undefined) return undefined;
  const figures = rows.flatMap(({ figureId, value }) =>
    value === undefined ? [] : [[figureId, value] as const],
  );
  return { day: first.asOf, figures: new Map(figures) };
}
