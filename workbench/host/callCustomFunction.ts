import type { Execution } from "./execution.ts";
import type { FormulaArgument, FormulaCell, FormulaOutcome } from "./formulas.ts";
import { scriptValue } from "./readCells.ts";
import type { CellError } from "./workbook.ts";
import { serialOfInstant } from "./zone.ts";

/** Calls one of the script's functions from a cell: reading only, 30 seconds, values as Sheets passes them. */
export function callCustomFunction(
  run: Execution,
  name: string,
  args: readonly FormulaArgument[],
  limitMs: number,
): FormulaOutcome {
  const found = run.realm?.context[name];
  if (typeof found !== "function" || name.endsWith("_")) {
    return { error: "#NAME?", message: `Unknown function: '${name}'.` };
  }
  const zone = run.state.workbook.timeZone;
  run.begin("custom", limitMs, false);
  try {
    const given = args.map((arg) => toArgument(run, arg, zone));
    const result = run.realm?.call(() => found(...given), limitMs);
    run.checkClock();
    return toOutcome(result, zone);
  } catch (error) {
    const message = error instanceof Error || hasMessage(error) ? error.message : String(error);
    return failure(message);
  }
}

const failure = (message: string): CellError => ({ error: "#ERROR!", message });

const hasMessage = (error: unknown): error is { message: string } =>
  typeof error === "object" &&
  error !== null &&
  "message" in error &&
  typeof error.message === "string";

function toArgument(run: Execution, arg: FormulaArgument, zone: string): unknown {
  if (arg === undefined) return undefined;
  if (!Array.isArray(arg)) return cellValue(run, arg as FormulaCell, zone);
  const RealmArray = run.realm?.Array ?? Array;
  const rows = new RealmArray(arg.length);
  for (let row = 0; row < arg.length; row++) {
    const cells = arg[row] as readonly FormulaCell[];
    const copy = new RealmArray(cells.length);
    for (let column = 0; column < cells.length; column++)
      copy[column] = cellValue(run, cells[column], zone);
    rows[row] = copy;
  }
  return rows;
}

function cellValue(run: Execution, cell: FormulaCell | undefined, zone: string): unknown {
  return cell === undefined ? "" : scriptValue(run, cell.value, cell.isDate, zone);
}

/** A scalar or rows of equal length; a flat list is refused, since nothing says which way it would spill. */
function toOutcome(result: unknown, zone: string): FormulaOutcome {
  if (!Array.isArray(result)) return { rows: [[toCell(result, zone)]] };
  if (result.length === 0)
    return failure("The function returned an empty list; return rows of cells.");
  const width = Array.isArray(result[0]) ? result[0].length : 0;
  const rows: FormulaCell[][] = [];
  for (const cells of result) {
    if (!Array.isArray(cells))
      return failure("The function returned a flat list; return rows of cells.");
    if (cells.length !== width || width === 0)
      return failure("The function returned rows of different lengths.");
    rows.push(Array.from(cells as unknown[], (value) => toCell(value, zone)));
  }
  return { rows };
}

function toCell(value: unknown, zone: string): FormulaCell {
  if (value === null || value === undefined || value === "") return { value: null, isDate: false };
  if (typeof value === "string" || typeof value === "boolean") return { value, isDate: false };
  if (typeof value === "number") {
    return Number.isFinite(value)
      ? { value: value === 0 ? 0 : value, isDate: false }
      : NOT_A_NUMBER;
  }
  if (Object.prototype.toString.call(value) === "[object Date]") {
    const instant = (value as Date).getTime();
    if (Number.isNaN(instant)) return NOT_A_NUMBER;
    return {
      value: Math.round(serialOfInstant(instant, zone) * 86_400_000) / 86_400_000,
      isDate: true,
    };
  }
  return {
    value: {
      error: "#ERROR!",
      message: `The function returned ${typeof value}, which no cell can hold.`,
    },
    isDate: false,
  };
}

const NOT_A_NUMBER: FormulaCell = {
  value: { error: "#NUM!", message: "Result was not a number." },
  isDate: false,
};
