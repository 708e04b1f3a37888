import { InputError } from "../../core/inputError.ts";
import { functions } from "../catalog.ts";
import type { Cells, FunctionShape, RunFunction } from "../customFunction.ts";
import { cellsOf } from "./argument.ts";
import { withDealColumns } from "./dealColumns.ts";
import { runAggregate } from "./runAggregate.ts";
import { runRecords } from "./runRecords.ts";
import { runRows } from "./runRows.ts";

type Runner = (declaration: RunFunction, args: readonly (Cells | undefined)[]) => unknown;

const runners: Readonly<Record<FunctionShape, Runner>> = {
  aggregate: runAggregate,
  rows: runRows,
  records: runRecords,
};

/**
 * Computes a custom function from what Sheets passes: values, or arrays of rows. The zone, which dates need, is asked
 * for only when a date is met, and once: asking Sheets takes longer than the rest of a call. Returns a value or an array of rows; null is a blank cell.
 */
export function runFunction(name: string, args: ArrayLike<unknown>, zone: () => string): unknown {
  const declaration = functions.find((one) => one.name === name);
  if (!declaration) throw new Error(`No function ${name} in the catalog`);
  let known: string | undefined;
  const zoneOnce = () => {
    known ??= zone();
    return known;
  };
  try {
    const given = Array.from(args, (argument) => cellsOf(argument, zoneOnce));
    const cells = withDealColumns(declaration, given);
    checkArguments(declaration, cells);
    return blankAsNull(runners[declaration.shape](declaration, cells));
  } catch (error) {
    if (error instanceof InputError)
      throw new InputError(`${name}: ${error.message.replace(/\.$/, "")}.`);
    throw error;
  }
}

function checkArguments({ params }: RunFunction, args: readonly unknown[]): void {
  if (args.length > params.length) {
    throw new InputError(`got ${args.length} arguments; expected at most ${params.length}`);
  }
  const missing = params.slice(args.length).find((param) => !param.optional);
  if (missing) {
    throw new InputError(`${missing.name} is missing; expected ${required(params).join(", ")}`);
  }
}

const required = (params: RunFunction["params"]) =>
  params.filter((param) => !param.optional).map((param) => param.name);

/** Sheets shows null as a blank cell; an empty list of rows is one blank cell. */
function blankAsNull(result: unknown): unknown {
  if (!Array.isArray(result)) return filledOrNull(result);
  if (result.length === 0) return null;
  return result.map((row: readonly unknown[]) => row.map(filledOrNull));
}

const filledOrNull = (value: unknown) => (value === "" ? null : (value ?? null));
