/**
 * Pipeline needed to close what is left of a quota at a win rate (fraction): (quota - closed) / win rate.
 * 0 once the quota is met; undefined without a quota above zero or when nothing is ever won.
 * Source: required coverage = 1 / win rate, such as 4 x at 25 %.
 */
export function pipelineRequired(quota: number, winRate: number, closed = 0): number | undefined {
  if (!(quota > 0) || !(winRate > 0)) return undefined;
  return Math.max(0, quota - closed) / winRate;
}
