import type { Day } from "../../core/calendar/day.ts";
import { periodOf } from "../../core/calendar/period.ts";
import { InputError } from "../../core/inputError.ts";
import { runFunction } from "../../functions/run/run.ts";
import type { Settings } from "../../settings/settings.ts";
import { opportunities } from "../../tables/opportunities.ts";
import { matchHeader } from "../../tables/reading/header.ts";
import { headingText, letterOf } from "../../tables/reading/readTable.ts";
import { dateOfMoment } from "../../tables/reading/spreadsheetDate.ts";
import { dayFormula } from "../functions/functionRanges.ts";
import type { Headline } from "./startTypes.ts";

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

const FIELDS = ["stage", "amount", "closeDate", "currency"];

type Columns = {
  /** The cells below the header, as a formula gets them. */
  readonly cells: (field: string) => unknown[][] | undefined;
  /** `Opportunities!F2:F` */
  readonly range: (field: string) => string;
};

/** The columns of the headline in two reads: the header, then all from the first to the last of them. */
function columnsOf(sheet: Sheet, rows: number): Columns {
  const width = sheet.getDataRange().getNumColumns();
  const header = sheet.getRange(1, 1, 1, width).getValues()[0] ?? [];
  const { mapping } = matchHeader(opportunities, header.map(headingText));
  const places = FIELDS.flatMap((field) => mapping[field] ?? []);
  const first = Math.min(...places);
  const block =
    places.length === 0
      ? []
      : sheet.getRange(2, first + 1, rows, Math.max(...places) - first + 1).getValues();
  return {
    cells: (field) => {
      const index = mapping[field];
      return index === undefined ? undefined : block.map((row) => [row[index - first]]);
    },
    range: (field) => {
      const letter = letterOf(mapping[field] ?? 0);
      return `${opportunities.sheet}!${letter}2:${letter}`;
    },
  };
}

/**
 * The weighted forecast of the as-of day's quarter, computed by the function that formulas call; the win rate where
 * amounts cannot be added up. Undefined when the data gives neither.
 */
export function headlineOf(
  sheet: Sheet,
  rows: number,
  settings: Settings,
  asOf: Day | undefined,
  table: unknown[][] | undefined,
  zone: () => string,
): Headline | undefined {
  const columns = columnsOf(sheet, rows);
  const stageCells = columns.cells("stage");
  if (!stageCells) return undefined;
  return (
    (asOf === undefined ? undefined : forecast(columns, stageCells, table, settings, asOf, zone)) ??
    winRate(columns, stageCells, table)
  );
}

/** Undefined where the function refuses the cells or has no answer. */
function computed(name: string, args: readonly unknown[], zone: () => string): number | undefined {
  try {
    const result = runFunction(name, args, zone);
    return typeof result === "number" ? result : undefined;
  } catch (error) {
    if (error instanceof InputError) return undefined;
    throw error;
  }
}

function forecast(
  columns: Columns,
  stages: unknown[][],
  table: unknown[][] | undefined,
  settings: Settings,
  asOf: Day,
  zone: () => string,
): Headline | undefined {
  const [amounts, closes, currencies] = [
    columns.cells("amount"),
    columns.cells("closeDate"),
    columns.cells("currency"),
  ];
  const units = new Set(currencies?.map(([unit]) => String(unit)).filter((unit) => unit !== ""));
  if (!amounts || !closes || units.size > 1) return undefined;
  const period = periodOf(asOf, "quarter", settings.calendar);
  const [from, to] = [period.from, period.to].map((day) => dateOfMoment(day, zone()));
  const value = computed("WEIGHTED_FORECAST", [amounts, stages, table, closes, from, to], zone);
  if (value === undefined) return undefined;
  const args = [
    columns.range("amount"),
    columns.range("stage"),
    table ? "REVOPS_STAGES" : "",
    columns.range("closeDate"),
    dayFormula(period.from),
    dayFormula(period.to),
  ];
  return {
    label: "Weighted forecast",
    value,
    format: "money",
    currency: [...units][0] ?? settings.homeCurrency ?? "",
    context: `${period.title}: won deals, and open ones by the chance of their stage`,
    call: { name: "WEIGHTED_FORECAST", args },
    formula: `=WEIGHTED_FORECAST(${args.join(", ")})`,
  };
}

function winRate(
  columns: Columns,
  stages: unknown[][],
  table: unknown[][] | undefined,
): Headline | undefined {
  const value = computed("WIN_RATE", table ? [stages, "", table] : [stages], () => "UTC");
  if (value === undefined) return undefined;
  const args = table ? [columns.range("stage"), "", "REVOPS_STAGES"] : [columns.range("stage")];
  return {
    label: "Win rate",
    value,
    format: "percent",
    currency: "",
    context: "Share of all decided deals that were won",
    call: { name: "WIN_RATE", args },
    formula: `=WIN_RATE(${args.join(", ")})`,
  };
}
