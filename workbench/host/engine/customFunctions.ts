import type { CustomFunctions, FormulaArgument, FormulaCell, FormulaOutcome } from "../formulas.ts";
import {
  BLANK,
  type CellMatrix,
  type EngineCell,
  engineCell,
  formulaCell,
  isMatrix,
} from "./engineCell.ts";
import { type FunctionArgument, library } from "./library.ts";
import { remembered } from "./remembered.ts";

/** The library's registry is one for the process: the engine that is evaluating answers the calls. */
let answering: CustomFunctions | undefined;
const registered = new Set<string>();

export function registerCustomFunctions(functions: CustomFunctions): void {
  const { functionRegistry } = library().registries;
  for (const { name, about } of functions.declared) {
    if (registered.has(name)) continue;
    functionRegistry.replace(name, {
      description: about,
      isExported: false,
      // Like Sheets: any number of arguments, errors included; the function itself judges them.
      args: [
        {
          name: "value",
          description: "",
          type: ["ANY", "RANGE"],
          optional: true,
          repeating: true,
          acceptMatrix: true,
          acceptErrors: true,
        },
      ],
      compute: (...args) => answer(name, args),
    });
    registered.add(name);
  }
}

/** Lets one engine's functions answer while the action runs. */
export function withFunctions<Result>(functions: CustomFunctions, action: () => Result): Result {
  const before = answering;
  answering = functions;
  try {
    return action();
  } finally {
    answering = before;
  }
}

function answer(name: string, args: FunctionArgument[]): EngineCell | CellMatrix {
  if (!answering?.declared.some((declared) => declared.name === name)) {
    return { value: "#NAME?", message: `Unknown function: '${name}'.` };
  }
  return resultOf(remembered(answering, name, args.map(argumentOf)));
}

function argumentOf(arg: FunctionArgument): FormulaArgument {
  if (!isMatrix(arg)) return arg === undefined ? undefined : formulaCell(arg);
  const height = arg[0]?.length ?? 0;
  if (height === 1 && arg.length === 1) return formulaCell(arg[0]?.[0]);
  let rows = converted.get(arg);
  if (rows === undefined) {
    rows = rowsOf(arg, height);
    converted.set(arg, rows);
  }
  return rows;
}

/** A thousand cells that ask about the same range share one copy of it. */
const converted = new WeakMap<CellMatrix, FormulaCell[][]>();

function rowsOf(matrix: CellMatrix, height: number): FormulaCell[][] {
  const rows: FormulaCell[][] = [];
  for (let r = 0; r < height; r += 1) {
    const row: FormulaCell[] = [];
    for (const column of matrix) row.push(passed(column[r]));
    rows.push(row);
  }
  return rows;
}

/** Cells read from a sheet already have the shape that functions take. */
function passed(cell: EngineCell | undefined): FormulaCell {
  if (cell?.isDate !== undefined && typeof cell.value !== "string") return cell as FormulaCell;
  return formulaCell(cell);
}

function resultOf(outcome: FormulaOutcome): EngineCell | CellMatrix {
  if (!("rows" in outcome)) return { value: outcome.error, message: outcome.message };
  const { rows } = outcome;
  const width = rows[0]?.length ?? 0;
  if (rows.length === 0 || width === 0) return BLANK;
  const matrix: CellMatrix = [];
  for (let c = 0; c < width; c += 1) {
    const column: EngineCell[] = [];
    for (const row of rows) {
      const cell = row[c];
      column.push(cell === undefined ? BLANK : engineCell(cell.value, cell.isDate));
    }
    matrix.push(column);
  }
  return rows.length === 1 && width === 1 ? (matrix[0]?.[0] ?? BLANK) : matrix;
}
