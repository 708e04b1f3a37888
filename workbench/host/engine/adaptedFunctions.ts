import { type EngineCell, isDateCell } from "./engineCell.ts";
import { blank, type Compute, firstCell, text } from "./functionValues.ts";
import { enginePattern } from "./numberFormat.ts";

/** The library's own functions where they differ from Sheets. */
export const adapted: Readonly<Record<string, (original: Compute) => Compute>> = {
  IFERROR: (original) =>
    function (value, instead) {
      return original.call(this, value, instead ?? blank);
    },
  IFNA: (original) =>
    function (value, instead) {
      return original.call(this, value, instead ?? blank);
    },
  IF: (original) =>
    function (...args) {
      const [condition, then = blank] = args;
      const otherwise = args.length < 3 ? { value: false } : (args[2] ?? blank);
      return original.call(this, condition, then, otherwise);
    },
  /** The time between two dates is a number. */
  MINUS: (original) =>
    function (left, right) {
      const difference = original.call(this, left, right);
      const from = firstCell(left);
      const until = firstCell(right);
      if (from === undefined || until === undefined || !isDateCell(from) || !isDateCell(until)) {
        return difference;
      }
      return { ...(difference as EngineCell), isDate: false };
    },
  HYPERLINK: () => (url, label) => ({ value: text(label ?? url), link: text(url) }),
  TEXT: (original) =>
    function (value, format) {
      const cell = firstCell(value);
      if (typeof cell?.value === "string" && Number.isNaN(Number(cell.value))) return cell;
      return original.call(this, value, { value: enginePattern(text(format)) ?? "0.########" });
    },
};
