/**
 * Revenue that a pipeline yields per day: opportunities x average deal x win rate (fraction) / average cycle in days.
 * Undefined when the cycle is not above zero.
 */
export function salesVelocity(
  opportunities: number,
  averageDeal: number,
  winRate: number,
  cycleDays: number,
): number | undefined {
  return cycleDays > 0 ? (opportunities * averageDeal * winRate) / cycleDays : undefined;
}
