import { HAZARD_AGES, HAZARD_CELLS, type Hazard, hazardCell, THIRDS } from "./hazard.ts";
import { BLOCK_DAYS, type HazardCounts, type MoveCounts } from "./hazardCounts.ts";

/** After how many days a day may count half as much; the one that foretold the last months best is taken. */
const HALF_LIVES = [60, 120, 240, Number.POSITIVE_INFINITY] as const;
/** How many blocks of days are foretold from those before them. */
const JUDGED = 6;
/** An age leans on the stage, and a season at an age on both, as if so many more had passed as they say. */
const AGE_LEAN = 0.5;
const CELL_LEAN = 2;
const ROUNDS = 5;

type Weighted = { readonly exposure: Float64Array; readonly moves: readonly Float64Array[] };

/** All blocks but the newest ones, the older the less. */
function weighted(counts: HazardCounts, halfLife: number, skip: number): Weighted {
  const weights = Array.from({ length: counts.blocks }, (_, block) =>
    block < skip ? 0 : 0.5 ** (((block - skip) * BLOCK_DAYS) / halfLife),
  );
  const sum = (values: Float64Array) => {
    const size = values.length / counts.blocks;
    const total = new Float64Array(size);
    weights.forEach((weight, block) => {
      if (weight === 0) return;
      for (let at = 0; at < size; at++)
        total[at] = (total[at] ?? 0) + weight * (values[block * size + at] ?? 0);
    });
    return total;
  };
  return { exposure: sum(counts.exposure), moves: counts.moves.map((move) => sum(move.counts)) };
}

/** Moves that share a season: wins, losses, and stages passed. */
const kindOf = ({ next }: MoveCounts) => (next === "won" || next === "lost" ? next : "passed");

const exposedIn = ({ exposure }: Weighted, state: number) =>
  exposure.subarray(state * HAZARD_CELLS, (state + 1) * HAZARD_CELLS);

/**
 * The hazard of each move by cell: the stage's rate, times how much an age differs from it, times how much a third of the
 * quarter does for all moves of the kind, each leaning on the ones before as far as it has seen little.
 */
function ratesOf({ moves }: HazardCounts, data: Weighted): Float64Array[] {
  const seasons = new Map<string, number[]>();
  const seasonOf = (move: MoveCounts) => seasons.get(kindOf(move)) ?? [1, 1, 1];
  let ages = moves.map((move, at) => ageRates(data, at, move, [1, 1, 1]));
  for (let round = 0; round < ROUNDS; round++) {
    const sums = new Map<string, { seen: number[]; expected: number[] }>();
    moves.forEach((move, at) => {
      const sum = sums.get(kindOf(move)) ?? { seen: [0, 0, 0], expected: [0, 0, 0] };
      sums.set(kindOf(move), sum);
      const exposed = exposedIn(data, move.from);
      for (let cell = 0; cell < HAZARD_CELLS; cell++) {
        const [bin, third] = [Math.floor(cell / THIRDS), cell % THIRDS];
        sum.seen[third] = (sum.seen[third] ?? 0) + (data.moves[at]?.[cell] ?? 0);
        sum.expected[third] =
          (sum.expected[third] ?? 0) + (exposed[cell] ?? 0) * (ages[at]?.[bin] ?? 0);
      }
    });
    for (const [kind, { seen, expected }] of sums)
      seasons.set(
        kind,
        seen.map((count, third) => (count + CELL_LEAN) / ((expected[third] ?? 0) + CELL_LEAN)),
      );
    ages = moves.map((move, at) => ageRates(data, at, move, seasonOf(move)));
  }
  return moves.map((move, at) => {
    const exposed = exposedIn(data, move.from);
    const season = seasonOf(move);
    return Float64Array.from({ length: HAZARD_CELLS }, (_, cell) => {
      const base = (ages[at]?.[Math.floor(cell / THIRDS)] ?? 0) * (season[cell % THIRDS] ?? 1);
      const seen = data.moves[at]?.[cell] ?? 0;
      return (base * (seen + CELL_LEAN)) / ((exposed[cell] ?? 0) * base + CELL_LEAN);
    });
  });
}

/** A move's rate at each age, season apart. */
function ageRates(
  data: Weighted,
  at: number,
  { from }: MoveCounts,
  season: readonly number[],
): number[] {
  const exposed = exposedIn(data, from);
  const seen = data.moves[at];
  const total = (values: Float64Array | undefined, weights: readonly number[], bin?: number) => {
    let sum = 0;
    const cells = bin === undefined ? [0, HAZARD_CELLS] : [bin * THIRDS, (bin + 1) * THIRDS];
    for (let cell = cells[0] ?? 0; cell < (cells[1] ?? 0); cell++)
      sum += (values?.[cell] ?? 0) * (weights[cell % THIRDS] ?? 1);
    return sum;
  };
  const days = total(exposed, season);
  const rate = days > 0 ? total(seen, []) / days : 0;
  return HAZARD_AGES.map(
    (_, bin) =>
      (rate * (total(seen, [], bin) + AGE_LEAN)) / (rate * total(exposed, season, bin) + AGE_LEAN),
  );
}

/** How well rates from before a block foretell it (Poisson log-likelihood). */
function foretold(counts: HazardCounts, halfLife: number, block: number): number {
  const rates = ratesOf(counts, weighted(counts, halfLife, block + 1));
  let sum = 0;
  counts.moves.forEach(({ from, counts: seen }, at) => {
    for (let cell = 0; cell < HAZARD_CELLS; cell++) {
      const days =
        counts.exposure[(block * counts.states.length + from) * HAZARD_CELLS + cell] ?? 0;
      const rate = Math.max(1e-9, rates[at]?.[cell] ?? 0);
      if (days > 0) sum += (seen[block * HAZARD_CELLS + cell] ?? 0) * Math.log(rate) - days * rate;
    }
  });
  return sum;
}

/** The half-life whose rates foretold the last blocks best, each from the blocks before it. */
function bestHalfLife(counts: HazardCounts): number {
  const blocks = Math.min(JUDGED, counts.blocks - 2);
  let [best, most] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const halfLife of blocks > 0 ? HALF_LIVES : []) {
    let sum = 0;
    for (let block = 0; block < blocks; block++) sum += foretold(counts, halfLife, block);
    if (sum > most) [best, most] = [halfLife, sum];
  }
  return best;
}

/** How readily deals leave each stage, from what was counted, and after how many days a day counts half as much. */
export function hazardRates(counts: HazardCounts): { hazards: Hazard[]; halfLife: number } {
  const halfLife = bestHalfLife(counts);
  const rates = ratesOf(counts, weighted(counts, halfLife, 0));
  const plain = weighted(counts, Number.POSITIVE_INFINITY, 0);
  const hazards = counts.moves.flatMap(({ from: state, next }, at) => {
    const { pipeline, stage } = counts.states[state] ?? { pipeline: "", stage: "" };
    const exposed = exposedIn(plain, state);
    return HAZARD_AGES.map((from, bin): Hazard => {
      const thirds = Array.from({ length: THIRDS }, (_, third) => hazardCell(bin, third));
      const days = thirds.reduce((sum, cell) => sum + (exposed[cell] ?? 0), 0);
      const width = (HAZARD_AGES[bin + 1] ?? 2 * from) - from;
      return {
        pipeline,
        stage,
        next,
        from,
        rates: thirds.map((cell) => rates[at]?.[cell] ?? 0),
        deals: days / width,
      };
    });
  });
  return { hazards, halfLife };
}
