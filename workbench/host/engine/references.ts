import type { EngineCell } from "./engineCell.ts";
import type { EngineRange } from "./library.ts";

/** The library's texts cannot hold a quotation mark: `"a""b"` becomes `("a"&CHAR(34)&"b")`. */
export function withoutDoubledQuotes(formula: string): string {
  if (!formula.includes('""')) return formula;
  return formula.replace(/"(?:[^"]|"")*"/g, (literal) => {
    const parts = literal.slice(1, -1).split('""');
    return parts.length === 1
      ? literal
      : `(${parts.map((part) => `"${part}"`).join("&CHAR(34)&")})`;
  });
}

/** The error of a reference that leads nowhere. */
export function invalid(range: EngineRange): EngineCell | undefined {
  if (range.invalidSheetName !== undefined) {
    return { value: "#REF", message: `Unresolved sheet name '${range.invalidSheetName}'.` };
  }
  const { top, left, bottom, right } = range.zone;
  if (range.invalidXc !== undefined || top < 0 || left < 0 || bottom < top || right < left) {
    return { value: "#REF", message: "Reference does not exist." };
  }
  return undefined;
}
