import type { ScenarioCell, Spill } from "./scenarioLayout.ts";

const MONEY = "#,##0";
const SHARE = "0.0%";
const SPILL_COLUMN = 5;
const SETTINGS = [-0.2, -0.1, 0, 0.1, 0.2];
/** A header and a row per lever. */
const TORNADO_ROWS = 7;
const TORNADO_COLUMNS = 8;
const GRID = SETTINGS.length + 1;

/** Which rows the tables below the scenarios take, when they begin here. */
function rowsFrom(first: number) {
  const pair = first + TORNADO_ROWS + 2;
  return { tornado: first, pair, middle: pair + 1, chance: pair + GRID + 3 };
}

export const tablesEnd = (first: number): number => rowsFrom(first).chance + GRID - 1;

/** Where their formulas spill. */
export function tableSpills(first: number): readonly Spill[] {
  const { tornado, middle, chance } = rowsFrom(first);
  const grid = (row: number, pattern: string): Spill => ({
    row,
    column: SPILL_COLUMN,
    rows: GRID,
    columns: GRID,
    pattern: (down, across) => {
      if (down === 0 && across === 0) return "@";
      return down === 0 || across === 0 ? SHARE : pattern;
    },
  });
  return [
    {
      row: tornado,
      column: SPILL_COLUMN,
      rows: TORNADO_ROWS,
      columns: TORNADO_COLUMNS,
      pattern: (_, across) => (across === 0 ? "@" : across > 5 ? SHARE : MONEY),
    },
    grid(middle, MONEY),
    grid(chance, SHARE),
  ];
}

/** Each lever alone, and two of them at once: what they do to the open deals. `context` are the arguments that all formulas end with. */
export function tableCells(
  first: number,
  levers: readonly string[],
  context: string,
): readonly ScenarioCell[] {
  const { tornado, pair, middle, chance } = rowsFrom(first);
  const cell = (
    row: number,
    column: number,
    value: string | number,
    kind: ScenarioCell["kind"],
    pattern?: string,
  ): ScenarioCell => ({ row, column, value, kind, ...(pattern ? { pattern } : {}) });
  const end = pair + 1 + SETTINGS.length;
  const grid = (measure: string) =>
    `=FORECAST_GRID(REVOPS_OPPORTUNITIES,B${pair + 1},B${pair + 2}:B${end},C${pair + 1},C${pair + 2}:C${end},"${measure}",${context})`;
  return [
    cell(tornado, 1, "Each lever alone, down and up by", "label"),
    cell(tornado, 2, 0.1, "typed", SHARE),
    cell(tornado, 3, "Amounts of the open deals", "label"),
    cell(
      tornado,
      SPILL_COLUMN,
      `=FORECAST_TORNADO(REVOPS_OPPORTUNITIES,B${tornado},${context})`,
      "ours",
    ),
    ...["Two levers at once", "Down the rows", "Across the columns"].map((value, at) =>
      cell(pair, at + 1, value, "heading"),
    ),
    cell(pair + 1, 1, "Lever", "label"),
    cell(pair + 1, 2, levers[0] ?? "", "typed"),
    cell(pair + 1, 3, levers[1] ?? "", "typed"),
    ...SETTINGS.flatMap((setting, at) => [
      cell(pair + 2 + at, 1, `Setting ${at + 1}`, "label"),
      cell(pair + 2 + at, 2, setting, "typed", SHARE),
      cell(pair + 2 + at, 3, setting, "typed", SHARE),
    ]),
    cell(middle - 1, SPILL_COLUMN, "Middle (P50) of the open deals", "heading"),
    cell(middle, SPILL_COLUMN, grid("p50"), "ours"),
    cell(chance - 1, SPILL_COLUMN, "Chance of quota", "heading"),
    cell(chance, SPILL_COLUMN, grid("chance"), "ours"),
  ];
}
