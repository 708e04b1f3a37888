import { columnName, columnNumber } from "./a1.ts";

const TOKEN =
  /"(?:[^"]|"")*"|((?:'(?:[^']|'')+'|[A-Za-z_\u00c0-\uffff][\w.\u00c0-\uffff]*)!)?(\$?[A-Za-z]{1,3}\$?\d{1,7}(?::\$?[A-Za-z]{1,3}(?:\$?\d{1,7})?|:\$?\d{1,7})?|\$?[A-Za-z]{1,3}:\$?[A-Za-z]{1,3}(?:\$?\d{1,7})?|\$?\d{1,7}:\$?\d{1,7})(?![\w.(!])|[A-Za-z_\u00c0-\uffff][\w.\u00c0-\uffff]*\(?|'(?:[^']|'')+'!|\d+(?:\.\d+)?(?:[eE][-+]?\d+)?|[\s\S]/g;

type Reference = { first: End; last: End | undefined };
type End = { row?: number; column?: number; rowFixed: boolean; columnFixed: boolean };

/**
 * Rewrites every reference of a formula. `move` gets the sheet's name as written (undefined: the formula's own sheet)
 * and answers with the reference's new ends, undefined for a reference that is lost (`#REF!`).
 */
export function moveReferences(
  formula: string,
  move: (reference: Reference, sheet: string | undefined) => Reference | undefined,
): string {
  return formula.replace(
    TOKEN,
    (token: string, prefix: string | undefined, address: string | undefined) => {
      if (address === undefined) return token;
      const [from = "", to] = address.split(":");
      const sheet = prefix?.slice(0, -1).replace(/^'|'$/g, "").replaceAll("''", "'");
      const moved = move({ first: end(from), last: to === undefined ? undefined : end(to) }, sheet);
      if (!moved) return "#REF!";
      return `${prefix ?? ""}${name(moved.first)}${moved.last ? `:${name(moved.last)}` : ""}`;
    },
  );
}

function end(text: string): End {
  const match = /^(\$?)([A-Za-z]*)(\$?)(\d*)$/.exec(text);
  const [, dollar1, letters = "", dollar2, digits = ""] = match ?? [];
  return {
    ...(letters ? { column: columnNumber(letters) } : {}),
    ...(digits ? { row: Number(digits) } : {}),
    columnFixed: letters !== "" && dollar1 === "$",
    rowFixed: digits !== "" && (letters ? dollar2 === "$" : dollar1 === "$" || dollar2 === "$"),
  };
}

function name({ row, column, rowFixed, columnFixed }: End): string {
  const letters = column === undefined ? "" : `${columnFixed ? "$" : ""}${columnName(column)}`;
  return `${letters}${row === undefined ? "" : `${rowFixed ? "$" : ""}${row}`}`;
}

/** A formula copied some rows and columns away: relative references move along, fixed ones stay. */
export function shiftFormula(formula: string, rows: number, columns: number): string {
  if (rows === 0 && columns === 0) return formula;
  const shift = (point: End): End | undefined => {
    const row = point.row === undefined || point.rowFixed ? point.row : point.row + rows;
    const column =
      point.column === undefined || point.columnFixed ? point.column : point.column + columns;
    if ((row !== undefined && row < 1) || (column !== undefined && column < 1)) return undefined;
    return {
      ...point,
      ...(row === undefined ? {} : { row }),
      ...(column === undefined ? {} : { column }),
    };
  };
  return moveReferences(formula, ({ first, last }) => {
    const movedFirst = shift(first);
    const movedLast = last && shift(last);
    return movedFirst && (!last || movedLast) ? { first: movedFirst, last: movedLast } : undefined;
  });
}

/** Rows or columns put in before, or taken out from, a place of a sheet. */
export type Splice = {
  readonly dimension: "row" | "column";
  readonly at: number;
  readonly inserted: number;
  readonly deleted: number;
};

/** Where a span of rows or columns ends up; undefined when all of it was deleted. */
export function spliceSpan(
  first: number,
  last: number,
  splice: Splice,
): [number, number] | undefined {
  const { at, inserted, deleted } = splice;
  if (inserted > 0)
    return [first >= at ? first + inserted : first, last >= at ? last + inserted : last];
  const gone = at + deleted;
  if (first >= at && last < gone) return undefined;
  const newFirst = first < at ? first : Math.max(first, gone) - deleted;
  const newLast = last < at ? last : last < gone ? at - 1 : last - deleted;
  return [newFirst, newLast];
}

/** A formula after rows or columns were inserted into or deleted from a sheet that it may refer to. */
export function spliceFormula(
  formula: string,
  splice: Splice,
  concerns: (sheet: string | undefined) => boolean,
): string {
  const { dimension } = splice;
  return moveReferences(formula, (reference, sheet) => {
    if (!concerns(sheet)) return reference;
    const from = reference.first[dimension];
    const to = reference.last ? reference.last[dimension] : from;
    if (from === undefined) return reference;
    const span = spliceSpan(from, to ?? Number.MAX_SAFE_INTEGER, splice);
    if (!span) return undefined;
    const first = { ...reference.first, [dimension]: span[0] };
    if (!reference.last) return { first, last: undefined };
    return {
      first,
      last: to === undefined ? reference.last : { ...reference.last, [dimension]: span[1] },
    };
  });
}

/** A formula after a sheet it may name was renamed. */
export function renameSheet(formula: string, from: string, prefix: string): string {
  return formula.replace(TOKEN, (token: string) => {
    const match = /^('(?:[^']|'')+'|[^"'!]+)!(.*)$/s.exec(token);
    if (!match || token.startsWith('"')) return token;
    const named = (match[1] ?? "").replace(/^'|'$/g, "").replaceAll("''", "'");
    return named.toLowerCase() === from.toLowerCase() ? `${prefix}${match[2]}` : token;
  });
}
