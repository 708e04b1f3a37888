import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { describe, expect, it } from "vitest";

const project = resolve(import.meta.dirname, "../..");

function filesUnder(folder: string): string[] {
  return readdirSync(join(project, folder), { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".ts") && !name.includes(".types"))
    .map((name) => `${folder}/${name.replaceAll("\\", "/")}`);
}

/** Files that only declare types have nothing to run. */
const hasCode = (file: string) =>
  /^export (?:async )?(?:function|const)/m.test(readFileSync(join(project, file), "utf8"));

describe("the tree", () => {
  it("has a test of the same path for every core file that does something", () => {
    const missing = filesUnder("src/core")
      .filter(hasCode)
      .filter(
        (file) =>
          !existsSync(join(project, file.replace("src/", "test/").replace(/\.ts$/, ".test.ts"))),
      );
    expect(missing).toEqual([]);
  });

  it("has no file over 250 lines in what ships and in the workbench", () => {
    const long = ["src", "sidebar", "workbench"]
      .flatMap(filesUnder)
      .filter((file) => readFileSync(join(project, file), "utf8").split("\n").length > 251);
    expect(long).toEqual([]);
  });

  it("has the top level that is agreed, and nothing else", () => {
    const visible = readdirSync(project).filter(
      (name) =>
        !name.startsWith(".") && !["node_modules", "dist", "out", "coverage"].includes(name),
    );
    expect(visible.sort()).toEqual(
      [
        "CHANGELOG.md",
        "LICENSE",
        "README.md",
        "appsscript.json",
        "build.mjs",
        "docs",
        "package-lock.json",
        "package.json",
        "sidebar",
        "src",
        "test",
        "tsconfig.json",
        "vitest.config.ts",
        "workbench",
      ].sort(),
    );
  });
});
