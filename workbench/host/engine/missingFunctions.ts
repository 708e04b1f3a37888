import { type EngineCell, isDateCell, isMatrix } from "./engineCell.ts";
import {
  blank,
  cellsOf,
  error,
  type Functions,
  firstCell,
  number,
  text,
} from "./functionValues.ts";
import { library } from "./library.ts";

/** Functions that Sheets has and the library lacks. */
export const missing: Functions = {
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
