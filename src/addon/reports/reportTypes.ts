import type { Format } from "../../reports/report.ts";
import type { ScheduleView } from "../schedule/scheduleTypes.ts";

/** A sheet that a report was written to. */
export type ReportSheetView = {
  readonly sheet: string;
  readonly period: string;
  readonly canUndo: boolean;
};

/** A report as the sidebar lists it. */
export type ReportView = {
  readonly name: string;
  readonly title: string;
  readonly about: string;
  /** Sheets without which it cannot run, and do not hold anything yet. */
  readonly lacks: readonly string[];
  /** Sheets that would tell it more. */
  readonly without: readonly string[];
  readonly lastRun?: { readonly at: string; readonly period: string; readonly asOf: string };
  readonly sheets: readonly ReportSheetView[];
  /** True: it compares two days, which a person may choose. */
  readonly comparesDays?: boolean;
  /** True: it may be about one team alone. */
  readonly takesTeam?: boolean;
  /** True: it may be about some stages, forecast categories or pipelines alone. */
  readonly takesStages?: boolean;
  /** What it may cut the pipeline by. */
  readonly cuts?: readonly string[];
};

export type PeriodChoice = { readonly label: string; readonly title: string };

export type ReportsView = {
  /** True while no sheet holds anything that a report could tell of. */
  readonly isEmpty: boolean;
  readonly reports: readonly ReportView[];
  /** ISO day that is used when none is given; undefined while there is no data. */
  readonly asOf?: string;
  /** The quarter of that day first. */
  readonly periods: readonly PeriodChoice[];
  /** Teams and people that a report may be about. */
  readonly teams: readonly string[];
  /** Open stages that a report may be about. */
  readonly stages: readonly string[];
  /** Names of pipelines that the Stages settings tell apart. */
  readonly pipelines: readonly string[];
  readonly schedule: ScheduleView;
};

/** A figure that is not what it was in the run before. */
export type FigureChange = {
  readonly id: string;
  readonly label: string;
  readonly format: Format;
  readonly before?: number;
  readonly after?: number;
};

export type Comparison = {
  /** When the run before was; undefined: there was none of this period. */
  readonly since?: string;
  readonly changes: readonly FigureChange[];
};
