/** How far an actual is above (+) or below (-) its plan, as a fraction of the plan; undefined where nothing was planned. */
export function variancePct(actual: number, plan: number): number | undefined {
  return plan === 0 ? undefined : (actual - plan) / Math.abs(plan);
}
