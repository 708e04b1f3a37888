/**
 * What share of findings is false, at most, when everything with a p-value up to this one counts as a finding
 * (Benjamini and Hochberg 1995), in the order given. Undefined p-values are no tests and stay undefined.
 */
export function falseDiscoveryRates(
  values: readonly (number | undefined)[],
): (number | undefined)[] {
  const tests = values.flatMap((p, at) => (p === undefined ? [] : [{ p, at }]));
  tests.sort((a, b) => b.p - a.p);
  const rates = new Array<number | undefined>(values.length).fill(undefined);
  let least = 1;
  tests.forEach(({ p, at }, place) => {
    least = Math.min(least, (p * tests.length) / (tests.length - place));
    rates[at] = least;
  });
  return rates;
}
