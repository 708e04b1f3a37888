import { execFileSync, spawnSync } from "node:child_process";
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { afterAll, describe, expect, it } from "vitest";

const project = resolve(import.meta.dirname, "../..");
const folders: string[] = [];

const declaration = (over: Record<string, unknown> = {}) => ({
  name: "DOUBLE_IT",
  about: "Twice a number.",
  params: [{ name: "value", kind: "number", about: "Any number." }],
  returns: "A number.",
  example: { formula: "=DOUBLE_IT(2)", result: 4 },
  ...over,
});

/** The smallest add-on that builds, with some files replaced. */
function addOn(files: Record<string, string> = {}, functions: unknown[] = [declaration()]): string {
  const root = mkdtempSync(join(tmpdir(), "addon-"));
  folders.push(root);
  const all: Record<string, string> = {
    "appsscript.json": "{}",
    "src/addon/main.ts":
      "export function onOpen() {}\nexport function customFunction(name: string) { return name; }\n",
    "src/functions/catalog.ts": `export const functions = ${JSON.stringify(functions)};\n`,
    "sidebar/main.ts": "document.title = `a ` + String(1 + 1);\n",
    "sidebar/index.html": "<!DOCTYPE html><style>/* style */</style><script>/* script */</script>",
    ...files,
  };
  for (const [name, text] of Object.entries(all)) {
    mkdirSync(dirname(join(root, name)), { recursive: true });
    writeFileSync(join(root, name), text);
  }
  symlinkSync(join(project, "node_modules"), join(root, "node_modules"));
  return root;
}

function refusal(root: string): string {
  const { status, stderr } = spawnSync(process.execPath, [join(project, "build.mjs")], {
    cwd: root,
    encoding: "utf8",
  });
  expect(stderr).toContain("Build refused.");
  expect(status).toBe(1);
  expect(() => readdirSync(join(root, "dist"))).toThrow();
  return stderr;
}

const main = (line: string) => ({
  "src/addon/main.ts": `${line}\nexport function customFunction(name: string) { return name; }\n`,
});

afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

describe("build", () => {
  it("writes exactly the script, the page and the manifest", () => {
    const root = addOn();
    execFileSync(process.execPath, [join(project, "build.mjs")], { cwd: root });
    expect(readdirSync(join(root, "dist")).sort()).toEqual([
      "Code.js",
      "Sidebar.html",
      "appsscript.json",
    ]);
    const code = readFileSync(join(root, "dist/Code.js"), "utf8");
    expect(code).toContain("@customfunction\n */\nfunction DOUBLE_IT(value) {");
    expect(code).toContain("function onOpen() {");
    expect(readFileSync(join(root, "dist/Sidebar.html"), "utf8")).not.toContain("`");
  });

  it("escapes what would end the script element of the page", () => {
    const root = addOn({ "sidebar/main.ts": 'document.title = "</script><!-- <? x";' });
    execFileSync(process.execPath, [join(project, "build.mjs")], { cwd: root });
    const page = readFileSync(join(root, "dist/Sidebar.html"), "utf8");
    expect(page.match(/<\/script/g)).toHaveLength(1);
    expect(page).not.toMatch(/<!--|<\?/);
  });
});

describe("build refuses", () => {
  it.each([
    ["a function without parameters", declaration({ params: [] }), "has no parameters"],
    ["a function without help text", declaration({ about: "" }), "has no text for its help"],
    [
      "a parameter without a text",
      declaration({ params: [{ name: "value", kind: "number", about: "" }] }),
      'parameter "value" needs a plain name and a text',
    ],
    [
      "a name that Sheets has",
      declaration({ name: "FORECAST" }),
      "FORECAST: Sheets has a function of this name already",
    ],
    [
      "a name ending in an underscore",
      declaration({ name: "DOUBLE_" }),
      "hides functions whose name ends in an underscore",
    ],
    ["a name that reads as a cell", declaration({ name: "WIN1" }), "reads as a cell reference"],
  ])("%s", (_what, bad, sentence) => {
    expect(refusal(addOn({}, [bad]))).toContain(sentence);
  });

  it.each([
    [
      "a global that Apps Script lacks",
      "export const page = () => new URL('https://example.com').host;",
      'src/addon/main.ts: uses "URL", which Apps Script does not have',
    ],
    ["a timer", "export const later = (f: () => void) => setTimeout(f, 1);", 'uses "setTimeout"'],
    [
      "syntax that cannot be lowered",
      "export const answer = await Promise.resolve(1);",
      "src/addon/main.ts:1: Top-level await",
    ],
    [
      "a service call at load",
      "const file = SpreadsheetApp.getActive();\nexport const onOpen = () => file;",
      "uses SpreadsheetApp while it loads",
    ],
    [
      "two functions of one name",
      "export const menu = { onOpen: () => 1 };\nexport const onOpen = () => 2;",
      "Two functions that Apps Script may call are named onOpen.",
    ],
    [
      "a package that must not ship",
      'import { strToU8 } from "fflate";\nexport const onOpen = () => strToU8("a");',
      "node_modules/fflate/esm/browser.js",
    ],
  ])("%s", (_what, line, sentence) => {
    expect(refusal(addOn(main(line)))).toContain(sentence);
  });

  it("a file from outside src", () => {
    const root = addOn({
      ...main('export { fake } from "../../test/fake.ts";'),
      "test/fake.ts": "export const fake = () => 1;",
    });
    expect(refusal(root)).toContain("These files must not ship: test/fake.ts");
  });

  it("a script over its budget", () => {
    const root = addOn(
      main(`export const words = () => ${JSON.stringify("x".repeat(2_000_000))};`),
    );
    expect(refusal(root)).toMatch(/Code\.js is \d+ KB, over its budget of \d+ KB/);
  });

  it("a sidebar that holds the add-on's own code", () => {
    const root = addOn({
      "sidebar/main.ts": 'import { onOpen } from "../src/addon/main.ts";\nonOpen();',
    });
    expect(refusal(root)).toContain(
      "The sidebar asks and never computes; these files must not be in it: src/addon/main.ts",
    );
  });

  it("a sidebar that loads from elsewhere", () => {
    const root = addOn({
      "sidebar/index.html": '<script src="https://cdn.example.com/x.js"></script>',
    });
    expect(refusal(root)).toContain("Sidebar.html would load something from outside");
  });
});
