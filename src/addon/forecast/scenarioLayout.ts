import { comparedCells } from "./scenarioCompared.ts";
import { tableCells, tableSpills, tablesEnd } from "./scenarioTables.ts";

/** Which cells of the Scenarios sheet are whose: `ours` are written anew each time, `typed` belong to finance, `once` gives way to what stands there. */
export type ScenarioCell = {
  /** Counted from 1. */
  readonly row: number;
  readonly column: number;
  readonly value: string | number;
  readonly kind: "ours" | "label" | "heading" | "typed" | "once";
  readonly pattern?: string;
};

/** A block of cells that one formula, in its first cell, fills. */
export type Spill = {
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
  /** Counted from 0 within the block. */
  readonly pattern: (down: number, across: number) => string;
};

export const SCENARIO_COLUMNS = 12;
const MONEY = "#,##0";
const SHARE = "0.0%";

/** What the sheet starts from, as the forecast has it on the day. */
export type ScenarioFacts = {
  readonly title: string;
  /** Blank where the data names none. */
  readonly currency: string;
  /** A formula: the last day of the period. */
  readonly lastDay: string;
  readonly won: number | undefined;
  readonly newBusiness: number | undefined;
  readonly quota: number | undefined;
  readonly correlation: number;
  /** Named ranges, blank where the workbook has none of them. */
  readonly model: string;
  readonly asOf: string;
  readonly stages: string;
  readonly overrides: string;
};

type Lever = readonly [name: string, downside: number, upside: number, why: string];

const LEVERS: readonly Lever[] = [
  ["Pipeline growth", -0.1, 0.1, "More deals like the open ones"],
  ["Hiring", 0, 0, "More capacity, and with it more deals"],
  ["Win rate", -0.1, 0.1, "Odds of winning"],
  ["Deal size", 0, 0, "Amount of each deal"],
  ["Acceleration", 0, 0.05, "Pace of winning within the period"],
  ["Slippage", 0.1, 0, "Won deals that slip out of the period"],
];

type Scenario = { readonly name: string; readonly settings: readonly number[] };

const SCENARIOS: readonly Scenario[] = [
  { name: "Downside", settings: LEVERS.map(([, downside]) => downside) },
  { name: "Plan", settings: LEVERS.map(() => 0) },
  { name: "Upside", settings: LEVERS.map(([, , upside]) => upside) },
  { name: "Own scenario", settings: LEVERS.map(() => 0) },
];

const FIRST_FACT = 5;
const TARGET_ROW = FIRST_FACT + 5;
const COMPARED = 12;
const FIRST_BLOCK = COMPARED + SCENARIOS.length + 4;
/** The spilled table has a header, the base, a row a lever and the scenario. */
const SPILLED = LEVERS.length + 3;
const BLOCK = SPILLED + 2;
const FIRST_TABLE = FIRST_BLOCK + SCENARIOS.length * BLOCK;
export const SCENARIO_ROWS = tablesEnd(FIRST_TABLE);
const SPILL_COLUMN = 5;

const blockRow = (scenario: number) => FIRST_BLOCK + scenario * BLOCK;

const SPILLS: readonly Spill[] = [
  ...SCENARIOS.map(
    (_, scenario): Spill => ({
      row: blockRow(scenario),
      column: SPILL_COLUMN,
      rows: SPILLED,
      columns: 7,
      pattern: (_down, across) => {
        if (across === 0) return "@";
        return across === 1 || across === 6 ? SHARE : MONEY;
      },
    }),
  ),
  ...tableSpills(FIRST_TABLE),
];

const spillAt = (row: number, column: number) =>
  SPILLS.find(
    (one) =>
      row >= one.row &&
      row < one.row + one.rows &&
      column >= one.column &&
      column < one.column + one.columns,
  );

/** True where a formula spills: nothing may stand there. */
export function isSpill(row: number, column: number): boolean {
  const spill = spillAt(row, column);
  return spill !== undefined && !(spill.row === row && spill.column === column);
}

/** True in the first row of what a formula spills: its headings. */
export const isSpillHeading = (row: number, column: number): boolean =>
  spillAt(row, column)?.row === row;

/** The pattern of a number that a formula spills. */
export function spillPattern(row: number, column: number): string {
  const spill = spillAt(row, column);
  return spill === undefined ? "General" : spill.pattern(row - spill.row, column - spill.column);
}

function factCells(facts: ScenarioFacts): ScenarioCell[] {
  const lines: readonly (readonly [string, string | number | undefined, string, string])[] = [
    ["Last day of the period", facts.lastDay, "yyyy-mm-dd", "Calendar"],
    ["Won to date", facts.won, MONEY, "Won deals of the period"],
    ["Not yet created, expected", facts.newBusiness, MONEY, "As in past periods"],
    ["Quota", facts.quota, MONEY, "Sheet Quotas"],
    ["Correlation of deals", facts.correlation, "0.00", "Sheet Report options"],
  ];
  const headings = ["What is given", "From the data", "Yours instead", "Used", "Why, who says so"];
  return [
    ...headings.map(
      (value, at): ScenarioCell => ({
        row: FIRST_FACT - 1,
        column: at + 1,
        value,
        kind: "heading",
      }),
    ),
    ...lines.flatMap(([label, value, pattern, why], at): ScenarioCell[] => {
      const row = FIRST_FACT + at;
      return [
        { row, column: 1, value: label, kind: "label" },
        { row, column: 2, value: value ?? "", kind: "ours", pattern },
        { row, column: 3, value: "", kind: "typed", pattern },
        { row, column: 4, value: `=IF(C${row}="",B${row},C${row})`, kind: "ours", pattern },
        { row, column: 5, value: why, kind: "typed" },
      ];
    }),
    { row: TARGET_ROW, column: 1, value: "Still needed from open deals", kind: "label" },
    {
      row: TARGET_ROW,
      column: 4,
      value: `=IF(D${FIRST_FACT + 3}="","",MAX(0,D${FIRST_FACT + 3}-D${FIRST_FACT + 1}-D${FIRST_FACT + 2}))`,
      kind: "ours",
      pattern: MONEY,
    },
  ];
}

/** What every formula ends with: the model, the days, the goal and how much deals move together. */
function contextOf({ model, asOf, stages, overrides }: ScenarioFacts): string {
  const fact = (at: number) => `D${FIRST_FACT + at}`;
  const rest = [model, asOf, fact(0), `D${TARGET_ROW}`, fact(4), stages, overrides];
  while (rest[rest.length - 1] === "") rest.pop();
  return rest.join(",");
}

function blockCells(
  { name, settings }: Scenario,
  scenario: number,
  facts: ScenarioFacts,
): ScenarioCell[] {
  const top = blockRow(scenario);
  const levers = `A${top + 1}:B${top + LEVERS.length}`;
  const formula = `=FORECAST_WHATIF(REVOPS_OPPORTUNITIES,${levers},${contextOf(facts)})`;
  return [
    { row: top, column: 1, value: name, kind: "typed" },
    { row: top, column: SPILL_COLUMN - 1, value: "Open deals:", kind: "once" },
    { row: top, column: 2, value: "Change", kind: "heading" },
    { row: top, column: 3, value: "Why, who says so", kind: "heading" },
    { row: top, column: SPILL_COLUMN, value: formula, kind: "ours" },
    ...LEVERS.flatMap(([lever, , , why], at): ScenarioCell[] => [
      { row: top + 1 + at, column: 1, value: lever, kind: "label" },
      { row: top + 1 + at, column: 2, value: settings[at] ?? 0, kind: "typed", pattern: SHARE },
      { row: top + 1 + at, column: 3, value: why, kind: "typed" },
    ]),
  ];
}

/** All cells of the sheet that have something in them at first. */
export function scenarioCells(facts: ScenarioFacts): readonly ScenarioCell[] {
  return [
    {
      row: 1,
      column: 1,
      value: ["Scenarios", facts.title, facts.currency].filter((part) => part !== "").join(", "),
      kind: "ours",
    },
    {
      row: 2,
      column: 1,
      value:
        "Type into the yellow cells; everything else follows by formula. Each scenario works the distribution of the open deals out anew; what is won, and business not yet created at its mean, comes on top, so the base may differ a little from the Forecast report, where that business varies too.",
      kind: "label",
    },
    ...factCells(facts),
    ...comparedCells({
      row: COMPARED,
      won: `D${FIRST_FACT + 1}`,
      fresh: `D${FIRST_FACT + 2}`,
      blocks: SCENARIOS.map((_, at) => blockRow(at)),
      height: SPILLED,
    }),
    ...SCENARIOS.flatMap((scenario, at) => blockCells(scenario, at, facts)),
    ...tableCells(FIRST_TABLE, ["Win rate", "Deal size"], contextOf(facts)),
  ];
}
