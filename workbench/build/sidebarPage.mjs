import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import * as esbuild from "esbuild";
import { functionViews } from "./functionViews.mjs";

const PACKAGES = ["papaparse", "read-excel-file", "fflate", "unzipper", "@xmldom"];
/** The one thing shared with the add-on: how a person's mistake is told. */
const SHARED = "src/core/inputError.ts";

/** The sidebar as one self-contained page: script, style and what it says of functions inlined, nothing fetched. */
export async function sidebarPage(root, declarations) {
  const result = await esbuild.build({
    absWorkingDir: root,
    entryPoints: ["sidebar/main.ts"],
    bundle: true,
    write: false,
    metafile: true,
    format: "iife",
    target: "es2019",
    platform: "browser",
    minify: true,
    charset: "utf8",
    legalComments: "none",
    logLevel: "silent",
    // HtmlService strips what looks like a comment inside template literals.
    supported: { "template-literal": false },
  });
  const script = result.outputFiles[0].text;
  const style = styles(join(root, "sidebar", "style"));
  const html = readFileSync(join(root, "sidebar", "index.html"), "utf8")
    .replace("/* style */", () => style)
    .replace('"function views"', () => functionViews(declarations))
    .replace("/* script */", () => escapeScript(script));
  return {
    html,
    problems: [...strays(Object.keys(result.metafile.inputs)), ...externalHosts(html)],
  };
}

/** The style sheets in the order of their names; no rule of one depends on coming after another's. */
function styles(folder) {
  if (!existsSync(folder)) return "";
  const files = readdirSync(folder).filter((name) => name.endsWith(".css"));
  return files
    .sort()
    .map((name) => readFileSync(join(folder, name), "utf8"))
    .join("\n");
}

/** Inside a script element neither its end, nor a comment's start, nor a scriptlet may stand. */
function escapeScript(script) {
  return script
    .replace(/<\/(script)/gi, "<\\/$1")
    .replaceAll("<!--", "<\\!--")
    .replaceAll("<?", "<\\x3f");
}

function strays(inputs) {
  const allowed = (input) =>
    input.startsWith("sidebar/") ||
    input === SHARED ||
    PACKAGES.some((name) => input.includes(`node_modules/${name}`));
  const found = inputs.filter((input) => !allowed(input));
  return found.length > 0
    ? [`The sidebar asks and never computes; these files must not be in it: ${found.join(", ")}.`]
    : [];
}

/** Anything the page would load from elsewhere. */
function externalHosts(html) {
  const found = html.match(/(?:src|href)\s*=\s*["']?(?:https?:)?\/\/[^"'\s>]+/gi) ?? [];
  const imports = html.match(/@import[^;]+|url\(\s*["']?https?:[^)]+\)/gi) ?? [];
  return [...found, ...imports].map(
    (text) => `Sidebar.html would load something from outside: ${text}.`,
  );
}
