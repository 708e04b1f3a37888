import { stageIndex } from "../../core/deals/stageIndex.ts";
import { InputError } from "../../core/inputError.ts";
import { readStages, stages } from "../../settings/stages.ts";
import { type Cell, isBlank } from "../../tables/reading/cell.ts";
import { shown } from "../../tables/reading/columnReading.ts";
import { isNullText } from "../../tables/reading/nullWord.ts";
import { numberText } from "../../tables/reading/numberText.ts";
import type { Cells, Param } from "../customFunction.ts";
import type { Column } from "../run/argument.ts";
import { readColumn } from "../run/readColumn.ts";
import { settingsArgument } from "./settingsArgument.ts";

/** What a table of probabilities says about a stage; undefined when it does not know the stage. */
export type ProbabilityTable = {
  readonly of: (stage: string) => { readonly probability: number | undefined } | undefined;
  readonly stages: readonly string[];
};

const STAGES = { name: "stages_or_probabilities", kind: "fraction" } as const;

export const stagesOrProbabilities: Param = {
  ...STAGES,
  kind: "value",
  takes: "paired",
  about:
    "The column of stage names, or of probabilities (60%, 0.6 and 60 are told apart by the whole column), in step with the amounts",
};

export const probabilityTable: Param = {
  name: "prob_table",
  kind: "settings",
  optional: true,
  default: "Lead 10%, Qualified 25%, Discovery 40%, Proposal 60%, Negotiation 80%, Closed Won 100%",
  about: "The Stages settings (REVOPS_STAGES), or two columns: stage and probability",
  read: readTable,
};

const isHeader = (row: readonly Cell[] | undefined) =>
  row?.some((cell) => typeof cell === "string" && /^\s*stage( name)?\s*$/i.test(cell)) ?? false;

function readTable(cells: Cells | undefined): ProbabilityTable {
  if (cells && !isHeader(cells[0])) return twoColumns(cells);
  const known = cells ? settingsArgument("prob_table", readStages)(cells) : stages.defaults;
  const index = stageIndex(known);
  return { of: (stage) => index.find(undefined, stage), stages: known.map(({ stage }) => stage) };
}

function twoColumns(cells: Cells): ProbabilityTable {
  const filled = cells.filter((row) => !isBlank(row[0]));
  const rows = filled.map((row) => row[1]);
  const param: Param = { name: "column 2 of prob_table", kind: "fraction", about: "" };
  const values = readColumn(param, wholeColumn(rows));
  const plain = (text: string) => text.trim().toLowerCase();
  const found = new Map<string, { probability: number | undefined }>();
  filled.forEach((row, index) => {
    const value = values[index];
    if (value instanceof InputError) throw value;
    found.set(plain(shown(row[0])), { probability: typeof value === "number" ? value : undefined });
  });
  return { of: (stage) => found.get(plain(stage)), stages: filled.map((row) => shown(row[0])) };
}

function wholeColumn(cells: readonly Cell[]): Column {
  return { cells, filled: cells.length, single: cells.length === 1, across: false };
}

const isName = (cell: Cell) =>
  typeof cell === "string" && !isNullText(cell.trim()) && numberText(cell.trim()) === undefined;

/**
 * A column of stage names or probabilities as fractions. It holds names as soon as one cell is neither a number nor a
 * percent. A stage that the table does not know is refused; one that it lists without a probability stays unknown.
 * Rows that do not count are not looked at.
 */
export function probabilitiesOf(
  cells: readonly Cell[],
  table: ProbabilityTable,
  counts: (row: number) => boolean,
): (number | undefined)[] {
  const relevant = cells.map((cell, row) => (counts(row) && !isBlank(cell) ? cell : undefined));
  if (!relevant.some(isName)) {
    return readColumn(STAGES, wholeColumn(relevant)).map((value) => {
      if (value instanceof InputError) throw value;
      return typeof value === "number" ? value : undefined;
    });
  }
  const known = relevant.map((cell) => (cell === undefined ? undefined : table.of(shown(cell))));
  const unknown = (row: number) => relevant[row] !== undefined && known[row] === undefined;
  const wrongName = relevant.findIndex((cell, row) => unknown(row) && isName(cell));
  const wrong = wrongName < 0 ? relevant.findIndex((_, row) => unknown(row)) : wrongName;
  if (wrong < 0) return known.map((stage) => stage?.probability);
  const place = cells.length === 1 ? STAGES.name : `row ${wrong + 1} of ${STAGES.name}`;
  throw new InputError(
    `${place} holds "${shown(relevant[wrong])}"; expected a stage that prob_table knows: ${table.stages.join(", ")}`,
  );
}
