const SMALLEST = 1e-9;

/** The logarithm of the odds of a chance; chances of 0 and 1 count as just inside. */
export function logOdds(chance: number): number {
  const inside = Math.min(1 - SMALLEST, Math.max(SMALLEST, chance));
  return Math.log(inside / (1 - inside));
}

/** The chance with these log-odds. */
export function chanceOf(logOdds: number): number {
  return logOdds >= 0 ? 1 / (1 + Math.exp(-logOdds)) : Math.exp(logOdds) / (1 + Math.exp(logOdds));
}
