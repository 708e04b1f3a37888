import { InputError } from "../core/inputError.ts";

/** Refuses an amount below zero; `place` says where it stands. */
export function notNegative(place: string, amount: number): void {
  if (amount >= 0) return;
  throw new InputError(`${place} holds ${amount}; expected an amount that is not negative`);
}
