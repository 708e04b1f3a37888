/** First and second derivative of the logarithm of the gamma function at x > 0, to about 1e-12 (recurrence, then the asymptotic series). */
export function digamma(x: number): { readonly digamma: number; readonly trigamma: number } {
  let first = 0;
  let second = 0;
  let at = x;
  for (; at < 12; at++) {
    first -= 1 / at;
    second += 1 / (at * at);
  }
  const s = 1 / (at * at);
  first +=
    Math.log(at) -
    0.5 / at -
    s * (1 / 12 - s * (1 / 120 - s * (1 / 252 - s * (1 / 240 - s / 132))));
  second +=
    1 / at + s / 2 + (s / at) * (1 / 6 - s * (1 / 30 - s * (1 / 42 - s * (1 / 30 - (s * 5) / 66))));
  return { digamma: first, trigamma: second };
}
