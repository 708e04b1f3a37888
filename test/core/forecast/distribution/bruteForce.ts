import type { OpenDeal } from "../../../../src/core/forecast/distribution/portfolio.ts";

type Atom = { readonly total: number; readonly mass: number };

/** Every set of deals, one by one: the definition. */
export function bruteForce(deals: readonly OpenDeal[]): Atom[] {
  const atoms: Atom[] = [];
  for (let set = 0; set < 2 ** deals.length; set++) {
    let [total, mass] = [0, 1];
    deals.forEach(({ amount, probability }, deal) => {
      const won = ((set >> deal) & 1) === 1;
      if (won) total += amount;
      mass *= won ? probability : 1 - probability;
    });
    atoms.push({ total, mass });
  }
  return atoms.sort((a, b) => a.total - b.total);
}

export function atMost(atoms: readonly Atom[], x: number): number {
  return atoms.reduce((sum, atom) => (atom.total <= x + 1e-9 ? sum + atom.mass : sum), 0);
}

/** The smallest total with P(<= total) >= share. */
export function quantile(atoms: readonly Atom[], share: number): number {
  let sum = 0;
  for (const { total, mass } of atoms) {
    sum += mass;
    if (sum >= share - 1e-12) return total;
  }
  return atoms.at(-1)?.total ?? 0;
}

/** Uniform numbers from a seed (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/** Lognormal amounts (sigma 1.2) in five stages, as pipelines are. */
export function pipelineOf(count: number, seed: number): OpenDeal[] {
  const next = seeded(seed);
  return Array.from({ length: count }, () => {
    const gauss = Math.sqrt(-2 * Math.log(next() + 1e-12)) * Math.cos(2 * Math.PI * next());
    const probability = [0.1, 0.25, 0.4, 0.6, 0.8][Math.floor(next() * 5)]!;
    return { amount: Math.exp(10 + 1.2 * gauss), probability };
  });
}
