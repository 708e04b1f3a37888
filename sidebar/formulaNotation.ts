import { shownAs } from "./notation.ts";

/** Where decimals begin with a comma, semicolons part arguments and backslashes the columns of an array. */
const hasComma = () => shownAs(1.5, {}).includes(",");

type Sign = { readonly letter: string; readonly isDecimal: boolean; readonly isArray: boolean };

/** A formula with its signs outside quotes put otherwise. */
function withSigns(formula: string, decimal: string, signOf: (sign: Sign) => string): string {
  let quote = "";
  let depth = 0;
  return [...formula]
    .map((letter, at, all) => {
      if (quote !== "" || letter === '"' || letter === "'") {
        if (quote === "") quote = letter;
        else if (quote === letter) quote = "";
        return letter;
      }
      if (letter === "{") depth++;
      if (letter === "}") depth--;
      const isDecimal =
        letter === decimal && /\d/.test(all[at - 1] ?? "") && /\d/.test(all[at + 1] ?? "");
      return signOf({ letter, isDecimal, isArray: depth > 0 });
    })
    .join("");
}

/** A formula as it is typed in the spreadsheet's locale. */
export function shownFormula(formula: string): string {
  if (!hasComma()) return formula;
  return withSigns(formula, ".", ({ letter, isDecimal, isArray }) => {
    if (isDecimal) return ",";
    if (letter !== ",") return letter;
    return isArray ? "\\" : ";";
  });
}

/** A number, an array or a call as a person typed it, for the add-on; words and ranges stay as they are. */
export function typedArgument(text: string): string {
  if (!hasComma() || !/^\s*(-?[\d,]+%?|\{.*\}|\w+\(.*\))\s*$/s.test(text)) return text;
  return withSigns(text, ",", ({ letter, isDecimal, isArray }) => {
    if (isDecimal) return ".";
    if (letter === "\\" || (letter === ";" && !isArray)) return ",";
    return letter;
  });
}
