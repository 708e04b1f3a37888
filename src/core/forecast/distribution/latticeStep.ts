/** More steps than this between nothing and everything are no lattice worth using. */
const MOST_STEPS = 1e9;

/**
 * The largest step of which all amounts are multiples (their greatest common divisor, to rounding); undefined when it
 * would be smaller than a billionth of their sum. Found by Euclid on the amounts as they are, so that it does
 * not depend on the currency's unit.
 */
export function latticeStep(amounts: Float64Array): number | undefined {
  const total = amounts.reduce((sum, amount) => sum + amount, 0);
  const least = total / MOST_STEPS;
  const rounding = least / 10;
  let step = amounts.find((amount) => amount > 0) ?? 0;
  for (const amount of amounts) {
    if (amount === 0) continue;
    let rest = amount % step;
    if (rest <= rounding || step - rest <= rounding) continue;
    while (rest > rounding) {
      const next = step % rest;
      step = rest;
      rest = rest - next <= rounding ? 0 : next;
    }
    if (step < least) return undefined;
    // What rounding has done to the step would grow with every further amount.
    step = amount / Math.round(amount / step);
  }
  if (!(step > 0)) return undefined;
  const steps = amounts.reduce((sum, amount) => sum + Math.round(amount / step), 0);
  const exact = total / steps;
  return amounts.every(
    (amount) => Math.abs(amount - Math.round(amount / exact) * exact) <= rounding,
  )
    ? exact
    : undefined;
}

/** The number of steps up to x; a total that misses a step by rounding alone has reached it. */
export function stepsUpTo(x: number, step: number): number {
  const steps = x / step;
  return Math.floor(steps + 1e-13 * Math.abs(steps));
}
