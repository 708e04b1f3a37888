/** Neighbouring columns of one width. */
type WidthRun = { readonly start: number; count: number; readonly width: number };

/** Calls that the widths of a sheet may cost. */
const MOST_RUNS = 3;

function grouped(widths: readonly number[]): readonly WidthRun[] {
  const found: WidthRun[] = [];
  for (const [start, width] of widths.entries()) {
    const last = found[found.length - 1];
    if (last?.width === width) last.count++;
    else found.push({ start, count: 1, width });
  }
  return found;
}

/** Columns by width in at most three runs: where there would be more, some columns are wider than they need be. */
export function widthRuns(widths: readonly number[]): readonly WidthRun[] {
  const wider = [...widths];
  for (;;) {
    const runs = grouped(wider);
    if (runs.length <= MOST_RUNS) return runs;
    // The narrow run that takes the fewest pixels to become as wide as a neighbour.
    const steps = runs.flatMap((run, at) =>
      [runs[at - 1], runs[at + 1]].flatMap((next) =>
        next && next.width > run.width
          ? [{ run, width: next.width, cost: (next.width - run.width) * run.count }]
          : [],
      ),
    );
    const best = steps.reduce((least, step) => (step.cost < least.cost ? step : least));
    wider.fill(best.width, best.run.start, best.run.start + best.run.count);
  }
}
