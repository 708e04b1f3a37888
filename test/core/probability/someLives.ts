import type { DealLife } from "../../../src/core/probability/dealLife.ts";

/** A stream of numbers between 0 and 1 that is the same every time (Lehmer). */
export function stream(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 48271) % 2147483647;
    return state / 2147483647;
  };
}

const FIRST = 19000;
export const LAST = FIRST + 720;

/**
 * Deals that go through Discovery (20 days or so) and Proposal (20 more): of those in Discovery half pass on, of those in
 * Proposal 60% are won. What lies beyond the last day has not happened yet.
 */
export function someLives(count: number, seed = 7): DealLife[] {
  const next = stream(seed);
  return Array.from({ length: count }, (_, at) => {
    const created = FIRST + Math.floor(next() * 700);
    const proposal = created + 5 + Math.floor(next() * 30);
    const passes = next() < 0.5;
    const ended = passes ? proposal + 5 + Math.floor(next() * 30) : proposal;
    const outcome = passes && next() < 0.6 ? "won" : "lost";
    const version = (since: number, stage: string) => ({
      since,
      pipeline: undefined,
      stage,
      stageEntered: since,
      amount: undefined,
      closeDate: undefined,
      pushes: undefined,
    });
    const isOver = ended <= LAST;
    return {
      id: String(at),
      created,
      versions: [
        version(created, "Discovery"),
        ...(passes && proposal <= LAST ? [version(proposal, "Proposal")] : []),
      ],
      outcome: isOver ? outcome : undefined,
      ended: isOver ? ended : undefined,
      traits: {
        owner: at % 2 === 0 ? "Ada" : "Bo",
        segment: undefined,
        source: undefined,
        type: undefined,
        product: undefined,
      },
    };
  });
}
