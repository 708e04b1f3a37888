import { columnLetter, columnNumber } from "../layout/a1.ts";

/** One end of a reference; without a row it is a whole column. */
export type ReferenceEnd = {
  readonly column: number;
  readonly row: number | undefined;
  readonly fixedColumn: boolean;
  readonly fixedRow: boolean;
};

// Texts and references to other sheets are consumed first, so that nothing inside them is taken for a cell.
const TOKEN =
  /"(?:[^"]|"")*"|(?:'(?:[^']|'')+'|(?<![\w.])[A-Za-z_][\w.]*)!\$?[A-Za-z]{0,3}\$?\d*(?::\$?[A-Za-z]{0,3}\$?\d*)?|(?<![\w.$])(\$?[A-Za-z]{1,3}\$?\d+)(?::(\$?[A-Za-z]{1,3}(?:\$?\d+)?))?(?![\w(.!])/g;

function endOf(text: string): ReferenceEnd {
  const match = /^(\$?)([A-Za-z]{1,3})(\$?)(\d*)$/.exec(text);
  return {
    fixedColumn: match?.[1] === "$",
    column: columnNumber(match?.[2] ?? "A"),
    fixedRow: match?.[3] === "$",
    row: match?.[4] ? Number(match[4]) : undefined,
  };
}

function endText({ column, row, fixedColumn, fixedRow }: ReferenceEnd): string {
  const letters = `${fixedColumn ? "$" : ""}${columnLetter(column)}`;
  return row === undefined ? letters : `${letters}${fixedRow ? "$" : ""}${row}`;
}

/** The formula with every reference to its own sheet replaced by what `map` makes of its two ends. */
export function mapReferences(
  formula: string,
  map: (
    start: ReferenceEnd,
    end: ReferenceEnd | undefined,
  ) => readonly [ReferenceEnd, ReferenceEnd?],
): string {
  return formula.replace(TOKEN, (whole, first: string | undefined, second: string | undefined) => {
    if (first === undefined) return whole;
    const [start, end] = map(endOf(first), second === undefined ? undefined : endOf(second));
    return end ? `${endText(start)}:${endText(end)}` : endText(start);
  });
}

/** Formulas with the same key say the same, however they are spaced and wherever other sheets' rows went. */
export function formulaKey(formula: string, ignoreCells: boolean): string {
  return formula
    .replace(TOKEN, (whole, first: string | undefined) => {
      if (whole.startsWith('"')) return whole;
      if (first === undefined) return "#!";
      return ignoreCells ? "#" : whole.toUpperCase();
    })
    .replace(/"(?:[^"]|"")*"|[^"]+/g, (part) =>
      part.startsWith('"') ? part : part.replace(/\s+/g, "").replace(/;/g, ",").toUpperCase(),
    );
}
