import type { Stage } from "./stage.ts";

/** What the Stages sheet says beside a probability that nobody gave: it holds as long as the probability is this one. */
export const assumedBasis = (probability: number): string =>
  `Assumed ${Number((probability * 100).toPrecision(12))} %, usual for this place`;

/** True for a stage whose probability is our assumption; once somebody gives it another it is theirs. */
export const isAssumed = ({ probability, basis }: Stage): boolean =>
  probability !== undefined && basis === assumedBasis(probability);

/** The probability that the CRM or a person gave a stage: what deals can be held against. */
export const toldProbability = (stage: Stage | undefined): number | undefined =>
  stage === undefined || isAssumed(stage) ? undefined : stage.probability;
