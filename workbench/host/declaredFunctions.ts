import type { CustomFunctions } from "./formulas.ts";

type Declared = CustomFunctions["declared"];

const COMMENTED = /\/\*\*((?:[^*]|\*(?!\/))*)\*\/\s*function\s+([A-Za-z_$][\w$]*)\s*\(([^)]*)\)/g;

/** The custom functions of a script: top-level functions under a comment with `@customfunction`, as Sheets finds them. */
export function declaredFunctions(source: string): Declared {
  const found: Declared[number][] = [];
  for (const [, comment = "", name = "", params = ""] of source.matchAll(COMMENTED)) {
    if (!/@customfunction\b/.test(comment) || name.endsWith("_")) continue;
    const lines = comment.split("\n").map((line) => line.replace(/^\s*\*?\s?/, "").trimEnd());
    const firstTag = lines.findIndex((line) => line.startsWith("@"));
    const about = lines
      .slice(0, firstTag < 0 ? undefined : firstTag)
      .join(" ")
      .trim();
    const help = new Map(
      lines.flatMap((line) => {
        const match = /^@param\s+(?:\{[^}]*\}\s+)?\[?(\w+)[^\s]*\s*(.*)$/.exec(line);
        return match ? [[match[1] ?? "", match[2] ?? ""] as const] : [];
      }),
    );
    found.push({
      name: name.toUpperCase(),
      about,
      params: params
        .split(",")
        .map((param) => param.trim())
        .filter((param) => param !== "")
        // Sheets passes whatever it is given; only the function knows what it needs.
        .map((param) => ({ name: param, about: help.get(param) ?? "", optional: true })),
    });
  }
  return found;
}
