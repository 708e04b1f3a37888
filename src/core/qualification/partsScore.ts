import { InputError } from "../inputError.ts";

/** One part of a score and the most points it can earn. */
export type ScorePart = { readonly name: string; readonly most: number };

/**
 * Points of the parts added up. A part that nobody has asked about yet earns nothing; undefined when none is known.
 * Points outside 0 and the part's most are refused.
 */
export function partsScore(
  parts: readonly ScorePart[],
  points: readonly (number | undefined)[],
): number | undefined {
  let total: number | undefined;
  parts.forEach(({ name, most }, index) => {
    const value = points[index];
    if (value === undefined) return;
    if (value < 0 || value > most)
      throw new InputError(`${name} is ${value}; expected 0 to ${most} points`);
    total = (total ?? 0) + value;
  });
  return total;
}

const part = (name: string, most: number): ScorePart => ({ name, most });

/** Points of the parts, 100 in all. Source: deal scoring models. */
export const meddicParts: readonly ScorePart[] = [
  part("metrics", 20),
  part("economic_buyer", 25),
  part("decision_criteria", 15),
  part("decision_process", 15),
  part("pain", 10),
  part("champion", 15),
];

export const bantParts: readonly ScorePart[] = [
  part("budget", 25),
  part("authority", 30),
  part("need", 25),
  part("timeline", 20),
];

/** Lean qualification: is it for us, will they act, does it fit, can we win. */
export const leanParts: readonly ScorePart[] = [
  part("for_us", 25),
  part("act", 25),
  part("fit", 25),
  part("win", 25),
];

export const propensityParts: readonly ScorePart[] = [
  part("fit", 20),
  part("engagement", 25),
  part("process", 25),
  part("history", 15),
  part("external", 15),
];

export const strategicValueParts: readonly ScorePart[] = [
  part("financial", 30),
  part("strategic", 30),
  part("operational", 20),
  part("risk", 20),
];
