import { type EngineCell, isDateCell, isMatrix } from "./engineCell.ts";
import {
  type FunctionArgument,
  type FunctionContext,
  type FunctionDefinition,
  library,
} from "./library.ts";
import { enginePattern } from "./numberFormat.ts";

type Compute = FunctionDefinition["compute"];

let added = false;

/** Functions that Sheets has and the library lacks or answers differently. */
export function addSheetsFunctions(): void {
  if (added) return;
  added = true;
  const { functionRegistry } = library().registries;
  const { arg } = library().helpers;
  for (const [name, [args, compute]] of Object.entries(missing)) {
    functionRegistry.replace(name, {
      description: name,
      args: args.map((definition) => arg(definition, "")),
      compute,
    });
  }
  for (const [name, adapt] of Object.entries(adapted)) {
    const original = functionRegistry.content[name];
    if (original === undefined) continue;
    functionRegistry.replace(name, { ...original, compute: adapt(original.compute) });
  }
}

const blank: EngineCell = { value: null };

const text = (value: FunctionArgument): string => library().helpers.toString(value);

function number(context: FunctionContext, value: FunctionArgument): number {
  return library().helpers.toNumber(value, context.locale);
}

function firstCell(value: FunctionArgument): EngineCell | undefined {
  return isMatrix(value) ? value[0]?.[0] : value;
}

function cellsOf(value: FunctionArgument): EngineCell[] {
  return isMatrix(value) ? value.flat() : [value ?? blank];
}

function error(value: string, message: string): EngineCell {
  return { value, message };
}

function pattern(source: FunctionArgument, flags: string): RegExp | EngineCell {
  try {
    return new RegExp(text(source), flags);
  } catch {
    return error("#REF!", `${text(source)} is not a valid regular expression.`);
  }
}

const missing: Readonly<Record<string, readonly [readonly string[], Compute]>> = {
  ARRAYFORMULA: [["array (any, range)"], (array) => array ?? { value: null }],
  N: [
    ["value (any)"],
    (value) => {
      const cell = firstCell(value);
      if (typeof cell?.value === "number") return cell;
      return { value: cell?.value === true ? 1 : 0 };
    },
  ],
  T: [
    ["value (any)"],
    (value) => {
      const cell = firstCell(value);
      return { value: typeof cell?.value === "string" ? cell.value : "" };
    },
  ],
  REPT: [
    ["text (string)", "times (number)"],
    function (what, times) {
      const count = Math.trunc(number(this, times));
      if (count < 0) return error("#VALUE!", "REPT expects a number of times of 0 or more.");
      if (count * text(what).length > 32_000)
        return error("#VALUE!", "REPT makes too long a text.");
      return text(what).repeat(count);
    },
  ],
  SIGN: [
    ["value (number)"],
    function (value) {
      return Math.sign(number(this, value));
    },
  ],
  QUOTIENT: [
    ["dividend (number)", "divisor (number)"],
    function (dividend, divisor) {
      const by = number(this, divisor);
      return by === 0
        ? error("#DIV/0!", "Division by zero.")
        : Math.trunc(number(this, dividend) / by);
    },
  ],
  MROUND: [
    ["value (number)", "factor (number)"],
    function (value, factor) {
      const step = number(this, factor);
      const given = number(this, value);
      if (step === 0) return 0;
      if (given * step < 0) return error("#NUM!", "MROUND expects two numbers of the same sign.");
      // Half a step is rounded away from zero; the tolerance undoes binary fractions such as 1.05 / 0.1.
      return step * Math.sign(given / step) * Math.floor(Math.abs(given / step) + 0.5 + 1e-9);
    },
  ],
  TO_DATE: [
    ["value (number)"],
    function (value) {
      return { value: number(this, value), format: "yyyy-mm-dd" };
    },
  ],
  TO_PURE_NUMBER: [
    ["value (number)"],
    function (value) {
      return { value: number(this, value), isDate: false };
    },
  ],
  TO_PERCENT: [
    ["value (number)"],
    function (value) {
      return { value: number(this, value), format: "0%", isDate: false };
    },
  ],
  TO_TEXT: [
    ["value (any)"],
    function (value) {
      const cell = firstCell(value);
      if (cell === undefined || cell.value === null) return "";
      const { locale } = this;
      const format = isDateCell(cell) ? (cell.format ?? "yyyy-mm-dd") : cell.format;
      return library().helpers.formatValue(cell.value, { format, locale });
    },
  ],
  ISDATE: [
    ["value (any)"],
    (value) => {
      const cell = firstCell(value);
      return cell !== undefined && isDateCell(cell);
    },
  ],
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
  XMATCH: [
    [
      "search_key (any)",
      "lookup_range (any, range)",
      "match_mode (number, optional)",
      "search_mode (number, optional)",
    ],
    function (key, range, matchMode, searchMode) {
      const lookup = isMatrix(range) ? range : [[range ?? blank]];
      // XLOOKUP over the positions themselves.
      let position = 0;
      const positions = lookup.map((column) =>
        column.map((): EngineCell => {
          position += 1;
          return { value: position };
        }),
      );
      const found = library().registries.functionRegistry.content.XLOOKUP?.compute.call(
        this,
        key,
        lookup,
        positions,
        undefined,
        matchMode ?? { value: 0 },
        searchMode ?? { value: 1 },
      );
      return Array.isArray(found) ? found[0][0] : found;
    },
  ],
  MODE: [
    ["value (any, range, repeating)"],
    (...values) => {
      const counts = new Map<number, number>();
      for (const { value } of values.flatMap(cellsOf)) {
        if (typeof value === "number") counts.set(value, (counts.get(value) ?? 0) + 1);
      }
      const most = [...counts].reduce((best, entry) => (entry[1] > best[1] ? entry : best), [0, 1]);
      return most[1] > 1 ? most[0] : error("#N/A", "No value appears more than once.");
    },
  ],
};

/** The library's own functions where they differ from Sheets. */
const adapted: Readonly<Record<string, (original: Compute) => Compute>> = {
  IFERROR: (original) =>
    function (value, instead) {
      return original.call(this, value, instead ?? blank);
    },
  IFNA: (original) =>
    function (value, instead) {
      return original.call(this, value, instead ?? blank);
    },
  TEXT: (original) =>
    function (value, format) {
      const cell = firstCell(value);
      if (typeof cell?.value === "string" && Number.isNaN(Number(cell.value))) return cell;
      return original.call(this, value, { value: enginePattern(text(format)) ?? "0.########" });
    },
};
