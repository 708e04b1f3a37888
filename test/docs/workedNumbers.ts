import { readFileSync } from "node:fs";
import { resolve } from "node:path";

export const methodsPage = readFileSync(
  resolve(import.meta.dirname, "../../docs/METHODS.md"),
  "utf8",
);

export type WorkedFormula = {
  readonly formula: string;
  /** The cells of each row as they are printed. */
  readonly rows: readonly (readonly string[])[];
};

/** A formula stands on a line of a fenced block; a line that begins with an arrow is a row of its result. */
export function workedFormulas(page: string): WorkedFormula[] {
  const found: { formula: string; rows: string[][] }[] = [];
  for (const block of page.matchAll(/^```\n([\s\S]*?)^```$/gm)) {
    for (const line of (block[1] ?? "").split("\n")) {
      const [formula = "", ...rows] = line.split("→").map((part) => part.trim());
      if (formula.startsWith("=")) found.push({ formula, rows: [] });
      for (const row of rows) found.at(-1)?.rows.push(row.split(" | ").map((cell) => cell.trim()));
    }
  }
  return found;
}

/** A printed number, and by how much it may be rounded: half of its last digit. */
export function printedNumber(text: string): { value: number; rounding: number } | undefined {
  const plain = text.replace(/\s?%$/, "").replaceAll(",", "");
  if (!/^-?(\d+\.?\d*|\.\d+)$/.test(plain)) return undefined;
  const unit = text.endsWith("%") ? 0.01 : 1;
  const decimals = /\.(\d*)$/.exec(plain)?.[1]?.length ?? 0;
  return { value: Number(plain) * unit, rounding: 0.5 * 10 ** -decimals * unit };
}

/** What of a result is not as it is printed. */
export function misprints(result: unknown, rows: WorkedFormula["rows"]): string[] {
  const cells: unknown[][] = Array.isArray(result) ? result : [[result]];
  if (cells.length !== rows.length) return [`${cells.length} rows for ${rows.length} printed`];
  return rows.flatMap((row, at) => {
    const actual = cells[at] ?? [];
    if (actual.length !== row.length) return [`${actual.length} cells for ${row.join(" | ")}`];
    return row.flatMap((text, column) =>
      isPrintedAs(actual[column], text) ? [] : [`${actual[column]} is printed as ${text}`],
    );
  });
}

function isPrintedAs(value: unknown, text: string): boolean {
  if (text === "blank") return value === null || value === undefined || value === "";
  const number = printedNumber(text);
  if (!number) return value === text;
  return (
    typeof value === "number" &&
    Math.abs(value - number.value) <= number.rounding * (1 + 1e-9) + 1e-12
  );
}

export type Calculation = { readonly text: string; readonly left: string; readonly right: string };

const NUMBER = String.raw`(?:\d+(?:,\d{3})*(?:\.\d+)?|\.\d+)(?: ?%)?`;
const TERM = String.raw`(?:-?\(*${NUMBER}\)*(?:\^${NUMBER}\)*)?)`;
const CHAIN = new RegExp(
  String.raw`(?<![\w.,^/-])(${TERM}(?: ?[-+x/] ?${TERM})+)((?: = ${TERM}(?: ?[-+x/] ?${TERM})*)+)(?![\w^])`,
  "g",
);

/** Sums, products and so on that the text writes out in numbers: `100 x 50 % + 20 = 70`. */
export function calculations(page: string): Calculation[] {
  const prose = page.replace(/^```[\s\S]*?^```$/gm, "");
  const isWhole = (text: string) => text.split("(").length === text.split(")").length;
  return [...prose.matchAll(CHAIN)].flatMap(([text, left = "", rest = ""]) =>
    rest
      .split(" = ")
      .slice(1)
      .flatMap((right) => (isWhole(left) && isWhole(right) ? [{ text, left, right }] : [])),
  );
}

/** The value of a written-out calculation. */
export function calculated(text: string): number {
  const tokens = text.match(/[\d.,]+(?: ?%)?|[-+x/^()]/g) ?? [];
  let at = 0;
  const primary = (): number => {
    const token = tokens[at++] ?? "";
    if (token === "-") return -primary();
    const value = token === "(" ? sum() : (printedNumber(token)?.value ?? Number.NaN);
    if (token === "(") at++;
    if (tokens[at] !== "^") return value;
    at++;
    return value ** primary();
  };
  const product = (): number => {
    let value = primary();
    while (tokens[at] === "x" || tokens[at] === "/")
      value = tokens[at++] === "x" ? value * primary() : value / primary();
    return value;
  };
  const sum = (): number => {
    let value = product();
    while (tokens[at] === "+" || tokens[at] === "-")
      value = tokens[at++] === "+" ? value + product() : value - product();
    return value;
  };
  return sum();
}
