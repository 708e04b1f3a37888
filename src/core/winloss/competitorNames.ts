import { plainText } from "../deals/stageIndex.ts";

/** What follows a comma and is no company of its own. */
const LEGAL_FORM = /^(inc|llc|ltd|plc|corp|co|gmbh|ag|sa|srl|bv|pty|limited|incorporated)\.?$/i;
const NOBODY = /^(none|no competitors?|n\/?a|unknown|-)$/i;

/** The competitors a cell names, each once: separated by semicolons, commas, bars or line breaks. */
export function competitorNames(text: string | undefined): string[] {
  const names: string[] = [];
  for (const part of (text ?? "").split(/[;|\n]/)) {
    const first = names.length;
    for (const piece of part.split(",").map((one) => one.trim())) {
      if (names.length > first && LEGAL_FORM.test(piece)) {
        names[names.length - 1] = `${names[names.length - 1]}, ${piece}`;
      } else if (piece !== "" && !NOBODY.test(piece)) {
        names.push(piece);
      }
    }
  }
  return [...new Map(names.map((name) => [plainText(name), name])).values()];
}
