const NOT_SAME = new Set(["notsame", "different", "no", "n", "false", "nichtgleich", "nein"]);
const SAME = new Set(["same", "yes", "y", "true", "duplicate", "merge", "gleich", "ja"]);

/** What a person wrote about a pair: true for the same, false for not the same, undefined for neither. */
export function decisionOf(text: string | undefined): boolean | undefined {
  const word = (text ?? "").toLowerCase().replace(/[^a-z]/g, "");
  if (NOT_SAME.has(word)) return false;
  return SAME.has(word) ? true : undefined;
}
