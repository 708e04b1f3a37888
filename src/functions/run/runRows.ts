import { InputError } from "../../core/inputError.ts";
import type { Cells, FunctionResult, RunFunction, RunParam } from "../customFunction.ts";
import { type Column, columnOf, commonHeight } from "./argument.ts";
import { readColumn, type Value } from "./readColumn.ts";

type Given = {
  readonly param: RunParam;
  readonly column: Column;
  readonly values: readonly Value[];
};

/**
 * Runs a function that gives one result per row, down to the last filled row. Single values are repeated. A row with a
 * cell that cannot be read stays blank; a wrong single value, or a mistake when there is only one row, is an error.
 */
export function runRows(declaration: RunFunction, args: readonly (Cells | undefined)[]): unknown {
  const { params } = declaration;
  const given = params.map((param, index): Given | undefined => {
    const cells = args[index];
    if (!cells || param.kind === "settings") return undefined;
    const column = columnOf(cells, param);
    return { param, column, values: readColumn(param, column) };
  });
  if (
    params.some((param, index) => !param.optional && param.kind !== "settings" && !given[index])
  ) {
    return undefined;
  }
  const settings = params.map((param, index) => param.read?.(args[index]));
  const present = given.filter((one) => one !== undefined);
  const height = commonHeight(present);
  const alone = present.every(({ column }) => column.single);
  const results: FunctionResult[] = [];
  for (let row = 0; row < height; row++) {
    const values = given.map((one, index) => (one ? valueAt(one, row) : settings[index]));
    results.push(resultOf(declaration, values, alone));
  }
  if (alone) return results[0];
  return present.some(({ column }) => column.across)
    ? [results]
    : results.map((result) => [result]);
}

function valueAt({ column, values }: Given, row: number): Value {
  return values[column.single ? 0 : row];
}

function resultOf(
  { params, compute }: RunFunction,
  values: readonly unknown[],
  alone: boolean,
): FunctionResult {
  const wrong = values.some((value) => value instanceof InputError);
  const missing = params.some(
    (param, index) => !param.optional && param.kind !== "settings" && values[index] === undefined,
  );
  if (wrong || missing) return undefined;
  try {
    return compute(...(values as never[])) as FunctionResult;
  } catch (error) {
    if (error instanceof InputError && !alone) return undefined;
    throw error;
  }
}
