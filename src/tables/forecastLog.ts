import type { Day, Moment } from "../core/calendar/day.ts";
import { columnsOf } from "./columnsOf.ts";
import type { Table } from "./table.ts";

/** One figure of one report run. */
export type ForecastLogRow = {
  readonly runAt: Moment;
  readonly report: string;
  readonly period: string;
  readonly asOf: Day;
  readonly figureId: string;
  readonly value?: number;
  readonly currency?: string;
  readonly settingsHash: string;
};

const { text, number, date, datetime } = columnsOf<ForecastLogRow>();

export const forecastLog: Table<ForecastLogRow> = {
  name: "forecastLog",
  sheet: "Forecast log",
  about: "Every number of every report run, with its as-of date and settings.",
  key: ["runAt", "report", "period", "figureId"],
  columns: [
    datetime("runAt", "Run At", "key", "When the report ran."),
    text("report", "Report", "key", "Which report."),
    text("period", "Period", "key", "Which period."),
    date("asOf", "As Of", "required", "The day the figures stand for."),
    text("figureId", "Figure", "key", "Which figure."),
    number("value", "Value", "optional", "Its value; blank when it cannot be known."),
    text("currency", "Currency", "optional", "Currency of amounts."),
    text("settingsHash", "Settings", "required", "Fingerprint of the settings that counted."),
  ],
  mode: "append",
};
