/** Recurring revenue with rates of its own, per period and as shares of what the period opens with. */
export type Cohort = {
  readonly amount: number;
  readonly churn: number;
  readonly contraction: number;
  readonly expansion: number;
};

export type RecurringPeriod = {
  readonly closing: number;
  readonly churned: number;
  readonly contracted: number;
  readonly expanded: number;
  readonly added: number;
};

/**
 * Rolls recurring revenue forward: closing = opening - churned - contracted + expanded + added. What is added in a period
 * churns and expands from the next one on, at the rates of all cohorts weighed by their amounts.
 */
export function recurringForecast(
  cohorts: readonly Cohort[],
  periods: number,
  added = 0,
): RecurringPeriod[] {
  const weighed = (rate: (cohort: Cohort) => number) => {
    const total = cohorts.reduce((sum, { amount }) => sum + amount, 0);
    if (total <= 0) return cohorts.reduce((sum, one) => sum + rate(one) / cohorts.length, 0);
    return cohorts.reduce((sum, one) => sum + (rate(one) * one.amount) / total, 0);
  };
  const joining: Cohort = {
    amount: 0,
    churn: weighed(({ churn }) => churn),
    contraction: weighed(({ contraction }) => contraction),
    expansion: weighed(({ expansion }) => expansion),
  };
  let open = [...cohorts, joining];
  return Array.from({ length: periods }, () => {
    const sum = (of: (cohort: Cohort) => number) =>
      open.reduce((total, cohort) => total + of(cohort), 0);
    const churned = sum(({ amount, churn }) => amount * churn);
    const contracted = sum(({ amount, contraction }) => amount * contraction);
    const expanded = sum(({ amount, expansion }) => amount * expansion);
    const closing = sum(({ amount }) => amount) - churned - contracted + expanded + added;
    open = open.map((cohort, at) => ({
      ...cohort,
      amount:
        cohort.amount * (1 - cohort.churn - cohort.contraction + cohort.expansion) +
        (at === cohorts.length ? added : 0),
    }));
    return { closing, churned, contracted, expanded, added };
  });
}
