/** Neighbouring columns of one width. */
type WidthRun = { readonly start: number; count: number; readonly width: number };

/** Calls that the widths of a sheet may cost. */
const MOST_CALLS = 3;

function grouped(widths: readonly number[]): readonly WidthRun[] {
  const found: WidthRun[] = [];
  for (const [start, width] of widths.entries()) {
    const last = found[found.length - 1];
    if (last?.width === width) last.count++;
    else found.push({ start, count: 1, width });
  }
  return found;
}

/**
 * Columns by width in as few runs as calls are left for them, those not counted that have their width already: where
 * there would be more, some columns are wider than they need be.
 */
export function widthRuns(
  widths: readonly number[],
  most = MOST_CALLS,
  isSet: (run: WidthRun) => boolean = () => false,
): readonly WidthRun[] {
  const wider = [...widths];
  for (;;) {
    const all = grouped(wider);
    const runs = all.filter((run) => !isSet(run));
    if (runs.length <= most) return runs;
    // The narrow run that takes the fewest pixels to become as wide as a neighbour; at either end, what is set may stay.
    const isEnd = (at: number) => at === 0 || at === all.length - 1;
    const steps = all.flatMap((run, at) =>
      [all[at - 1], all[at + 1]].flatMap((next) =>
        next && next.width > run.width && !(isEnd(at) && isSet(run))
          ? [{ run, width: next.width, cost: (next.width - run.width) * run.count }]
          : [],
      ),
    );
    const best = steps.reduce((least, step) => (step.cost < least.cost ? step : least));
    wider.fill(best.width, best.run.start, best.run.start + best.run.count);
  }
}
