import type { MethodAccuracy } from "./methodAccuracy.ts";

const LEAST = 1e-3;

/**
 * A method's error over that of repeating the period before, at all horizons together (geometric mean): one that is
 * good so many days before the end alone is not the one to trust. Undefined where a horizon tells nothing.
 */
export function overallError(at: ReadonlyMap<number, MethodAccuracy>): number | undefined {
  let sum = 0;
  for (const { againstNaive } of at.values()) {
    if (againstNaive === undefined) return undefined;
    sum += Math.log(Math.max(LEAST, againstNaive));
  }
  return at.size === 0 ? undefined : Math.exp(sum / at.size);
}
