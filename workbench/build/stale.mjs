import { existsSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";

const SOURCES = [
  "src",
  "sidebar",
  "workbench/build",
  "build.mjs",
  "appsscript.json",
  "package-lock.json",
];

/** True when something that dist is made of is newer than dist. */
export function isStale(root) {
  const built = join(root, "dist", "Code.js");
  if (!existsSync(built)) return true;
  const builtAt = statSync(built).mtimeMs;
  return SOURCES.some((source) => newest(join(root, source)) > builtAt);
}

function newest(path) {
  if (!existsSync(path)) return 0;
  const stat = statSync(path);
  if (!stat.isDirectory()) return stat.mtimeMs;
  // A directory's own time tells of files that were removed.
  const inside = readdirSync(path).filter(
    (name) => name !== ".types" && !name.endsWith(".tsbuildinfo"),
  );
  return Math.max(0, ...inside.map((name) => newest(join(path, name))));
}
