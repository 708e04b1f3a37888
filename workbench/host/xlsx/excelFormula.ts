import { type Ast, library } from "../engine/library.ts";
import { withoutDoubledQuotes } from "../engine/references.ts";
import { addSheetsFunctions } from "../engine/sheetsFunctions.ts";
import { excelName, takesOneValue } from "./excelFunctions.ts";
import { quotedName } from "./reference.ts";
import { sheetLink } from "./sheetLink.ts";

/** What references mean in this workbook. */
export type ReferenceFacts = {
  /** Rows of a sheet, by its name in lower case. */
  readonly rowsOf: ReadonlyMap<string, number>;
  /** Names that had to be shortened for Excel, by the old name in lower case. */
  readonly renamed: ReadonlyMap<string, string>;
  /** Names of ranges of more than one cell, in upper case. */
  readonly wideNames: ReadonlySet<string>;
  /** What sheets are called in the file, by their number. */
  readonly nameOf: ReadonlyMap<number, string>;
};

export type ExcelFormula = {
  /** Without the leading `=`. */
  readonly text: string;
  /** Computed cell by cell over ranges: has to be entered as an array formula. */
  readonly isArray: boolean;
};

/** A formula as Excel reads it; undefined when only its result can be written. */
export function excelFormula(
  formula: string,
  sheetName: string,
  facts: ReferenceFacts,
): ExcelFormula | undefined {
  addSheetsFunctions();
  try {
    const ast = library().parse(withoutDoubledQuotes(formula));
    const isArray = needsArray(ast, facts);
    const written = rewrite(ast, sheetName.toLowerCase(), facts);
    if (written === undefined) return;
    return { text: library().astToFormula(written), isArray };
  } catch {
    return;
  }
}

function rewrite(ast: Ast, sheet: string, facts: ReferenceFacts): Ast | undefined {
  const again = (part: Ast): Ast | undefined => rewrite(part, sheet, facts);
  switch (ast.type) {
    case "REFERENCE": {
      const value = boundedReference(ast.value, sheet, facts);
      return value === undefined ? undefined : { ...ast, value };
    }
    case "FUNCALL": {
      const name = ast.value.toUpperCase();
      const value = excelName(
        name,
        library().registries.functionRegistry.content[name]?.isExported === true,
      );
      const linked = name === "HYPERLINK" ? linkArguments(ast.args, facts) : ast.args;
      const args = linked.map((arg) => arg && again(arg));
      if (value === undefined || !args.every((arg) => arg !== undefined)) return;
      return { ...ast, value, args };
    }
    case "BIN_OPERATION": {
      const left = again(ast.left);
      const right = again(ast.right);
      return left === undefined || right === undefined ? undefined : { ...ast, left, right };
    }
    case "UNARY_OPERATION": {
      const operand = ast.value === "#" ? undefined : again(ast.operand);
      return operand === undefined ? undefined : { ...ast, operand };
    }
    default:
      return ast;
  }
}

function linkArguments([url, ...label]: readonly Ast[], facts: ReferenceFacts) {
  return [url && sheetLink(url, facts.nameOf), ...label];
}

/** Excel knows no `B2:B`: an open range ends at the last row of its sheet. */
function boundedReference(
  reference: string,
  sheet: string,
  facts: ReferenceFacts,
): string | undefined {
  const at = reference.lastIndexOf("!");
  const cells = reference.slice(at + 1);
  let prefix = reference.slice(0, at + 1);
  let name = sheet;
  if (at >= 0) {
    name = reference.slice(0, at).replace(/^'|'$/g, "").replace(/''/g, "'").toLowerCase();
    const renamed = facts.renamed.get(name);
    if (renamed !== undefined) prefix = `${quotedName(renamed)}!`;
  }
  const rows = facts.rowsOf.get(name);
  if (rows === undefined) return;
  const open = /^(\$?[A-Z]+)(\$?\d+):(\$?[A-Z]+)$/i.exec(cells);
  if (open !== null) return `${prefix}${open[1]}${open[2]}:${open[3]}$${rows}`;
  // `B2:2` has no counterpart.
  if (/^\$?[A-Z]+\$?\d+:\$?\d+$/i.test(cells)) return;
  return prefix + cells;
}

/** Whether a range stands where Excel, outside array formulas, takes one value. */
function needsArray(ast: Ast, facts: ReferenceFacts): boolean {
  switch (ast.type) {
    case "BIN_OPERATION":
      return [ast.left, ast.right].some((part) => isWide(part, facts) || needsArray(part, facts));
    case "UNARY_OPERATION":
      return isWide(ast.operand, facts) || needsArray(ast.operand, facts);
    case "FUNCALL": {
      const name = ast.value.toUpperCase();
      // SUMPRODUCT computes its arguments over whole ranges by itself.
      if (name === "SUMPRODUCT" && !ast.args.some(holdsChoice)) return false;
      const takesRange = acceptsRanges(name);
      return ast.args.some(
        (arg, index) => needsArray(arg, facts) || (isWide(arg, facts) && !takesRange(index)),
      );
    }
    case "REFERENCE":
    case "SYMBOL":
      return false;
    default:
      return false;
  }
}

function isWide(ast: Ast, facts: ReferenceFacts): boolean {
  if (ast.type === "REFERENCE") return ast.value.includes(":");
  if (ast.type === "SYMBOL") return facts.wideNames.has(ast.value.toUpperCase());
  return ast.type === "ARRAY";
}

function holdsChoice(ast: Ast): boolean {
  if (ast.type === "FUNCALL")
    return takesOneValue(ast.value.toUpperCase()) || ast.args.some(holdsChoice);
  if (ast.type === "BIN_OPERATION") return holdsChoice(ast.left) || holdsChoice(ast.right);
  return ast.type === "UNARY_OPERATION" && holdsChoice(ast.operand);
}

function acceptsRanges(name: string): (index: number) => boolean {
  const definition = library().registries.functionRegistry.content[name];
  if (definition === undefined || takesOneValue(name)) return () => false;
  return (index) => {
    const arg = definition.args[Math.min(index, definition.args.length - 1)];
    const types = (arg?.type ?? []) as string[];
    return arg?.acceptMatrix === true || types.some((type) => type.startsWith("RANGE"));
  };
}
