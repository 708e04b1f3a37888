import { execFileSync } from "node:child_process";

/** The tests of the shipped bundle need it built from the sources at hand. */
export function setup(): void {
  try {
    execFileSync(process.execPath, ["build.mjs", "--if-stale", "--quiet"], { stdio: "inherit" });
  } catch (error) {
    if (process.env.REVOPS_UNBUILT !== "1") throw error;
  }
}
