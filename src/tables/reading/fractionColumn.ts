import type { Cell } from "./cell.ts";
import { type ColumnReading, type ReadValue, shown } from "./columnReading.ts";
import type { Conventions } from "./conventions.ts";
import { decideDecimal, prevails, readNumber } from "./numberColumn.ts";

/**
 * Shares, read as fractions. `60%` is 0.6 everywhere; bare numbers are percents when any of them is beyond 1,
 * else fractions. A number between 0 and 1 among percents could be both and is refused.
 */
export function fractionColumn(
  cells: readonly Cell[],
  conventions: Partial<Conventions>,
  answer?: string,
): ColumnReading {
  const decided = decideDecimal("number", cells, conventions, answer);
  if ("topic" in decided) return { read: () => undefined, question: decided };
  const { decimal } = decided;
  let percents = 0;
  let fractions = 0;
  for (const cell of cells) {
    const value = readNumber(cell, decimal);
    if (typeof value !== "number") continue;
    if (Math.abs(value) > 1) percents += 1;
    else if (value !== 0 && value !== 1) fractions += 1;
  }
  // One 60 among many fractions is a slip, not a column of percents; the limits of the field report it.
  const isPercent = percents > 0 && !prevails(fractions, percents);
  const isFraction = fractions > 0;
  const read = (cell: Cell): ReadValue => {
    const value = readNumber(cell, decimal);
    if (typeof value === "object" && "value" in value) return tidy(value.value);
    if (typeof value !== "number" || !isPercent) return value;
    // Beside a 0.5 a 1 may be all of it as well as one in a hundred.
    if (value !== 0 && (Math.abs(value) < 1 || (isFraction && value === 1))) return doubtful(cell);
    return tidy(value);
  };
  if (isPercent)
    return {
      read,
      decision: isFraction
        ? "read as percents; numbers between 0 and 1 are in doubt"
        : "read as percents",
    };
  return isFraction ? { read, decision: "read as fractions of 1" } : { read };
}

/** Dividing 55.1 by 100 leaves 0.5509999999999999. */
function tidy(percent: number): number {
  return Number((percent / 100).toPrecision(15));
}

function doubtful(cell: Cell) {
  return {
    message: `${shown(cell)} stands in a column of percents and could mean ${shown(cell)} % or a fraction of 1`,
    remedy: "Write all cells of the column as percents.",
  };
}
