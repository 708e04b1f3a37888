/** Reps of one kind: how many, each one's quota, the share of it they attain, and the share of a full rep they are while ramping. */
export type RepGroup = {
  readonly reps: number;
  readonly quota: number;
  readonly attainment: number;
  readonly ramp: number;
};

/** Forecast by capacity: the sum of reps x quota x attainment x ramp. Undefined without a group. */
export function capacityForecast(groups: readonly RepGroup[]): number | undefined {
  if (groups.length === 0) return undefined;
  return groups.reduce(
    (sum, { reps, quota, attainment, ramp }) => sum + reps * quota * attainment * ramp,
    0,
  );
}
