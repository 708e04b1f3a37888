/** What can be wrong with data, after the usual six dimensions. */
export type Dimension =
  | "accuracy"
  | "completeness"
  | "consistency"
  | "timeliness"
  | "validity"
  | "uniqueness";

type DimensionFacts = {
  readonly id: Dimension;
  readonly label: string;
  /** Share of sound values from which the dimension is good. */
  readonly target: number;
  readonly about: string;
};

export const dimensions: readonly DimensionFacts[] = [
  {
    id: "accuracy",
    label: "Accuracy",
    target: 0.9,
    about: "Agrees with other sheets and with the calendar",
  },
  { id: "completeness", label: "Completeness", target: 0.95, about: "Fields needed are filled" },
  {
    id: "consistency",
    label: "Consistency",
    target: 0.85,
    about: "No contradictions, no loose ends",
  },
  { id: "timeliness", label: "Timeliness", target: 0.8, about: "Kept up to date" },
  { id: "validity", label: "Validity", target: 0.95, about: "Values have the form they must have" },
  { id: "uniqueness", label: "Uniqueness", target: 0.95, about: "Nothing stands twice" },
];

/** Score from which data is good as a whole. */
export const QUALITY_TARGET = 0.9;

/** What one dimension adds to the score. */
type QualityPart = {
  readonly score: number;
  /** Its share of all weights; the shares add up to 1. */
  readonly weight: number;
  /** Score times weight; the points add up to the score. */
  readonly points: number;
};

/**
 * The weighted mean of scores. One that is not known is left out and the others' weights grow by the same factor;
 * undefined when none is known or all weights of known ones are 0.
 */
export function dataQuality(
  scores: readonly (number | undefined)[],
  weights?: readonly (number | undefined)[],
): { readonly score: number; readonly parts: readonly (QualityPart | undefined)[] } | undefined {
  const weightOf = (at: number) => (weights === undefined ? 1 : (weights[at] ?? 0));
  let sum = 0;
  for (const [at, score] of scores.entries()) if (score !== undefined) sum += weightOf(at);
  if (sum <= 0) return undefined;
  const parts = scores.map((score, at) => {
    if (score === undefined) return undefined;
    const weight = weightOf(at) / sum;
    return { score, weight, points: score * weight };
  });
  return { score: parts.reduce((total, part) => total + (part?.points ?? 0), 0), parts };
}
