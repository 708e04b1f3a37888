import type { Cell } from "./cell.ts";
import {
  type CellProblem,
  type ColumnQuestion,
  type ColumnReading,
  type ReadValue,
  samplesOf,
  shown,
} from "./columnReading.ts";
import type { Conventions } from "./conventions.ts";
import { isNullWord, isPlaceholder } from "./nullWord.ts";
import { decimalEvidence, numberText, valueOfDigits } from "./numberText.ts";

export type Decimal = "." | ",";

const plain = /^-?\d{1,15}$/;
const remedy = "Write a plain number, such as 45000 or 45000.50, or leave the cell blank.";

/** Numbers and amounts; the decimal sign is decided for the whole column. */
export function numberColumn(
  kind: "number" | "money",
  cells: readonly Cell[],
  conventions: Partial<Conventions>,
  answer?: string,
): ColumnReading {
  const decided = decideDecimal(kind, cells, conventions, answer);
  if ("topic" in decided) return { read: () => undefined, question: decided };
  const { decimal, decision } = decided;
  const read = (cell: Cell): ReadValue => {
    const value = readNumber(cell, decimal);
    return typeof value === "object" && "value" in value
      ? value.isPercent
        ? problem(cell)
        : value.value
      : value;
  };
  return decision === undefined ? { read } : { read, decision };
}

/** A number cell, or a text that is read as a number with its percent sign told; problems and blanks as they are. */
export function readNumber(
  cell: Cell,
  decimal: Decimal,
): number | undefined | CellProblem | { value: number; isPercent: boolean } {
  if (typeof cell === "number") return Number.isFinite(cell) ? cell : problem(cell);
  if (cell === undefined || cell === null || cell === "") return undefined;
  if (typeof cell === "object") {
    return {
      message: `${shown(cell)} is a date where a number belongs`,
      remedy: "Set the column's format to number and type the number again.",
    };
  }
  if (typeof cell === "boolean") return problem(cell);
  if (plain.test(cell)) return Number(cell);
  const text = cell.trim();
  if (isNullWord(text)) return undefined;
  if (/^[-+]?\d(\.\d+)?e[+-]?\d+$/i.test(text)) return Number(text);
  const parts = numberText(text);
  if (!parts) return problem(cell);
  const value = valueOfDigits(parts.digits, ownDecimal(parts.digits) ?? decimal);
  if (value === undefined) return problem(cell);
  // Multiplying 1.1 by a million leaves 1100000.0000000002.
  const scaled = parts.factor === 1 ? value : Number((value * parts.factor).toPrecision(15));
  const signed = parts.sign * scaled || 0;
  return parts.isPercent ? { value: signed, isPercent: true } : signed;
}

/** Both signs in one number leave no doubt, whatever the column says. */
function ownDecimal(digits: string): Decimal | undefined {
  if (!(digits.includes(".") && digits.includes(","))) return undefined;
  const evidence = decimalEvidence(digits);
  return evidence === "." || evidence === "," ? evidence : undefined;
}

function problem(cell: Cell): CellProblem {
  if (typeof cell === "string" && isPlaceholder(cell.trim())) {
    return {
      message: `"${shown(cell)}" stands where a number belongs; the field is taken as blank`,
      remedy: "Fill in the number once it is known.",
    };
  }
  return { message: `"${shown(cell)}" is not a number`, remedy };
}

type Evidence = { point: number; comma: number; pointInDoubt: string[]; commaInDoubt: string[] };

function decimalCounts(cells: readonly Cell[]): Evidence {
  const counts: Evidence = { point: 0, comma: 0, pointInDoubt: [], commaInDoubt: [] };
  for (const cell of cells) {
    if (typeof cell !== "string" || plain.test(cell)) continue;
    const parts = numberText(cell.trim());
    if (!parts) continue;
    const evidence = decimalEvidence(parts.digits);
    if (evidence === ".") counts.point += 1;
    else if (evidence === ",") counts.comma += 1;
    else if (evidence === "point in doubt") counts.pointInDoubt.push(cell.trim());
    else if (evidence === "comma in doubt") counts.commaInDoubt.push(cell.trim());
  }
  return counts;
}

/** A few stray cells do not overrule a column. */
export function prevails(many: number, few: number): boolean {
  return many > 0 && (few === 0 || (many >= 20 && few * 100 <= many));
}

/** The decimal sign of a column: from its own cells, else from the conventions, else a question. */
export function decideDecimal(
  kind: "number" | "money",
  cells: readonly Cell[],
  conventions: Partial<Conventions>,
  answer?: string,
): { decimal: Decimal; decision?: string } | ColumnQuestion {
  if (answer === "." || answer === ",")
    return { decimal: answer, decision: `"${answer}" is the decimal sign, as answered` };
  const { point, comma, pointInDoubt, commaInDoubt } = decimalCounts(cells);
  const inDoubt = pointInDoubt.length + commaInDoubt.length;
  if (prevails(point, comma)) return decision(".", inDoubt);
  if (prevails(comma, point)) return decision(",", inDoubt);
  if (inDoubt === 0) return { decimal: conventions.decimal ?? "." };
  const contradictory = point + comma > 0 || (pointInDoubt.length > 0 && commaInDoubt.length > 0);
  if (!contradictory) {
    const assumed = byConvention(kind, commaInDoubt.length > 0 ? "," : ".", conventions.decimal);
    if (assumed) return decision(assumed, inDoubt);
  }
  return question([...pointInDoubt, ...commaInDoubt]);
}

/**
 * Every cell has one separator and three digits behind it. Amounts hardly ever have three decimals, so a
 * convention that would read them so is doubted, and a comma without any convention parts thousands.
 */
function byConvention(
  kind: "number" | "money",
  found: Decimal,
  convention: Decimal | undefined,
): Decimal | undefined {
  if (convention === undefined) return found === "," ? "." : undefined;
  return convention === found && kind === "money" ? undefined : convention;
}

function decision(decimal: Decimal, inDoubt: number): { decimal: Decimal; decision?: string } {
  const grouping = decimal === "." ? "," : ".";
  return inDoubt === 0
    ? { decimal }
    : { decimal, decision: `"${decimal}" is the decimal sign and "${grouping}" parts thousands` };
}

function question(inDoubt: readonly string[]): ColumnQuestion {
  const sample = inDoubt[0] ?? "1.234";
  return {
    topic: "decimal separator",
    text: `Is "." or "," the decimal sign in this column? "${sample}" can be read both ways.`,
    options: [
      { value: ".", label: "1,234.50 (point for decimals)" },
      { value: ",", label: "1.234,50 (comma for decimals)" },
    ],
    samples: samplesOf(inDoubt),
  };
}
