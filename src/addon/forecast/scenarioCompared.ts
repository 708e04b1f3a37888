import type { ScenarioCell } from "./scenarioLayout.ts";

/** Where the comparison stands and what it takes from the rest of the sheet. */
export type Compared = {
  readonly row: number;
  /** The cells of what is won and of what is not yet created. */
  readonly won: string;
  readonly fresh: string;
  /** The first row of each scenario, and how many its spilled table has. */
  readonly blocks: readonly number[];
  readonly height: number;
};

const MONEY = "#,##0";
const SHARE = "0.0%";
/** The sentence stands below the title. */
const SENTENCE_ABOVE = 9;

/** A number of a scenario's spilled table: of open deals alone, with what is won and not yet created on top. */
function found(
  { won, fresh, height }: Compared,
  block: number,
  line: string,
  column: string,
  plus: boolean,
): string {
  const end = block + height - 1;
  const cell = `INDEX(${column}${block}:${column}${end},MATCH("${line}",E${block}:E${end},0))`;
  const value = plus ? `${cell}+${won}+${fresh}` : cell;
  return `=IFERROR(${value},"")`;
}

/** The comparison in a sentence: the base, and the scenario with the highest middle. */
function sentence({ row, blocks }: Compared): string {
  const base = row + 1;
  const lines = (column: string) => `${column}${base + 1}:${column}${base + blocks.length}`;
  const best = `MATCH(MAX(${lines("D")}),${lines("D")},0)`;
  const told = (middle: string, chance: string) =>
    `"middle "&ROUND(${middle}/1000,0)&" k"&IF(${chance}="","",", chance of quota "&ROUND(100*${chance},1)&" %")`;
  return `=IFERROR("As the deals stand: "&${told(`D${base}`, `F${base}`)}&"; highest with “"&INDEX(${lines("A")},${best})&"”: "&${told(`INDEX(${lines("D")},${best})`, `INDEX(${lines("F")},${best})`)}&".","")`;
}

/** The scenarios side by side. */
export function comparedCells(compared: Compared): ScenarioCell[] {
  const { row: top, blocks } = compared;
  const headings = [
    "Compared",
    "Mean",
    "Low (P10)",
    "Middle (P50)",
    "High (P90)",
    "Chance of quota",
    "Mean against base",
  ];
  const base = top + 1;
  const numbers = (row: number, block: number, line: string): ScenarioCell[] => [
    ...["G", "H", "I", "J"].map(
      (column, at): ScenarioCell => ({
        row,
        column: at + 2,
        value: found(compared, block, line, column, true),
        kind: "ours",
        pattern: MONEY,
      }),
    ),
    {
      row,
      column: 6,
      value: found(compared, block, line, "K", false),
      kind: "ours",
      pattern: SHARE,
    },
  ];
  return [
    ...headings.map(
      (value, at): ScenarioCell => ({ row: top, column: at + 1, value, kind: "heading" }),
    ),
    { row: base, column: 1, value: "Base: as the deals stand", kind: "label" },
    // Blank, but its format has the heading stand over the numbers.
    { row: base, column: 7, value: "", kind: "ours", pattern: MONEY },
    ...numbers(base, blocks[0] ?? 0, "Base"),
    ...blocks.flatMap((block, scenario): ScenarioCell[] => {
      const row = base + 1 + scenario;
      return [
        { row, column: 1, value: `=A${block}`, kind: "ours" },
        ...numbers(row, block, "Scenario"),
        { row, column: 7, value: `=IFERROR(B${row}-B${base},"")`, kind: "ours", pattern: MONEY },
      ];
    }),
    { row: top - SENTENCE_ABOVE, column: 1, value: sentence(compared), kind: "once" },
  ];
}
