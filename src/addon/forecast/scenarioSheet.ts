import { periodOf } from "../../core/calendar/period.ts";
import { InputError } from "../../core/inputError.ts";
import { forecast } from "../../reports/forecast.ts";
import { HEADER_FILL, PAPER, STATUS_COLOURS } from "../../reports/layout/palette.ts";
import { numberSigns, sayingWith, sayMonths } from "../../reports/parts/words.ts";
import { winModel } from "../../tables/winModel.ts";
import { winOverrides } from "../../tables/winOverrides.ts";
import { underLock } from "../calls/lock.ts";
import { dayFormula } from "../functions/functionRanges.ts";
import { readReportSettings } from "../reports/reportSettings.ts";
import { asOfDay } from "../settings/asOf.ts";
import { Book } from "../sheets/book.ts";
import { readTables } from "../sheets/readTables.ts";
import { NEW_SHEET } from "../sheets/sheetGrid.ts";
import { rangeName } from "../sheets/tableSheet.ts";
import { tabPlace } from "../sheets/tabPlace.ts";
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

const SHEET = "Scenarios";
const WIDTHS = [210, 110, 240, 110, 155, 120, 130, 110, 110, 110, 120, 110];

/** Patterns of cells that hold words. */
const TEXT_PATTERNS: ReadonlySet<string> = new Set(["@", "General"]);

type Grid = unknown[][];
type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

function factsOf(book: Book): ScenarioFacts {
  const { settings } = readReportSettings(book);
  const tables = readTables([...forecast.needs, ...forecast.uses], book);
  if (!tables.opportunities)
    throw new InputError("There are no opportunities yet; import a CRM export first.");
  const asOf = asOfDay(settings, tables, book);
  const period = periodOf(asOf, "quarter", settings.calendar);
  const { figures, currency } = forecast.build({ tables, settings, asOf, period });
  const figure = (id: string) => {
    const value = figures.find((one) => one.id === id)?.value;
    return typeof value === "number" ? value : undefined;
  };
  const named = (table: typeof winModel | typeof winOverrides) =>
    book.find(table.sheet) ? rangeName(table) : "";
  return {
    title: sayingWith(numberSigns(book.locale()), () => sayMonths(period.title)),
    currency,
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

/** A label of ours that is not where it belongs: somebody moved rows or columns, or an older version made the sheet. */
const misplaced = (cells: readonly ScenarioCell[], standing: Grid): ScenarioCell | undefined =>
  cells.find(
    ({ row, column, value, kind }) =>
      kind === "label" && row > 2 && standing[row - 1]?.[column - 1] !== value,
  );

const numberOf = (name: string): number | undefined => {
  const [, number] = /^Scenarios(?: (\d+))?$/.exec(name) ?? [undefined, undefined, "no"];
  if (number === undefined) return name === SHEET ? 1 : undefined;
  return Number(number);
};

/** The newest sheet of scenarios that is laid out as today; else the name of a new one, and what the newest lacks. */
type Found =
  | { readonly sheet: Sheet; readonly standing: Grid }
  | {
      readonly name: string;
      readonly left?: { readonly name: string; readonly cell: ScenarioCell };
    };

function findScenarios(book: Book, cells: readonly ScenarioCell[]): Found {
  const there = book.sheets
    .map((sheet) => ({ sheet, number: numberOf(sheet.getName()) ?? 0 }))
    .filter(({ number }) => number > 0)
    .sort((a, b) => b.number - a.number);
  let left: { readonly name: string; readonly cell: ScenarioCell } | undefined;
  for (const { sheet } of there) {
    const standing = typedBefore(book, sheet);
    const cell = misplaced(cells, standing);
    if (cell === undefined) return { sheet, standing };
    left ??= { name: sheet.getName(), cell };
  }
  const [newest] = there;
  if (newest === undefined || left === undefined) return { name: SHEET };
  return { name: `${SHEET} ${newest.number + 1}`, left };
}

const blankGrid = <T>(fill: T): T[][] =>
  Array.from({ length: SCENARIO_ROWS }, () => Array.from({ length: SCENARIO_COLUMNS }, () => fill));

/** What stands on the sheet, formulas as formulas; spilled cells and our own are left out. */
function typedBefore(book: Book, sheet: Sheet): Grid {
  const range = sheet.getRange(
    1,
    1,
    Math.min(SCENARIO_ROWS, book.rowsOf(sheet)),
    Math.min(SCENARIO_COLUMNS, book.columnsOf(sheet)),
  );
  const values: unknown[][] = range.getValues();
  const formulas: string[][] = range.getFormulas();
  return blankGrid<unknown>("").map((row, at) =>
    row.map((blank, column) => formulas[at]?.[column] || (values[at]?.[column] ?? blank)),
  );
}

function valuesOf(cells: readonly ScenarioCell[], standing: Grid | undefined): Grid {
  const grid = (standing ?? blankGrid<unknown>("")).map((row, at) =>
    row.map((value, column) => (isSpill(at + 1, column + 1) ? "" : value)),
  );
  for (const { row, column, value, kind } of cells) {
    const line = grid[row - 1];
    if (!line || (standing && kind === "typed")) continue;
    if (kind !== "once" || (line[column - 1] ?? "") === "") line[column - 1] = value;
  }
  return grid;
}

/** Colours and formats of a new sheet; later ones are a person's. */
function dress(sheet: Sheet, cells: readonly ScenarioCell[]): void {
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
    const found = findScenarios(book, cells);
    const write = (sheet: Sheet, standing?: Grid) => {
      sheet
        .getRange(1, 1, SCENARIO_ROWS, SCENARIO_COLUMNS)
        .setValues(valuesOf(cells, standing) as (string | number | boolean | Date)[][]);
      book.spreadsheet.setActiveSheet(sheet);
    };
    if ("sheet" in found) {
      book.grow(found.sheet, SCENARIO_ROWS, SCENARIO_COLUMNS);
      write(found.sheet, found.standing);
      return `Scenarios of ${facts.title} brought up to date; what was typed is kept.`;
    }
    const { name, left } = found;
    const names = book.sheets.map((one) => one.getName());
    const sheet = book.add(name, left ? names.indexOf(left.name) + 1 : tabPlace(names, name));
    book.grow(sheet, SCENARIO_ROWS, SCENARIO_COLUMNS, NEW_SHEET.rows);
    dress(sheet, cells);
    write(sheet);
    return left
      ? `${name} beside ${left.name} is new: ${left.name} is laid out otherwise (row ${left.cell.row} should hold "${left.cell.value}") and stays as it is. Copy what you typed into the yellow cells of ${name}, then delete ${left.name}.`
      : `Scenarios of ${facts.title}: type into the yellow cells, the rest follows.`;
  });
}
