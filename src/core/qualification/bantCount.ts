/** How many of budget, authority, need and timeline are confirmed; undefined when nothing is known of any of them. */
export function bantCount(confirmed: readonly (boolean | undefined)[]): number | undefined {
  const known = confirmed.filter((one) => one !== undefined);
  return known.length === 0 ? undefined : known.filter(Boolean).length;
}
