import { InputError } from "../core/inputError.ts";

/** Refuses an amount below zero; `place` says where it stands. */
export function notNegative(place: string, amount: number): void {
  if (amount >= 0) return;
  throw new InputError(`${place} holds ${amount}; expected an amount that is not negative`);
}

/** Refuses a column with a number below zero. */
export function noneNegative(name: string, numbers: readonly (number | undefined)[]): void {
  const row = numbers.findIndex((number) => number !== undefined && number < 0);
  if (row < 0) return;
  throw new InputError(`row ${row + 1} of ${name} holds ${numbers[row]}; expected 0 or more`);
}
