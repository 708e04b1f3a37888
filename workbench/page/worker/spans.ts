/** Runs of neighbouring numbers, the last run first, so that taking one away moves none that is still to go. */
export function newestFirst(elements: readonly number[]): { at: number; count: number }[] {
  const spans: { at: number; count: number }[] = [];
  for (const element of [...new Set(elements)].sort((a, b) => a - b)) {
    const last = spans.at(-1);
    if (last && last.at + last.count === element) last.count += 1;
    else spans.push({ at: element, count: 1 });
  }
  return spans.reverse();
}
