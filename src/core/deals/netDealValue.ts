/**
 * What is left of a list value after its discount (a fraction) and what the concessions cost. With a term the list value
 * is that of a year and counts for each of its months.
 */
export function netDealValue(list: number, discount: number, costs = 0, termMonths = 12): number {
  return list * (1 - discount) * (termMonths / 12) - costs;
}

/** Share of the revenue that its costs leave; undefined without revenue above zero. */
export function margin(revenue: number, costs: number): number | undefined {
  return revenue > 0 ? (revenue - costs) / revenue : undefined;
}
