import { spreadQuota } from "./spreadQuota.ts";

export type Allocation = {
  /** What the company is to reach in each period; adds up to the total exactly. */
  readonly targets: readonly number[];
  /** One row for each person, one amount for each period; a period's column adds up to its target exactly. */
  readonly amounts: readonly (readonly number[])[];
  /** Indexes of periods with a target that nobody can carry. */
  readonly uncarried: readonly number[];
};

/**
 * Splits a company target top-down: first over the periods by their weights, then each period over the people by what
 * each can carry in it. Undefined when no period has a weight above zero.
 */
export function allocateQuota(
  total: number,
  periodWeights: readonly number[],
  /** One row for each person, one share for each period. */
  capacities: readonly (readonly number[])[],
  unit = 0.01,
): Allocation | undefined {
  const targets = spreadQuota(total, periodWeights, unit);
  if (targets === undefined) return undefined;
  const amounts = capacities.map((): number[] => targets.map(() => 0));
  const uncarried: number[] = [];
  targets.forEach((target, period) => {
    const parts = spreadQuota(
      target,
      capacities.map((row) => row[period] ?? 0),
      unit,
    );
    if (parts === undefined && target > 0) uncarried.push(period);
    parts?.forEach((part, person) => {
      const row = amounts[person];
      if (row) row[period] = part;
    });
  });
  return { targets, amounts, uncarried };
}
