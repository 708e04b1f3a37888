import { revenueForecast } from "../../../src/core/forecast/revenueForecast.ts";
import { normalCdf, normalQuantile } from "../../../src/core/statistics/normal.ts";
import { seeded } from "./distribution/bruteForce.ts";

const PAST_PERIODS = 4;

/** A company whose truth is known: what it saw of its past, and what the period then brought. */
function generatedCompany(seed: number, correlation: number) {
  const random = seeded(seed);
  const normal = () => normalQuantile(Math.min(1 - 1e-12, Math.max(1e-12, random())));
  const size = () => Math.round(20_000 * Math.exp(0.9 * normal()));
  const poisson = (mean: number) => {
    let [count, left] = [0, Math.exp(-mean)];
    for (let product = random(); product > left; product *= random()) count++;
    return count;
  };
  const z = normal();
  let came = 0;
  const open = [0.1, 0.25, 0.4, 0.6, 0.8].flatMap((usual, stage) => {
    const truth = Math.min(0.95, Math.max(0.03, usual + 0.1 * normal()));
    const decided = 30 + Math.floor(170 * random());
    let won = 0;
    for (let at = 0; at < decided; at++) if (random() < truth) won++;
    // The posterior mean under a flat prior's half deal.
    const probability = (won + 0.5) / (decided + 1);
    const deals = 5 + Math.floor(25 * random());
    const given = normalCdf(
      (normalQuantile(truth) + Math.sqrt(correlation) * z) / Math.sqrt(1 - correlation),
    );
    return Array.from({ length: deals }, () => {
      const amount = size();
      if (random() < given) came += amount;
      return { amount, probability, evidence: decided, cohort: `${stage}` };
    });
  });
  const rate = 1 + 7 * random();
  const sizes = Array.from({ length: PAST_PERIODS }, () => poisson(rate)).flatMap((count) =>
    Array.from({ length: count }, size),
  );
  const fresh = poisson(rate);
  for (let at = 0; at < fresh; at++) came += size();
  const newBusiness = {
    count: sizes.length / PAST_PERIODS,
    amounts: sizes,
    periods: PAST_PERIODS,
  };
  return { open, newBusiness, came };
}

/** The share of companies whose 80% range held what came. */
export function rangeCoverage(companies: number, correlation: number): number {
  let inside = 0;
  for (let seed = 1; seed <= companies; seed++) {
    const { open, newBusiness, came } = generatedCompany(seed, 0.05);
    const { p10, p90 } = revenueForecast({ won: 0, open, newBusiness, correlation });
    if (came >= p10 && came <= p90) inside++;
  }
  return inside / companies;
}
