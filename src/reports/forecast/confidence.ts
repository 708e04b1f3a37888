import { sayPercent } from "../parts/words.ts";

/** How sure that is, in words; the limits are our own and the usual ones of such scales. */
export function sureness(chance: number): string {
  if (chance >= 0.995) return "practically certain";
  if (chance >= 0.9) return "very likely";
  if (chance >= 0.66) return "likely";
  if (chance > 0.33) return "about as likely as not";
  if (chance > 0.1) return "unlikely";
  if (chance > 0.005) return "very unlikely";
  return "practically out of reach";
}

/** A chance as a share; one that is all but none or all but sure is not rounded to it. */
export function sayChance(chance: number): string {
  if (chance > 0 && chance < 0.001) return "less than 0.1 %";
  if (chance < 1 && chance > 0.995) return "more than 99 %";
  return sayPercent(chance);
}
