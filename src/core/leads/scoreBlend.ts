import type { ScoringSettings } from "./scoring.ts";

export type BlendSettings = Pick<
  ScoringSettings,
  "fitWeight" | "engagementWeight" | "fitMax" | "engagementMax"
>;

/** The parts add up to the score, in this order. */
type ScoreParts = {
  readonly fit: number;
  readonly engagement: number;
  readonly negative: number;
  /** What keeping the score between 0 and 100 adds or takes off. */
  readonly clamp: number;
};

export type ScoreBlend = ScoreParts & { readonly score: number };

/** Nine decimals, so that parts such as 17.1 and 10.4 make 27.5 and not 27.500000000000004. */
const tidy = (points: number) => Math.round(points * 1e9) / 1e9;

const share = (points: number, max: number) =>
  max > 0 ? Math.max(0, Math.min(1, points / max)) : 0;

/**
 * Lead score 0-100: fit weight x 100 x min(1, fit points / fit max) + engagement weight x 100 x min(1, engagement
 * points / engagement max) + negative points, kept between 0 and 100. Own formula: the sources give weights and
 * points, but no rule that joins them.
 */
export function scoreBlend(
  fit: number,
  engagement: number,
  negative: number,
  settings: BlendSettings,
): ScoreBlend {
  const fitPart = tidy(settings.fitWeight * 100 * share(fit, settings.fitMax));
  const engagementPart = tidy(
    settings.engagementWeight * 100 * share(engagement, settings.engagementMax),
  );
  const negativePart = tidy(negative);
  const total = tidy(fitPart + engagementPart + negativePart);
  const score = Math.min(100, Math.max(0, total));
  const clamp = tidy(score - total);
  return { fit: fitPart, engagement: engagementPart, negative: negativePart, clamp, score };
}
