import type { EngineCell } from "./engineCell.ts";
import { error, type Functions, text } from "./functionValues.ts";
import type { FunctionArgument } from "./library.ts";

function pattern(source: FunctionArgument, flags: string): RegExp | EngineCell {
  try {
    return new RegExp(text(source), flags);
  } catch {
    return error("#REF!", `${text(source)} is not a valid regular expression.`);
  }
}

/** Regular expressions as Sheets has them: one match, or its groups as a row. */
export const regexFunctions: Functions = {
  REGEXMATCH: [
    ["text (string)", "regular_expression (string)"],
    (subject, expression) => {
      const regex = pattern(expression, "u");
      return regex instanceof RegExp ? regex.test(text(subject)) : regex;
    },
  ],
  REGEXEXTRACT: [
    ["text (string)", "regular_expression (string)"],
    (subject, expression) => {
      const regex = pattern(expression, "u");
      if (!(regex instanceof RegExp)) return regex;
      const found = regex.exec(text(subject));
      if (found === null)
        return error("#N/A", "The text holds no match of the regular expression.");
      // With groups the answer is a row of them.
      return found.length === 1
        ? found[0]
        : found.slice(1).map((group) => [{ value: group ?? "" }]);
    },
  ],
  REGEXREPLACE: [
    ["text (string)", "regular_expression (string)", "replacement (string)"],
    (subject, expression, replacement) => {
      const regex = pattern(expression, "gu");
      return regex instanceof RegExp ? text(subject).replace(regex, text(replacement)) : regex;
    },
  ],
};
