import * as z from "zod/mini";
import { type Day, dayFromIso, SERIAL_OF_EPOCH } from "../core/calendar/day.ts";
import { type Cell, isDateCell } from "../tables/reading/cell.ts";
import type { Input, InputKind } from "./input.ts";
import { sameName } from "./name.ts";

/** Schemas cost time at load, and most calls of the add-on need none of them. */
function lazy<T>(make: () => T): () => T {
  let made: T | undefined;
  return () => {
    made ??= make();
    return made;
  };
}

const typed = (cell: Cell) => (typeof cell === "string" ? cell.trim() : cell);

/**
 * `25%`, `0.25` and `0,25` typed as text count as numbers. Anything else, such as `1,000`, which two countries read
 * differently, is left for the schema to refuse.
 */
function numberFrom(cell: Cell): unknown {
  if (typeof cell !== "string") return cell;
  const match = /^([+-]?\d+(?:\.\d+|,(?!\d{3}\D?$)\d+)?)\s*(%?)$/.exec(cell.trim());
  if (!match) return cell;
  const value = Number(match[1]?.replace(",", "."));
  // 33.3 / 100 is not 0.333 in binary.
  return match[2] === "%" ? Number((value / 100).toPrecision(15)) : value;
}

type Bounds = { readonly minimum: number; readonly maximum: number; readonly expected: string };

function numeric(kind: InputKind, { minimum, maximum, expected }: Bounds): Input<number> {
  return {
    kind,
    expected,
    minimum,
    maximum,
    fromCell: numberFrom,
    toCell: (value) => value,
    schema: lazy(() => {
      const base = z.number(expected).check(z.gte(minimum, expected), z.lte(maximum, expected));
      return kind === "integer" ? base.check(z.multipleOf(1, expected)) : base;
    }),
  };
}

/** A number from minimum to maximum. */
export function number(minimum: number, maximum: number, what = "a number"): Input<number> {
  return numeric("number", { minimum, maximum, expected: `${what} from ${minimum} to ${maximum}` });
}

export function integer(minimum: number, maximum: number): Input<number> {
  const expected = `a whole number from ${minimum} to ${maximum}`;
  return numeric("integer", { minimum, maximum, expected });
}

export function money(): Input<number> {
  return numeric("money", { minimum: 0, maximum: 1e12, expected: "an amount of money, 0 or more" });
}

/** A share, kept as a fraction. */
export function fraction(maximum = 1): Input<number> {
  const expected = `a share between 0% and ${maximum * 100}%, such as 25% or 0.25`;
  return numeric("fraction", { minimum: 0, maximum, expected });
}

export function text(expected = "text"): Input<string> {
  return {
    kind: "text",
    expected,
    fromCell: (cell) =>
      typeof cell === "number" || typeof cell === "boolean" ? String(cell) : typed(cell),
    toCell: (value) => value,
    schema: lazy(() =>
      z
        .string(expected)
        .check(
          z.minLength(1, expected),
          z.maxLength(2000, `${expected} of at most 2,000 characters`),
        ),
    ),
  };
}

/** ISO currency code. */
export function currencyCode(): Input<string> {
  const expected = "a currency code of three letters, such as EUR";
  return {
    kind: "text",
    expected,
    fromCell: (cell) => (typeof cell === "string" ? cell.trim().toUpperCase() : cell),
    toCell: (value) => value,
    schema: lazy(() => z.string(expected).check(z.regex(/^[A-Z]{3}$/, expected))),
  };
}

/** One of a few words; case, spaces and punctuation do not matter. */
export function choice<T extends string>(choices: readonly T[]): Input<T> {
  const expected = `one of ${choices.join(", ")}`;
  return {
    kind: "choice",
    expected,
    choices,
    fromCell: (cell) => choices.find((one) => sameName(one, cell)) ?? cell,
    toCell: (value) => value,
    schema: lazy(() => z.enum(choices, expected)),
  };
}

/** A word that stands for its place in the list: 1 = the first. Its number and its first three letters are read too. */
export function ordinal(choices: readonly string[]): Input<number> {
  const expected = `one of ${choices.join(", ")}`;
  const place = (cell: Cell) =>
    choices.findIndex((one) => sameName(one, cell) || sameName(one.slice(0, 3), cell)) + 1;
  return {
    kind: "choice",
    expected,
    choices,
    fromCell: (cell) => place(cell) || numberFrom(cell),
    toCell: (value) => choices[value - 1] ?? value,
    schema: lazy(() =>
      z
        .number(expected)
        .check(z.gte(1, expected), z.lte(choices.length, expected), z.multipleOf(1, expected)),
    ),
  };
}

/** Several of the words, separated by commas; their places, in order. */
export function ordinals(choices: readonly string[]): Input<readonly number[]> {
  const one = ordinal(choices);
  const expected = `one or more of ${choices.join(", ")}, separated by commas`;
  return {
    kind: "list",
    expected,
    fromCell: (cell) =>
      typeof cell === "string" ? cell.split(/[,;]/).map((part) => one.fromCell(part)) : [cell],
    toCell: (value) => value.map((place) => choices[place - 1]).join(", "),
    schema: lazy(() => {
      const schema: z.ZodMiniType<readonly number[]> = z
        .array(
          z.number(expected).check(z.gte(1, expected), z.lte(choices.length, expected)),
          expected,
        )
        .check(z.minLength(1, expected));
      return schema;
    }),
  };
}

/** Texts separated by semicolons. */
export function textList(): Input<readonly string[]> {
  const expected = "texts separated by semicolons";
  return {
    kind: "list",
    expected,
    fromCell: (cell) =>
      String(isDateCell(cell) ? "" : cell)
        .split(";")
        .map((part) => part.trim())
        .filter((part) => part !== ""),
    toCell: (value) => value.join("; "),
    schema: lazy(() => {
      const schema: z.ZodMiniType<readonly string[]> = z.array(z.string(expected), expected);
      return schema;
    }),
  };
}

/** A civil day: a date cell, ISO text, or the serial number of a date cell that lost its format. */
export function date(): Input<Day> {
  const expected = "a date, such as 2026-01-31";
  return {
    kind: "date",
    expected,
    fromCell: (cell) => {
      if (isDateCell(cell)) return Math.floor(cell.moment);
      if (typeof cell === "string") return dayFromIso(cell.trim()) ?? cell;
      return typeof cell === "number" ? Math.floor(cell) - SERIAL_OF_EPOCH : cell;
    },
    toCell: (value) => ({ moment: value }),
    // 1950 to 2150: a number outside is no date but something typed into the wrong cell.
    schema: lazy(() => z.number(expected).check(z.gte(-7305, expected), z.lte(65745, expected))),
  };
}

/** An hour of the day: 9, 9.5, `9:30`, or a cell that holds a time. */
export function hour(): Input<number> {
  const base = number(0, 24, "an hour of the day");
  return {
    ...base,
    fromCell: (cell) => {
      if (isDateCell(cell)) return Math.round((cell.moment - Math.floor(cell.moment)) * 1440) / 60;
      const match = typeof cell === "string" ? /^(\d{1,2}):(\d{2})$/.exec(cell.trim()) : undefined;
      return match ? Number(match[1]) + Number(match[2]) / 60 : numberFrom(cell);
    },
  };
}

const YES = ["true", "yes", "1", "on"];
const NO = ["false", "no", "0", "off"];

export function yesNo(): Input<boolean> {
  const expected = "TRUE or FALSE";
  return {
    kind: "boolean",
    expected,
    fromCell: (cell) => {
      if (YES.some((word) => sameName(word, cell))) return true;
      return NO.some((word) => sameName(word, cell)) ? false : cell;
    },
    toCell: (value) => value,
    schema: lazy(() => z.boolean(expected)),
  };
}
