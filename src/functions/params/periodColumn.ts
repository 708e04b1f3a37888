import { InputError } from "../../core/inputError.ts";
import type { Param } from "../customFunction.ts";
import type { Numbers } from "./openDeals.ts";

/** The column of what came period by period. It is read with its blanks: a gap would shift the seasons behind it. */
export const actualsParam: Param = {
  name: "actuals",
  kind: "number",
  unit: "currency",
  takes: "paired",
  about:
    "The column of what came, one row per period, the latest last and complete; 0 where nothing came",
};
export const ACTUALS_ERRORS = ["A cell that is no number.", "A blank between two periods."];

/** The periods from the first filled to the last; undefined when none is. */
export function periodsOf(actuals: Numbers): number[] | undefined {
  const first = actuals.findIndex((value) => value !== undefined);
  if (first < 0) return undefined;
  return actuals.slice(first).map((value, at) => {
    if (value !== undefined) return value;
    throw new InputError(
      `row ${first + at + 1} of actuals is blank; expected a number for every period, 0 where nothing came`,
    );
  });
}

export function wholeNumber(name: string, value: number, least: number, most = Infinity): number {
  if (Number.isInteger(value) && value >= least && value <= most) return value;
  const limits = most === Infinity ? `${least} on` : `${least} to ${most}`;
  throw new InputError(`${name} is ${value}; expected a whole number from ${limits}`);
}
