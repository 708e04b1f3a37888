export type Observation = { readonly at: number; readonly value: number };

/** Neighbours that share a value: from where to where they lie, their mean value and how many they are. */
export type IsotonicStep = {
  readonly from: number;
  readonly to: number;
  readonly value: number;
  readonly count: number;
};

/** The steps that rise and lie nearest to the values in squares, by pooling neighbours that fall (PAVA). */
export function isotonicSteps(observations: readonly Observation[]): IsotonicStep[] {
  const sorted = [...observations].sort((a, b) => a.at - b.at);
  const steps: IsotonicStep[] = [];
  for (const { at, value } of sorted) {
    let step: IsotonicStep = { from: at, to: at, value, count: 1 };
    // What stands at one place has one value.
    for (let last = steps[steps.length - 1]; last; last = steps[steps.length - 1]) {
      if (last.to !== step.from && last.value < step.value) break;
      step = joined(last, step);
      steps.pop();
    }
    steps.push(step);
  }
  return steps;
}

function joined(one: IsotonicStep, next: IsotonicStep): IsotonicStep {
  const count = one.count + next.count;
  const value = one.value + ((next.value - one.value) * next.count) / count;
  return { from: one.from, to: next.to, value, count };
}
