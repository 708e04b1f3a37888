import { dayFromParts } from "../../src/core/calendar/day.ts";
import { runFunction } from "../../src/functions/run/run.ts";

/** Evaluates a formula of literals as Sheets would: numbers, texts, TRUE, `50%`, `{…}`, DATE, INDEX and our functions. */
export function evaluate(formula: string): unknown {
  const tokens = formula.replace(/^=/, "").match(/"[^"]*"|[\d.]+%?|[A-Z_]\w*|[-(){},;]/g) ?? [];
  let at = 0;
  const next = () => tokens[at++];
  const list = (end: string): unknown[][] => {
    const rows: unknown[][] = [[]];
    while (tokens[at] !== end) {
      const token = tokens[at];
      if (token === ",") at++;
      else if (token === ";") at = rows.push([]) && at + 1;
      else rows.at(-1)?.push(value());
    }
    at++;
    return rows;
  };
  const value = (): unknown => {
    const token = next() ?? "";
    if (token === "-") return -(value() as number);
    if (token === "{") return list("}");
    if (token.startsWith('"')) return token.slice(1, -1);
    if (/^[\d.]/.test(token))
      return token.endsWith("%") ? Number(token.slice(0, -1)) / 100 : Number(token);
    if (token === "TRUE" || token === "FALSE") return token === "TRUE";
    at++;
    return call(token, list(")").flat(1));
  };
  return value();
}

/** Arguments of a call are one row of values; an array literal stays an array of rows. */
function call(name: string, args: unknown[]): unknown {
  if (name === "DATE") {
    const [year, month, date] = args as [number, number, number];
    return new Date(dayFromParts(year, month, date) * 86_400_000);
  }
  if (name === "INDEX") {
    const [rows, row, column] = args as [unknown[][], number, number];
    return rows[row - 1]?.[column - 1];
  }
  return unwrapped(runFunction(name, args, () => "UTC"));
}

/** A single cell is a value. */
function unwrapped(result: unknown): unknown {
  return Array.isArray(result) && result.length === 1 && result[0].length === 1
    ? result[0][0]
    : result;
}
