import type { Day } from "../../core/calendar/day.ts";
import {
  type LimitedFigure,
  type LimitRow,
  limitedFigures,
} from "../../settings/presets/limitRows.ts";
import type { ForecastLogRow } from "../../tables/forecastLog.ts";
import { hygiene } from "../hygiene.ts";
import { pipelineReview } from "../pipelineReview.ts";
import { quota } from "../quota.ts";
import type { Report, ReportRequest } from "../report.ts";
import { whatChanged } from "../whatChanged.ts";

/** Reports that are quick to make are made anew; of the others the last run of the period counts. */
export const madeAnew = [pipelineReview, quota, whatChanged, hygiene] as const;

/** Older runs tell nothing of today. */
export const LOGGED_DAYS = 35;

/** A figure that has a limit, as it stands. */
export type WatchedFigure = {
  readonly row: LimitRow;
  readonly figure: LimitedFigure;
  readonly value: number | undefined;
  /** The day it stands for; undefined: no run tells it. */
  readonly asOf: Day | undefined;
};

type Found = { readonly value: number | undefined; readonly asOf: Day };

const num = (value: unknown) => (typeof value === "number" ? value : undefined);

function inReport({ sections, figures, asOf }: Report, figure: LimitedFigure): Found {
  const { table, figure: id, per } = figure;
  if (table !== undefined) {
    const rows = sections.flatMap((section) =>
      section.table?.id === table ? section.table.rows : [],
    );
    return { value: num(rows.find(({ key }) => key === id)?.cells.value), asOf };
  }
  const tell = (wanted: string) => num(figures.find((one) => one.id === wanted)?.value);
  return { value: ratio(tell(id), per, tell), asOf };
}

/** Where it is a share of another figure: what moved out has a minus sign and counts as much. */
function ratio(
  value: number | undefined,
  per: string | undefined,
  tell: (id: string) => number | undefined,
): number | undefined {
  if (per === undefined || value === undefined) return value;
  const whole = tell(per);
  return whole === undefined || whole <= 0 ? undefined : Math.abs(value) / whole;
}

/** What the log holds of a period, by report: its latest run up to a day. */
function latestRuns(rows: readonly ForecastLogRow[], period: string, day: Day) {
  const latest = new Map<string, ForecastLogRow[]>();
  for (const row of rows) {
    if (row.period !== period || row.asOf > day || row.asOf < day - LOGGED_DAYS) continue;
    const run = latest.get(row.report);
    const at = run?.[0]?.runAt ?? Number.NEGATIVE_INFINITY;
    if (row.runAt > at) latest.set(row.report, [row]);
    else if (row.runAt === at) run?.push(row);
  }
  return latest;
}

/** Every figure that has a limit and is not switched off. */
export function measure(request: ReportRequest): readonly WatchedFigure[] {
  const { settings, tables, asOf, period } = request;
  const made = new Map<string, Report>();
  const runs = latestRuns(tables.forecastLog?.rows ?? [], period.label, asOf);
  const find = (figure: LimitedFigure): Found | undefined => {
    const definition = madeAnew.find(({ name }) => name === figure.report);
    if (definition) {
      const report = made.get(figure.report) ?? definition.build(request);
      made.set(figure.report, report);
      return inReport(report, figure);
    }
    const run = runs.get(figure.report);
    if (!run?.[0]) return undefined;
    const tell = (id: string) => run.find((row) => row.figureId === id)?.value;
    return { value: ratio(tell(figure.figure), figure.per, tell), asOf: run[0].asOf };
  };
  return settings.limits
    .filter(({ lower, upper }) => lower !== undefined || upper !== undefined)
    .filter(({ severity }) => severity !== "off")
    .map((row): WatchedFigure => {
      const figure: LimitedFigure = limitedFigures[row.figure];
      const found = find(figure);
      const isShare = figure.unit === "%" && found?.value !== undefined;
      // As the limits are written: 25, not .25.
      const value = isShare ? 100 * Number(found.value) : found?.value;
      return { row, figure, value, asOf: found?.asOf };
    });
}
