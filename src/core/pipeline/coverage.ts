/**
 * Pipeline coverage: open pipeline / (quota - closed), as a multiple. Give the weighted pipeline for weighted coverage.
 * Undefined without a quota above zero, and once the quota is met: nothing is left to cover.
 * Source: pipeline review practice; with `closed` left out it is the ratio over the full quota.
 */
export function coverage(pipeline: number, quota: number, closed = 0): number | undefined {
  const remaining = quota - closed;
  return quota > 0 && remaining > 0 ? pipeline / remaining : undefined;
}
