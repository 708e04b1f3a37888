import { InputError } from "../../core/inputError.ts";
import { isBlank } from "../../tables/reading/cell.ts";
import type { Cells, RunFunction, RunParam } from "../customFunction.ts";
import { columnOf } from "./argument.ts";
import { readColumn, type Value } from "./readColumn.ts";

/** Runs a function that takes tables with their header rows and gives one result per record, in the table's order. */
export function runRecords(
  declaration: RunFunction,
  args: readonly (Cells | undefined)[],
): unknown {
  const { params, compute } = declaration;
  const values = params.map((param, index) => argumentOf(param, args[index]));
  if (params.some((param, index) => !param.optional && values[index] === undefined))
    return undefined;
  return compute(...(values as never[]));
}

function argumentOf(param: RunParam, cells: Cells | undefined): unknown {
  if (param.kind === "settings") return param.read?.(cells);
  if (!cells) return undefined;
  if (param.kind === "records") {
    const filled = trimmed(cells);
    return filled.length === 0 ? undefined : filled;
  }
  const values = readColumn(param, columnOf(cells, param));
  if (param.takes === "column") return values.map(readable);
  const [value, ...more] = values;
  if (value instanceof InputError) throw value;
  if (more.length > 0)
    throw new InputError(`${param.name} has ${more.length + 1} values; expected a single one`);
  return value;
}

function readable(value: Value): Value {
  if (value instanceof InputError) throw value;
  return value;
}

/** Without the blank rows at the end. */
function trimmed(cells: Cells): Cells {
  let filled = cells.length;
  while (filled > 0 && cells[filled - 1]?.every(isBlank)) filled--;
  return cells.slice(0, filled);
}
