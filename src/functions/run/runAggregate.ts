import { InputError } from "../../core/inputError.ts";
import type { Cells, RunFunction, RunParam } from "../customFunction.ts";
import { type Column, columnOf, commonHeight } from "./argument.ts";
import { readColumn } from "./readColumn.ts";

type Given = { readonly param: RunParam; readonly column: Column };

/** Runs a function that reduces columns to one value. A cell that cannot be read is an error: a total without it would be wrong. */
export function runAggregate(
  declaration: RunFunction,
  args: readonly (Cells | undefined)[],
): unknown {
  const { params, compute } = declaration;
  const given = params.map((param, index): Given | undefined => {
    const cells = args[index];
    return cells && param.kind !== "settings"
      ? { param, column: columnOf(cells, param) }
      : undefined;
  });
  const height = commonHeight(
    given.flatMap((one) => (one && one.param.takes === "paired" ? [one] : [])),
  );
  const values = params.map((param, index) => {
    if (param.kind === "settings") return param.read?.(args[index]);
    const one = given[index];
    if (!one) return undefined;
    const read = readColumn(param, one.column);
    for (const value of read) if (value instanceof InputError) throw value;
    return shaped(one, read, height);
  });
  const missing = params.some((param, index) => !param.optional && values[index] === undefined);
  return missing ? undefined : compute(...(values as never[]));
}

function shaped({ param, column }: Given, read: readonly unknown[], height: number): unknown {
  if (param.takes === "paired") {
    if (!read.some((value) => value !== undefined)) return undefined;
    if (column.single) return new Array(height).fill(read[0]);
    return read.length === height ? read : Array.from({ length: height }, (_, row) => read[row]);
  }
  const filled = read.filter((value) => value !== undefined);
  if (filled.length === 0) return undefined;
  if (param.takes !== "single") return filled;
  if (filled.length === 1) return filled[0];
  throw new InputError(`${param.name} has ${filled.length} values; expected a single one`);
}
