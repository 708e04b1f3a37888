/** Share of the quota reached, as a fraction: actual / quota. Undefined without a quota above zero. */
export function quotaAttainment(actual: number, quota: number): number | undefined {
  return quota > 0 ? actual / quota : undefined;
}
