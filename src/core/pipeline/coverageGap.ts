/**
 * Pipeline still to be created to reach a target multiple of the remaining quota: max(0, target x (quota - closed) -
 * pipeline), in the unit of the amounts. 0 once the quota is met; undefined without a quota above zero.
 */
export function coverageGap(
  pipeline: number,
  quota: number,
  target: number,
  closed = 0,
): number | undefined {
  if (!(quota > 0)) return undefined;
  return Math.max(0, target * Math.max(0, quota - closed) - pipeline);
}
