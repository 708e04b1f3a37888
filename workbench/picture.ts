import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join, resolve } from "node:path";
import { pathToFileURL } from "node:url";

/** Dots per inch: a landscape page comes out a little over 900 pixels wide. */
const RESOLUTION = 80;

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

/** The visible sheets of a workbook file as PNG pages, named after the file; gives their paths. */
export function takePictures(file: string, folder: string): string[] {
  const output = resolve(folder);
  mkdirSync(output, { recursive: true });
  const scratch = mkdtempSync(join(tmpdir(), "revops-picture-"));
  try {
    run("soffice", [
      // A profile of its own: a second LibreOffice on the machine would not start otherwise.
      `-env:UserInstallation=${pathToFileURL(join(scratch, "profile")).href}`,
      "--headless",
      "--convert-to",
      "pdf",
      "--outdir",
      scratch,
      resolve(file),
    ]);
    const name = basename(file).replace(/\.[^.]*$/, "");
    const pdf = join(scratch, `${name}.pdf`);
    run("pdftoppm", ["-png", "-r", String(RESOLUTION), pdf, join(output, name)]);
    const pages = readdirSync(output).filter(
      (page) => page.startsWith(`${name}-`) && page.endsWith(".png"),
    );
    return pages.sort().map((page) => join(output, page));
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

function main([file, folder]: readonly string[]): void {
  if (file === undefined || folder === undefined) {
    throw new PictureError("Usage: tsx workbench/picture.ts FILE.xlsx FOLDER");
  }
  for (const page of takePictures(file, folder)) process.stdout.write(`${page}\n`);
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
