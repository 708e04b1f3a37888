import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { build } from "esbuild";

const require = createRequire(import.meta.url);
const packageFile = (name: string, path: string): string => join(packageFolder(name), path);

function packageFolder(name: string): string {
  return join(
    dirname(
      require.resolve
        .paths(name)
        ?.map((folder) => join(folder, name, "package.json"))
        .find(exists) ?? name,
    ),
  );
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

const SCRIPTS: Readonly<Record<string, string>> = {
  latin:
    "U+0000-00FF, U+0131, U+0152-0153, U+02BB-02BC, U+02C6, U+02DA, U+02DC, U+2000-206F, U+20AC, U+2122, U+2191, U+2193, U+2212, U+2215, U+FEFF, U+FFFD",
  "latin-ext":
    "U+0100-0130, U+0132-0151, U+0154-02AF, U+1E00-1EFF, U+2020, U+20A0-20AB, U+20AD-20CF, U+2113",
  cyrillic: "U+0301, U+0400-045F, U+0490-0491, U+04B0-04B1, U+2116",
  greek: "U+0370-03FF",
};
const FACES = [
  [400, "normal"],
  [700, "normal"],
  [400, "italic"],
  [700, "italic"],
] as const;

/** Arimo has the widths of Arial, so pictures look alike on every machine. */
function fontCss(): string {
  return ["Arimo", "Arial", "Roboto"]
    .flatMap((family) =>
      FACES.flatMap(([weight, style]) =>
        Object.entries(SCRIPTS).map(
          ([script, range]) =>
            `@font-face { font-family: "${family}"; font-style: ${style}; font-weight: ${weight}; font-display: block; src: url("/fonts/arimo-${script}-${weight}-${style}.woff2") format("woff2"); unicode-range: ${range}; }`,
        ),
      ),
    )
    .join("\n");
}

let made: Promise<ReadonlyMap<string, Asset>> | undefined;

/** Everything the page loads, by path; nothing comes from elsewhere. Made once for all pages of a program. */
export function pageAssets(): Promise<ReadonlyMap<string, Asset>> {
  made ??= makeAssets();
  return made;
}

async function makeAssets(): Promise<ReadonlyMap<string, Asset>> {
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
  assets.set("/fonts.css", { type: CSS, body: fontCss() });
  for (const [weight, style] of FACES) {
    for (const script of Object.keys(SCRIPTS)) {
      const font = `arimo-${script}-${weight}-${style}.woff2`;
      file(`/fonts/${font}`, "font/woff2", packageFile("@fontsource/arimo", `files/${font}`));
    }
  }
  file(
    "/fonts/fontawesome-webfont.woff2",
    "font/woff2",
    packageFile("font-awesome", "fonts/fontawesome-webfont.woff2"),
  );
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
    minifyWhitespace: true,
    minifySyntax: true,
    logLevel: "error",
  });
  return outputFiles[0]?.text ?? "";
}
