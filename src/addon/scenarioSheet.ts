import { periodOf } from "../core/calendar/period.ts";
import { InputError } from "../core/inputError.ts";
import { forecast } from "../reports/forecast.ts";
import { HEADER_FILL, PAPER, STATUS_COLOURS } from "../reports/layout/palette.ts";
import { winModel } from "../tables/winModel.ts";
import { winOverrides } from "../tables/winOverrides.ts";
import { asOfDay } from "./asOf.ts";
import { Book } from "./book.ts";
import { dayFormula } from "./functionRanges.ts";
import { underLock } from "./lock.ts";
import { readTables } from "./readTables.ts";
import { readReportSettings } from "./reportSettings.ts";
import {
  isSpill,
  isSpillHeading,
  SCENARIO_COLUMNS,
  SCENARIO_ROWS,
  type ScenarioCell,
  type ScenarioFacts,
  scenarioCells,
  spillPattern,
} from "./scenarioLayout.ts";
import { NEW_SHEET } from "./sheetGrid.ts";
import { rangeName } from "./tableSheet.ts";
import { tabPlace } from "./tabPlace.ts";

const SHEET = "Scenarios";
const WIDTHS = [210, 110, 240, 110, 130, 110, 130, 110, 110, 110, 120, 110];

/** Patterns of cells that hold words. */
const TEXT_PATTERNS: ReadonlySet<string> = new Set(["@", "General"]);

type Grid = unknown[][];

function factsOf(book: Book): ScenarioFacts {
  const { settings } = readReportSettings(book);
  const tables = readTables([...forecast.needs, ...forecast.uses], book);
  if (!tables.opportunities)
    throw new InputError("There are no opportunities yet; import a CRM export first.");
  const asOf = asOfDay(settings, tables, book);
  const period = periodOf(asOf, "quarter", settings.calendar);
  const { figures } = forecast.build({ tables, settings, asOf, period });
  const figure = (id: string) => {
    const value = figures.find((one) => one.id === id)?.value;
    return typeof value === "number" ? value : undefined;
  };
  const named = (table: typeof winModel | typeof winOverrides) =>
    book.find(table.sheet) ? rangeName(table) : "";
  return {
    title: period.title,
    lastDay: `=${dayFormula(period.to)}`,
    won: figure("won"),
    newBusiness: figure("new_business"),
    quota: figure("quota"),
    correlation: settings.options.dealCorrelation,
    model: named(winModel),
    asOf: book.find("Report options") ? "REVOPS_AS_OF" : dayFormula(asOf),
    stages: book.find("Stages") ? "REVOPS_STAGES" : "",
    overrides: named(winOverrides),
  };
}

/** Where labels of ours are not where they were put, somebody moved rows or columns: nothing is written then. */
function demandPlaces(cells: readonly ScenarioCell[], standing: Grid): void {
  const moved = cells.find(
    ({ row, column, value, kind }) =>
      kind === "label" && row > 2 && standing[row - 1]?.[column - 1] !== value,
  );
  if (moved === undefined) return;
  throw new InputError(
    `The sheet ${SHEET} was rearranged: row ${moved.row} should hold "${moved.value}". Rename that sheet to keep it, then make the scenarios again.`,
  );
}

const blankGrid = <T>(fill: T): T[][] =>
  Array.from({ length: SCENARIO_ROWS }, () => Array.from({ length: SCENARIO_COLUMNS }, () => fill));

/** What stands on the sheet, formulas as formulas; spilled cells and our own are left out. */
function typedBefore(sheet: GoogleAppsScript.Spreadsheet.Sheet): Grid {
  const range = sheet.getRange(1, 1, SCENARIO_ROWS, SCENARIO_COLUMNS);
  const values: unknown[][] = range.getValues();
  return range
    .getFormulas()
    .map((row, at) => row.map((formula, column) => formula || values[at]?.[column]));
}

function valuesOf(cells: readonly ScenarioCell[], standing: Grid | undefined): Grid {
  const grid = (standing ?? blankGrid<unknown>("")).map((row, at) =>
    row.map((value, column) => (isSpill(at + 1, column + 1) ? "" : value)),
  );
  for (const { row, column, value, kind } of cells) {
    const line = grid[row - 1];
    if (line && (kind !== "typed" || !standing)) line[column - 1] = value;
  }
  return grid;
}

/** Colours and formats of a new sheet; later ones are a person's. */
function dress(sheet: GoogleAppsScript.Spreadsheet.Sheet, cells: readonly ScenarioCell[]): void {
  const range = sheet.getRange(1, 1, SCENARIO_ROWS, SCENARIO_COLUMNS);
  const patterns = blankGrid("General").map((row, at) =>
    row.map((pattern, column) =>
      isSpill(at + 1, column + 1) ? spillPattern(at + 1, column + 1) : pattern,
    ),
  );
  const headed = <T>(heading: T, other: T): T[][] =>
    blankGrid(other).map((row, at) =>
      row.map((cell, column) => (isSpillHeading(at + 1, column + 1) ? heading : cell)),
    );
  const fills = headed<string>(HEADER_FILL, PAPER);
  const weights = headed<"normal" | "bold">("bold", "normal");
  for (const { row, column, kind, pattern } of cells) {
    const at = column - 1;
    const [formats, fill, weight] = [patterns, fills, weights].map((grid) => grid[row - 1]);
    if (formats && pattern) formats[at] = pattern;
    if (fill && kind === "heading") fill[at] = HEADER_FILL;
    if (fill && kind === "typed") fill[at] = STATUS_COLOURS.warning.fill;
    if (weight && (kind === "heading" || row === 1)) weight[at] = "bold";
  }
  // A heading stands over its numbers.
  const alignments = patterns.map((row, at) =>
    row.map((_, column) => {
      const below = weights[at]?.[column] === "bold" ? patterns[at + 1]?.[column] : undefined;
      return below === undefined || TEXT_PATTERNS.has(below) ? null : "right";
    }),
  );
  range.setNumberFormats(patterns);
  range.setHorizontalAlignments(alignments);
  range.setBackgrounds(fills);
  range.setFontWeights(weights);
  WIDTHS.forEach((width, at) => {
    sheet.setColumnWidth(at + 1, width);
  });
  sheet.setHiddenGridlines(true);
}

/** Makes the sheet on which finance edits scenarios, or brings it up to date and keeps all that was typed into it. */
export function makeScenarios(): string {
  return underLock(() => {
    const book = new Book();
    const facts = factsOf(book);
    const cells = scenarioCells(facts);
    const existing = book.find(SHEET);
    if (existing) book.grow(existing, SCENARIO_ROWS, SCENARIO_COLUMNS);
    const standing = existing && typedBefore(existing);
    if (standing) demandPlaces(cells, standing);
    const names = book.sheets.map((one) => one.getName());
    const sheet = existing ?? book.add(SHEET, tabPlace(names, SHEET));
    if (!existing) {
      book.grow(sheet, SCENARIO_ROWS, SCENARIO_COLUMNS, NEW_SHEET.rows);
      dress(sheet, cells);
    }
    sheet
      .getRange(1, 1, SCENARIO_ROWS, SCENARIO_COLUMNS)
      .setValues(valuesOf(cells, standing) as (string | number | boolean | Date)[][]);
    book.spreadsheet.setActiveSheet(sheet);
    return existing
      ? `Scenarios of ${facts.title} brought up to date; what was typed is kept.`
      : `Scenarios of ${facts.title}: type into the yellow cells, the rest follows.`;
  });
}
