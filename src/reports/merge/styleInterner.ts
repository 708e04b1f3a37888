import type { PlanStyle } from "../layout/sheetPlan.ts";

/** Adds styles to a plan's list without repeating any. `intern` changes the plain style, `change` one of the list. */
export function styleInterner(given: readonly PlanStyle[]): {
  styles: PlanStyle[];
  intern: (change: Partial<PlanStyle>) => number;
  change: (style: number, change: Partial<PlanStyle>) => number;
} {
  const styles = [...given];
  const keyOf = (style: PlanStyle) =>
    [
      style.background,
      style.colour,
      style.bold,
      style.size,
      style.pattern,
      style.align,
      style.wrap,
    ].join("|");
  const known = new Map(styles.map((style, index) => [keyOf(style), index]));
  const change = (style: number, changes: Partial<PlanStyle>): number => {
    const from = styles[style] ?? styles[0];
    if (!from) return 0;
    const given = Object.fromEntries(
      Object.entries(changes).filter(([, value]) => value !== undefined),
    );
    const whole: PlanStyle = { ...from, ...given };
    const key = keyOf(whole);
    const found = known.get(key);
    if (found !== undefined) return found;
    known.set(key, styles.length);
    return styles.push(whole) - 1;
  };
  return { styles, change, intern: (changes) => change(0, changes) };
}
