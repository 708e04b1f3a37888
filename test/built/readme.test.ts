import { execFileSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { describe, expect, it } from "vitest";

const project = resolve(import.meta.dirname, "../..");
const pages = [
  "README.md",
  "CHANGELOG.md",
  ...readdirSync(join(project, "docs")).flatMap((name) =>
    name.endsWith(".md") ? `docs/${name}` : [],
  ),
];
const text = (page: string) => readFileSync(join(project, page), "utf8");

describe("the README", () => {
  it.each(pages)("%s links to files that are there", (page) => {
    const links = [...text(page).matchAll(/\]\(([^)#:]+)\)/g)].map(([, link = ""]) => link);
    const missing = links.filter((link) => !existsSync(join(project, page, "..", link)));
    expect(missing).toEqual([]);
  });

  it("shows what the command line really prints", () => {
    const [, shown = "", output = ""] =
      text("README.md").match(/\$ npm run -s revops -- (eval '[^\n]*)\n([\s\S]*?)\n\n/) ?? [];
    const command = `"${process.execPath}" --import tsx workbench/cli.ts ${shown}`;
    const printed = execFileSync("sh", ["-c", command], { cwd: project, encoding: "utf8" });
    expect(printed.trimEnd()).toBe(output);
    expect(output.split("\n").length).toBeGreaterThan(2);
  });

  it.each(pages)("%s names folders and files of the project that are there", (page) => {
    const named = [...text(page).matchAll(/`((?:src|sidebar|workbench|test|docs)\/[\w./-]+)`/g)];
    const missing = named.flatMap(([, path = ""]) =>
      existsSync(join(project, path)) ? [] : [path],
    );
    expect(missing).toEqual([]);
  });

  it("names scripts that package.json has", () => {
    const { scripts } = JSON.parse(text("package.json"));
    const named = [...text("README.md").matchAll(/npm run (?:-s )?(\w+)/g)].map(([, name]) => name);
    expect(named.length).toBeGreaterThan(4);
    expect(named.filter((name) => !((name as string) in scripts))).toEqual([]);
  });
});
