import { stageRates } from "../../../src/core/probability/stageRates.ts";
import { sampleLives } from "./sampleLives.ts";

/** How the measured chances of one stage compare with the true ones, over companies. */
export type StageCoverage = {
  readonly stage: string;
  /** Companies whose 80% interval holds the true chance. */
  readonly held: number;
  /** Mean of what was measured less what is true, and its standard error. */
  readonly bias: number;
  readonly error: number;
};

/** Sample companies of 1,000 deals whose true stage chances are known, by seeds from a first one on. */
export function stageCoverage(companies: number, first: number): StageCoverage[] {
  const found = new Map<string, { held: number; misses: number[] }>();
  for (let seed = first; seed < first + companies; seed++) {
    const { company, lives } = sampleLives({ seed, deals: 1000, dirt: false });
    const rates = stageRates(lives, company.asOf);
    for (const { stage, chance } of company.truth.stageWinChance) {
      const rate = rates.find((one) => one.stage === stage);
      const tally = found.get(stage) ?? { held: 0, misses: [] };
      found.set(stage, tally);
      tally.held += Number(rate && rate.low <= chance && chance <= rate.high);
      tally.misses.push((rate?.chances[3] ?? 0) - chance);
    }
  }
  return [...found].map(([stage, { held, misses }]) => {
    const bias = misses.reduce((sum, miss) => sum + miss, 0) / companies;
    const square = misses.reduce((sum, miss) => sum + (miss - bias) ** 2, 0) / (companies - 1);
    return { stage, held, bias, error: Math.sqrt(square / companies) };
  });
}
