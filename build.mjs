// Builds dist/: exactly what `clasp push` sends. `--if-stale` does nothing when dist is newer than its sources.
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import vm from "node:vm";
import * as esbuild from "esbuild";
import { checkGlobalsAndSyntax } from "./workbench/build/checkSyntax.mjs";
import { localGlobals } from "./workbench/build/localGlobals.mjs";
import { sidebarPage } from "./workbench/build/sidebarPage.mjs";
import { isStale } from "./workbench/build/stale.mjs";
import { checkDeclarations, stubs } from "./workbench/build/stubs.mjs";
import { usedStatistics } from "./workbench/build/usedStatistics.mjs";
import { withoutHelpPlugin } from "./workbench/build/withoutHelpPlugin.mjs";

/** What the script may weigh: it is parsed again on every formula. Each new subject adds some 10-20 KB, a branch of one some 3, headings in further languages some 10. */
export const BUDGET_BYTES = 1396 * 1024;
const SHIPPED_PACKAGES = ["zod", "simple-statistics"];
const SERVICES = [
  "SpreadsheetApp",
  "PropertiesService",
  "CacheService",
  "LockService",
  "HtmlService",
  "ScriptApp",
  "Session",
  "UrlFetchApp",
  "Utilities",
  "Logger",
  "DriveApp",
  "MailApp",
  "Charts",
  "google",
];

/** The build stops with one sentence that says what to change. */
export class BuildRefusal extends Error {
  name = "BuildRefusal";
}

/** Builds the add-on in `root` into `root/dist`; throws BuildRefusal when the result must not ship. */
export async function build(root, { budget = BUDGET_BYTES } = {}) {
  const declarations = await loadDeclarations(root);
  refuse(checkDeclarations(declarations));
  const readable = await bundle(root, false);
  refuse(strays(readable.inputs));
  refuse(checkGlobalsAndSyntax(readable.code));
  const code = localGlobals((await bundle(root, true)).code);
  const script = `${code}\n${stubs(entryPoints(code), declarations)}`;
  if (Buffer.byteLength(script) > budget) {
    throw new BuildRefusal(
      `Code.js is ${Math.ceil(Buffer.byteLength(script) / 1024)} KB, over its budget of ${Math.floor(budget / 1024)} KB.`,
    );
  }
  const page = await sidebarPage(root, declarations);
  refuse(page.problems);
  write(root, {
    "Code.js": script,
    "Sidebar.html": page.html,
    "appsscript.json": readFileSync(join(root, "appsscript.json"), "utf8"),
  });
  return {
    bytes: Buffer.byteLength(script),
    sidebarBytes: Buffer.byteLength(page.html),
    functions: declarations.length,
  };
}

function refuse(problems) {
  if (problems.length > 0) throw new BuildRefusal(problems.join("\n"));
}

async function bundle(root, minify) {
  const result = await esbuild
    .build({
      absWorkingDir: root,
      entryPoints: ["src/addon/main.ts"],
      bundle: true,
      write: false,
      metafile: true,
      format: "iife",
      globalName: "RevOps",
      target: "es2019",
      platform: "neutral",
      mainFields: ["module", "main"],
      charset: "utf8",
      legalComments: "none",
      minify,
      plugins: [withoutHelpPlugin, usedStatistics],
      logLevel: "silent",
    })
    .catch(explain);
  return { code: result.outputFiles[0].text, inputs: Object.keys(result.metafile.inputs) };
}

function explain(error) {
  const first = error.errors?.[0];
  const place = first?.location ? `${first.location.file}:${first.location.line}: ` : "";
  throw new BuildRefusal(first ? `${place}${first.text}` : String(error));
}

async function loadDeclarations(root) {
  const result = await esbuild
    .build({
      absWorkingDir: root,
      entryPoints: ["src/functions/catalog.ts"],
      bundle: true,
      write: false,
      format: "esm",
      platform: "node",
      logLevel: "silent",
    })
    .catch(explain);
  const source = Buffer.from(result.outputFiles[0].contents).toString("base64");
  return (await import(`data:text/javascript;base64,${source}`)).functions;
}

function strays(inputs) {
  const allowed = (input) =>
    input.startsWith("src/") ||
    SHIPPED_PACKAGES.some((name) => input.includes(`node_modules/${name}/`));
  const found = inputs.filter((input) => !allowed(input));
  return found.length > 0
    ? [
        `These files must not ship: ${found.join(", ")}. The script is made of src/ and ${SHIPPED_PACKAGES.join(", ")} alone.`,
      ]
    : [];
}

/** Loads the script as Apps Script would and returns what it exports; touching a service on the way is refused. */
function entryPoints(code) {
  const context = vm.createContext({});
  for (const service of SERVICES) {
    const touched = () => {
      throw new BuildRefusal(
        `The script uses ${service} while it loads; before the user authorises it, that breaks the menu. Move the call into a function.`,
      );
    };
    const trap = new Proxy(() => {}, {
      get: touched,
      apply: touched,
      construct: touched,
      has: touched,
    });
    Object.defineProperty(context, service, { value: trap });
  }
  vm.runInContext(code, context, { filename: "Code.js" });
  const found = functionsIn(context.RevOps, "RevOps").filter(
    ({ name }) => name !== "customFunction",
  );
  const twice = found.find(({ name }, i) => found.findIndex((other) => other.name === name) < i);
  if (twice)
    throw new BuildRefusal(`Two functions that Apps Script may call are named ${twice.name}.`);
  return found;
}

/** The functions of a record and of the records in it, each with the path that reaches it. */
function functionsIn(record, path) {
  return Object.entries(record).flatMap(([name, value]) => {
    if (typeof value === "function") return [{ name, path: `${path}.${name}` }];
    return typeof value === "object" ? functionsIn(value ?? {}, `${path}.${name}`) : [];
  });
}

function write(root, files) {
  const dist = join(root, "dist");
  rmSync(dist, { recursive: true, force: true });
  mkdirSync(dist, { recursive: true });
  for (const [name, text] of Object.entries(files)) writeFileSync(join(dist, name), text);
}

if (process.argv[1] && import.meta.url === pathToFileURL(resolve(process.argv[1])).href) {
  const root = process.cwd();
  try {
    if (!process.argv.includes("--if-stale") || isStale(root)) {
      const { bytes, sidebarBytes, functions } = await build(root);
      if (!process.argv.includes("--quiet") && !process.argv.includes("--if-stale")) {
        console.log(
          `dist/: Code.js ${Math.round(bytes / 1024)} KB with ${functions} custom functions, Sidebar.html ${Math.round(sidebarBytes / 1024)} KB, appsscript.json`,
        );
      }
    }
  } catch (error) {
    if (!(error instanceof BuildRefusal)) throw error;
    console.error(`Build refused. ${error.message}`);
    process.exitCode = 1;
  }
}
