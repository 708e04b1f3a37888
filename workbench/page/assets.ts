import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { build } from "esbuild";

const require = createRequire(import.meta.url);
const packageFile = (name: string, path: string): string => join(packageFolder(name), path);

function packageFolder(name: string): string {
  return join(dirname(require.resolve.paths(name)?.map((folder) => join(folder, name, "package.json")).find(exists) ?? name));
}

function exists(path: string): boolean {
  try {
    readFileSync(path);
    return true;
  } catch {
    return false;
  }
}

export type Asset = { readonly type: string; readonly body: string | Buffer };

const CSS = "text/css; charset=utf-8";
const SCRIPT = "text/javascript; charset=utf-8";

const FONTS = ["400-normal", "700-normal", "400-italic", "700-italic"].flatMap((face) =>
  ["latin", "latin-ext", "cyrillic", "greek"].map((script) => `arimo-${script}-${face}.woff2`),
);

/** Everything the page loads, by path; nothing comes from elsewhere. */
export async function pageAssets(): Promise<ReadonlyMap<string, Asset>> {
  const assets = new Map<string, Asset>();
  const file = (path: string, type: string, source: string): void => {
    assets.set(path, { type, body: readFileSync(source) });
  };
  const library = (name: string) => packageFile("@odoo/o-spreadsheet", `dist/${name}`);
  file("/", "text/html; charset=utf-8", join(import.meta.dirname, "client/index.html"));
  file("/page.css", CSS, join(import.meta.dirname, "client/page.css"));
  file("/o_spreadsheet.css", CSS, library("o_spreadsheet.css"));
  file("/o_spreadsheet.xml", "text/xml; charset=utf-8", library("o_spreadsheet.xml"));
  file("/bootstrap.css", CSS, packageFile("bootstrap", "dist/css/bootstrap.min.css"));
  file("/font-awesome.css", CSS, packageFile("font-awesome", "css/font-awesome.min.css"));
  for (const font of FONTS) file(`/fonts/${font}`, "font/woff2", packageFile("@fontsource/arimo", `files/${font}`));
  file("/fonts/fontawesome-webfont.woff2", "font/woff2", packageFile("font-awesome", "fonts/fontawesome-webfont.woff2"));
  assets.set("/page.js", { type: SCRIPT, body: await script("client/main.ts") });
  assets.set("/sidebarBridge.js", { type: SCRIPT, body: await script("client/sidebarBridge.ts") });
  return assets;
}

async function script(entry: string): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [join(import.meta.dirname, entry)],
    bundle: true,
    write: false,
    format: "iife",
    target: "es2022",
    mainFields: ["module", "main"],
    // The script may stand inside a page: no end tag in it.
    supported: { "inline-script": false },
    logLevel: "error",
  });
  return outputFiles[0]?.text ?? "";
}
