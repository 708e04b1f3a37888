/** How long something was seen to last, and whether it ended then; what has not ended yet is censored. */
export type Span = { readonly days: number; readonly isOver: boolean };

export type SurvivalStep = {
  readonly days: number;
  /** The share that lasts longer than that. */
  readonly survival: number;
  readonly atRisk: number;
  readonly ended: number;
};

/** The product-limit estimate (Kaplan and Meier 1958): one step for each length at which something ended. */
export function kaplanMeier(spans: readonly Span[]): SurvivalStep[] {
  const inOrder = [...spans].sort((a, b) => a.days - b.days);
  const steps: SurvivalStep[] = [];
  let survival = 1;
  for (let start = 0; start < inOrder.length; ) {
    const { days } = inOrder[start] as Span;
    const atRisk = inOrder.length - start;
    let [end, ended] = [start, 0];
    for (; inOrder[end]?.days === days; end += 1) if (inOrder[end]?.isOver) ended += 1;
    if (ended > 0) {
      survival *= 1 - ended / atRisk;
      steps.push({ days, survival, atRisk, ended });
    }
    start = end;
  }
  return steps;
}

/** The length that a share has ended by; undefined where the data does not reach so far. */
export function survivalQuantile(
  steps: readonly SurvivalStep[],
  share: number,
): number | undefined {
  // Products of fractions miss a round share by a few bits.
  return steps.find(({ survival }) => survival <= 1 - share + 1e-12)?.days;
}

/** The mean length when everything is taken to end by the limit: the area under the curve up to it. */
export function restrictedMean(steps: readonly SurvivalStep[], limit: number): number {
  let [area, from, survival] = [0, 0, 1];
  for (const step of steps) {
    if (step.days >= limit) break;
    area += survival * (step.days - from);
    [from, survival] = [step.days, step.survival];
  }
  return area + survival * (limit - from);
}
