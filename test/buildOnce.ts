import { execFileSync } from "node:child_process";

/** The tests of the shipped bundle need it built from the sources at hand. */
export function setup(): void {
  execFileSync(process.execPath, ["build.mjs", "--if-stale", "--quiet"], { stdio: "inherit" });
}
