import { plainText } from "../deals/stageIndex.ts";

export type Mention = {
  readonly name: string;
  readonly deals: readonly string[];
  /** What the deals that mention it were worth; undefined when no worth is known. */
  readonly value: number | undefined;
};

export type Mentioning = {
  readonly opportunityId: string;
  /** Things mentioned, separated by semicolons, commas or line breaks. */
  readonly text: string | undefined;
  readonly value: number | undefined;
};

/**
 * What was mentioned, the most valuable first. A deal counts once for each thing, with its whole value; wordings that
 * differ in case and punctuation alone are one thing.
 */
export function mentions(rows: readonly Mentioning[]): Mention[] {
  const found = new Map<string, { name: string; deals: Map<string, number | undefined> }>();
  for (const { opportunityId, text, value } of rows) {
    for (const piece of (text ?? "").split(/[;,\n]/)) {
      const name = piece.trim();
      if (name === "") continue;
      const key = plainText(name);
      const one = found.get(key) ?? { name, deals: new Map<string, number | undefined>() };
      found.set(key, one);
      one.deals.set(opportunityId, one.deals.get(opportunityId) ?? value);
    }
  }
  return [...found.values()]
    .map(({ name, deals }): Mention => {
      const values = [...deals.values()].filter((value) => value !== undefined);
      return {
        name,
        deals: [...deals.keys()],
        value: values.length > 0 ? values.reduce((sum, value) => sum + value, 0) : undefined,
      };
    })
    .sort(
      (a, b) =>
        (b.value ?? 0) - (a.value ?? 0) ||
        b.deals.length - a.deals.length ||
        (a.name < b.name ? -1 : 1),
    );
}
