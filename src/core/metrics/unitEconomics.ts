const MONTHS = 12;

/** What one is worth of the other; undefined without a base above zero. */
export function ratioOf(amount: number, base: number): number | undefined {
  return base > 0 ? amount / base : undefined;
}

/** Gross profit of an average account over its lifetime, which is 1 / churn years; undefined where nobody leaves. */
export function lifetimeValue(
  monthlyRevenue: number,
  grossMargin: number,
  annualChurn: number,
): number | undefined {
  return ratioOf(monthlyRevenue * MONTHS * grossMargin, annualChurn);
}

/** Months until an account's gross profit has paid for winning it; undefined where it earns nothing. */
export function paybackMonths(
  cac: number,
  monthlyRevenue: number,
  grossMargin: number,
): number | undefined {
  return ratioOf(cac, monthlyRevenue * grossMargin);
}
