import { type EngineCell, isMatrix } from "./engineCell.ts";
import {
  type FunctionArgument,
  type FunctionContext,
  type FunctionDefinition,
  library,
} from "./library.ts";

export type Compute = FunctionDefinition["compute"];

/** Functions by name: their arguments as the library writes them, and what they do. */
export type Functions = Readonly<Record<string, readonly [readonly string[], Compute]>>;

export const blank: EngineCell = { value: null };

export const text = (value: FunctionArgument): string => library().helpers.toString(value);

export function number(context: FunctionContext, value: FunctionArgument): number {
  return library().helpers.toNumber(value, context.locale);
}

export function firstCell(value: FunctionArgument): EngineCell | undefined {
  return isMatrix(value) ? value[0]?.[0] : value;
}

export function cellsOf(value: FunctionArgument): EngineCell[] {
  return isMatrix(value) ? value.flat() : [value ?? blank];
}

export function error(value: string, message: string): EngineCell {
  return { value, message };
}
