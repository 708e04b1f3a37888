import { functions } from "../../functions/catalog.ts";
import type { Entered } from "../../reports/layout/sheetPlan.ts";

const NATIVE =
  "ARRAYFORMULA|ARRAY_CONSTRAIN|FILTER|SORT|SORTN|UNIQUE|QUERY|SEQUENCE|TRANSPOSE|SPLIT|FLATTEN|BYROW|BYCOL|MAP|SCAN|" +
  "MAKEARRAY|TOCOL|TOROW|WRAPROWS|WRAPCOLS|HSTACK|VSTACK|CHOOSECOLS|CHOOSEROWS|IMPORTRANGE|IMPORTDATA|RANDARRAY|FREQUENCY|MMULT";

function fillsMoreCells(): RegExp {
  const own = functions
    .filter(({ shape, spills }) => shape !== "aggregate" || spills !== undefined)
    .map(({ name }) => name);
  return new RegExp(`\\b(?:${[NATIVE, ...own].join("|")})\\s*\\(|^=\\s*\\{`, "i");
}

function isFilled(value: Entered | undefined): boolean {
  return value !== undefined && value !== "" && !isFormula(value);
}

function isFormula(value: Entered): value is string {
  return typeof value === "string" && value.startsWith("=");
}

/** Blanks the filled cells right of a formula and, as wide as these are, below it. */
function blankBeside(entered: Entered[][], row: number, column: number): void {
  let last = column;
  while (isFilled(entered[row]?.[last + 1])) last++;
  entered[row]?.fill("", column + 1, last + 1);
  for (let below = row + 1; isFilled(entered[below]?.[column]); below++) {
    const line = entered[below] ?? [];
    for (let at = column; at <= last; at++) if (isFilled(line[at])) line[at] = "";
  }
}

/**
 * Blanks the cells that a formula fills beside and below its own: writing those back as values would stand in the
 * formula's way. Which cells they are cannot be asked, so they are the filled ones without a formula next to it.
 */
export function withoutSpills(entered: Entered[][]): Entered[][] {
  const pattern = fillsMoreCells();
  for (const [row, cells] of entered.entries()) {
    for (const [column, value] of cells.entries()) {
      if (isFormula(value) && pattern.test(value)) blankBeside(entered, row, column);
    }
  }
  return entered;
}
