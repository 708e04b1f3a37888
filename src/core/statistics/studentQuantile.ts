/** Student's t distribution with a whole number of degrees of freedom: the share at or below a value, as a closed sum. */
function studentShare(t: number, freedom: number): number {
  const angle = Math.atan(t / Math.sqrt(freedom));
  const [sine, cosine] = [Math.sin(angle), Math.cos(angle)];
  const even = freedom % 2 === 0;
  let term = even ? 1 : cosine;
  let sum = freedom === 1 ? 0 : term;
  for (let power = even ? 2 : 3; power < freedom; power += 2) {
    term *= ((power - 1) / power) * cosine * cosine;
    sum += term;
  }
  return even ? 0.5 + (sine * sum) / 2 : 0.5 + (angle + sine * sum) / Math.PI;
}

/** The value that Student's t stays at or below with a probability between 0 and 1. */
export function studentQuantile(share: number, freedom: number): number {
  if (share === 0.5) return 0;
  if (share < 0.5) return -studentQuantile(1 - share, freedom);
  let [low, high] = [0, 1];
  while (studentShare(high, freedom) < share && high < 1e300) [low, high] = [high, high * 2];
  for (let step = 0; step < 100 && high - low > 1e-13 * high; step++) {
    const middle = (low + high) / 2;
    if (studentShare(middle, freedom) < share) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}
