import type { FunctionView } from "../../../src/addon/functions/functionTypes.ts";

/** Words that say nothing about what is looked for. */
const EMPTY = new Set(
  "a an the of is are do does did i we my our to for in on at by with and or how what which who when why much many need should can it its me that this be get".split(
    " ",
  ),
);

/** What people say, and how the functions call it. */
const SAME: Readonly<Record<string, readonly string[]>> = {
  accuracy: ["error", "mape", "bias"],
  accurate: ["error", "mape", "bias"],
  stuck: ["stale"],
  old: ["age", "stale"],
  behind: ["pace", "status"],
  ahead: ["pace"],
  target: ["quota"],
  enough: ["coverage"],
  fast: ["velocity"],
  speed: ["velocity"],
  hot: ["mql", "score"],
  qualified: ["mql"],
  danger: ["risk"],
  chance: ["win", "probability"],
  closing: ["win"],
  quarter: ["period"],
};

const wordsOf = (text: string) =>
  text
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== "");

/** Forms of a word: `deals` finds `deal`. */
const stem = (word: string) => (word.length > 3 ? word.replace(/(ies|es|s|ing|ed)$/, "") : word);

function weight(view: FunctionView, wanted: string): number {
  const has = (text: string) => wordsOf(text).some((word) => word.startsWith(wanted));
  if (has(view.name)) return 6;
  if (has(view.about)) return 3;
  if (has(view.family) || has(view.returns)) return 2;
  return view.params.some(({ name, about }) => has(name) || has(about)) ? 1 : 0;
}

/** The functions that a name, a word or a question is about, the best first; all of them for blank. */
export function searchFunctions(
  functions: readonly FunctionView[],
  query: string,
): readonly FunctionView[] {
  const words = wordsOf(query).filter((word) => !EMPTY.has(word));
  if (words.length === 0) return query.trim() === "" ? functions : [];
  const name = query.trim().toUpperCase();
  const scored = functions.map((view) => {
    // The whole name leads, whatever the words in it mean elsewhere.
    let score = view.name === name ? 1 : 0;
    for (const word of words) {
      const forms = [stem(word), ...(SAME[word] ?? [])];
      score += Math.max(...forms.map((form) => weight(view, form)));
    }
    return { view, score };
  });
  const best = Math.max(...scored.map(({ score }) => score));
  return scored
    .filter(({ score }) => score > 0 && score * 3 >= best)
    .sort((one, other) => other.score - one.score)
    .map(({ view }) => view);
}
