/** A subject passed from one state to another at an age; several subjects may do so at the same one. */
export type Move = {
  readonly age: number;
  readonly from: number;
  readonly to: number;
  readonly count: number;
};

/** Subjects that are seen in a state from just after one age up to another. */
export type Stay = { readonly state: number; readonly from: number; readonly to: number };

export type AgeStep = {
  readonly age: number;
  readonly moves: readonly {
    readonly from: number;
    readonly to: number;
    readonly hazard: number;
  }[];
};

/** At each age with a move, the share of those at risk in a state that made it (Aalen and Johansen 1978). Stays may begin late. */
export function ageSteps(moves: readonly Move[], stays: readonly Stay[]): AgeStep[] {
  const counts = new Map<number, Map<string, Move & { count: number }>>();
  for (const { age, from, to, count } of moves) {
    const at = counts.get(age) ?? new Map<string, Move & { count: number }>();
    counts.set(age, at);
    const key = `${from}>${to}`;
    const known = at.get(key);
    at.set(key, { age, from, to, count: (known?.count ?? 0) + count });
  }
  const risk = atRisk(stays);
  return [...counts]
    .sort(([one], [other]) => one - other)
    .map(([age, at]) => ({
      age,
      moves: [...at.values()].map(({ from, to, count }) => ({
        from,
        to,
        hazard: Math.min(1, count / Math.max(count, risk(from, age))),
      })),
    }));
}

/** How many subjects are at risk in a state just before an age: in it from before that age, and seen up to it. */
export function atRisk(stays: readonly Stay[]): (state: number, age: number) => number {
  const [starts, ends] = [new Map<number, number[]>(), new Map<number, number[]>()];
  for (const { state, from, to } of stays) {
    if (to <= from) continue;
    push(starts, state, from);
    push(ends, state, to);
  }
  for (const list of [...starts.values(), ...ends.values()]) list.sort((a, b) => a - b);
  return (state, age) => below(starts.get(state), age) - below(ends.get(state), age);
}

function push(lists: Map<number, number[]>, state: number, value: number): void {
  const list = lists.get(state);
  if (list) list.push(value);
  else lists.set(state, [value]);
}

/** How many of the sorted values lie below a limit. */
function below(values: readonly number[] = [], limit: number): number {
  let [low, high] = [0, values.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((values[middle] ?? 0) < limit) low = middle + 1;
    else high = middle;
  }
  return low;
}

/**
 * The chance of having reached the target by the end of an age, for a subject in each state after another age: the
 * Aalen-Johansen estimator, worked out from the end backwards.
 */
export function chanceToReach(
  steps: readonly AgeStep[],
  states: number,
  target: number,
  after: number,
  until: number,
): number[] {
  let chances = new Array<number>(states).fill(0);
  chances[target] = 1;
  for (let at = steps.length - 1; at >= 0; at--) {
    const step = steps[at];
    if (!step || step.age > until) continue;
    if (step.age <= after) break;
    const later = chances;
    chances = [...later];
    for (const { from, to, hazard } of step.moves) {
      const change = hazard * ((later[to] ?? 0) - (later[from] ?? 0));
      chances[from] = (chances[from] ?? 0) + change;
    }
  }
  return chances;
}
