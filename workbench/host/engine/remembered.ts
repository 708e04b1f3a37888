import type { CustomFunctions, FormulaArgument, FormulaCell, FormulaOutcome } from "../formulas.ts";

/** Arguments of up to so many cells are compared by what they hold, larger ones by being the same range as before. */
const COMPARED = 400;
/** The answers that are kept for a workbook; the oldest go first. */
const KEPT = 500;

type Rows = readonly (readonly FormulaCell[])[];

const answers = new WeakMap<CustomFunctions, Map<string, FormulaOutcome>>();
const known = new WeakMap<Rows, number>();
let next = 0;

/**
 * Calls a custom function, or gives the answer of the last time it had the same arguments, as Sheets does: an edited
 * cell recalculates what depends on it and nothing else of its sheet. Errors are asked for anew.
 */
export function remembered(
  functions: CustomFunctions,
  name: string,
  args: readonly FormulaArgument[],
): FormulaOutcome {
  const kept = answers.get(functions) ?? new Map<string, FormulaOutcome>();
  answers.set(functions, kept);
  const key = `${name}(${args.map(keyOf).join()})`;
  const before = kept.get(key);
  if (before !== undefined) return before;
  const outcome = functions.call(name, args);
  if (!("rows" in outcome)) return outcome;
  for (const oldest of kept.keys()) {
    if (kept.size < KEPT) break;
    kept.delete(oldest);
  }
  kept.set(key, outcome);
  return outcome;
}

function keyOf(argument: FormulaArgument): string {
  if (argument === undefined) return "";
  if (!("length" in argument)) return cellKey(argument);
  const size = argument.length * (argument[0]?.length ?? 0);
  if (size <= COMPARED) return `[${argument.map((row) => row.map(cellKey).join()).join(";")}]`;
  let id = known.get(argument);
  if (id === undefined) {
    next += 1;
    id = next;
    known.set(argument, id);
  }
  return `#${id}`;
}

const cellKey = ({ value, isDate }: FormulaCell): string =>
  isDate ? `d${JSON.stringify(value)}` : JSON.stringify(value);
