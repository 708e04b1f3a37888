/** Milliseconds an action takes. */
export function timed<T>(action: () => T): { readonly ms: number; readonly result: T } {
  const start = performance.now();
  const result = action();
  return { ms: performance.now() - start, result };
}

/** Median milliseconds of so many runs, after one that is not counted. */
export function medianOf(runs: number, action: (run: number) => unknown): number {
  action(-1);
  return median(Array.from({ length: runs }, (_, run) => timed(() => action(run)).ms));
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  const [low = 0, high = 0] = [sorted[middle - 1], sorted[middle]];
  return sorted.length % 2 === 1 ? high : (low + high) / 2;
}

/** `8.4 ms`, `1.52 s`. */
export function duration(ms: number): string {
  if (ms >= 1000) return `${(ms / 1000).toFixed(ms >= 10_000 ? 1 : 2)} s`;
  return `${ms.toFixed(ms >= 100 ? 0 : ms >= 10 ? 1 : 2)} ms`;
}
