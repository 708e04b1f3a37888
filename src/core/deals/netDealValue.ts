/** What is left of a list value after its discount (a fraction) and what the concessions cost. */
export function netDealValue(list: number, discount: number, costs = 0): number {
  return list * (1 - discount) - costs;
}

/** Share of the revenue that its costs leave; undefined without revenue above zero. */
export function margin(revenue: number, costs: number): number | undefined {
  return revenue > 0 ? (revenue - costs) / revenue : undefined;
}
