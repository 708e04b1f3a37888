import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";

/** Dots per inch: a landscape page comes out a little over 900 pixels wide. */
const RESOLUTION = "80";
const MOST_PAGES = "40";

/** Says in a sentence what is missing or went wrong. */
class PictureError extends Error {}

function run(program: string, args: readonly string[]): void {
  const { error, status, stderr } = spawnSync(program, args, {
    encoding: "utf8",
    timeout: 180_000,
  });
  if (error && "code" in error && error.code === "ENOENT") {
    throw new PictureError(`Pictures need ${program}, which is not installed.`);
  }
  if (error || status !== 0) {
    throw new PictureError(`${program} failed: ${error?.message ?? stderr.trim()}`);
  }
}

/** A workbook with all sheets hidden but those whose name begins with one of the given words. */
function onlySheets(bytes: Uint8Array, beginnings: readonly string[]): Uint8Array {
  const files = unzipSync(bytes);
  const book = files["xl/workbook.xml"];
  if (book === undefined) throw new PictureError("The file is not an .xlsx workbook.");
  const names: string[] = [];
  let first = -1;
  const text = strFromU8(book).replace(/<sheet name="([^"]*)"([^>]*)>/g, (sheet, name, rest) => {
    const isHidden = sheet.includes(" state=");
    const isWanted = !isHidden && beginnings.some((beginning) => name.startsWith(beginning));
    if (isWanted && first < 0) first = names.length;
    names.push(name);
    return isWanted || isHidden ? sheet : `<sheet name="${name}" state="hidden"${rest}>`;
  });
  if (first < 0) {
    throw new PictureError(
      `No sheet begins with ${beginnings.join(" or ")}; there are ${names.join(", ")}.`,
    );
  }
  files["xl/workbook.xml"] = strToU8(text.replace(/activeTab="\d+"/, `activeTab="${first}"`));
  return zipSync(files, { level: 1 });
}

/**
 * Visible sheets of a workbook file as PNG pages, named after the file; gives their paths. Data sheets run to
 * hundreds of pages: name the sheets to see.
 */
export function takePictures(
  file: string,
  folder: string,
  sheets: readonly string[] = [],
): string[] {
  const output = resolve(folder);
  mkdirSync(output, { recursive: true });
  const scratch = mkdtempSync(join(tmpdir(), "revops-picture-"));
  try {
    const name = basename(file).replace(/\.[^.]*$/, "");
    const copy = join(scratch, `${name}.xlsx`);
    const bytes = new Uint8Array(readFileSync(file));
    writeFileSync(copy, sheets.length === 0 ? bytes : onlySheets(bytes, sheets));
    run("soffice", [
      // A profile of its own: a second LibreOffice on the machine would not start otherwise.
      `-env:UserInstallation=${pathToFileURL(join(scratch, "profile")).href}`,
      "--headless",
      "--convert-to",
      "pdf",
      "--outdir",
      scratch,
      copy,
    ]);
    const pdf = join(scratch, `${name}.pdf`);
    run("pdftoppm", ["-png", "-r", RESOLUTION, "-l", MOST_PAGES, pdf, join(output, name)]);
    const pages = readdirSync(output).filter(
      (page) => page.startsWith(`${name}-`) && page.endsWith(".png"),
    );
    return pages.sort().map((page) => join(output, page));
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

function main([file, folder, ...sheets]: readonly string[]): void {
  if (file === undefined || folder === undefined) {
    throw new PictureError("Usage: tsx workbench/picture.ts FILE.xlsx FOLDER [SHEET]…");
  }
  for (const page of takePictures(file, folder, sheets)) process.stdout.write(`${page}\n`);
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  try {
    main(process.argv.slice(2));
  } catch (error) {
    if (!(error instanceof PictureError)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exitCode = 2;
  }
}
