import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { exportXlsx } from "../../workbench/host/exportXlsx.ts";
import { functionsOf, smallSheet, smallWorkbook } from "../host/smallWorkbook.ts";

const folder = mkdtempSync(join(tmpdir(), "revops-picture-test-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function sample(): Promise<string> {
  const file = join(folder, "book.xlsx");
  const sheets = [smallSheet(1, "One", [["a"]]), smallSheet(2, "Two", [["b"]])];
  writeFileSync(file, await exportXlsx(smallWorkbook(sheets), functionsOf({})));
  return file;
}

function picture(args: readonly string[], path = process.env.PATH) {
  const script = ["--import", "tsx", "workbench/picture.ts", ...args];
  return spawnSync(process.execPath, script, {
    encoding: "utf8",
    env: { ...process.env, PATH: path },
  });
}

describe("pictures", () => {
  it("without LibreOffice are refused in a sentence", async () => {
    const { status, stderr } = picture([await sample(), folder], "/nowhere");
    expect(status).toBe(2);
    expect(stderr.trim()).toBe("Pictures need soffice, which is not installed.");
  });

  it("of a sheet that is not there are refused with the names there are", async () => {
    const { status, stderr } = picture([await sample(), folder, "Three"]);
    expect(status).toBe(2);
    expect(stderr.trim()).toBe("No sheet begins with Three; there are One, Two.");
  });

  const office = ["soffice", "pdftoppm"].every(
    (tool) => spawnSync(tool, ["-v"]).error === undefined,
  );
  it.skipIf(!office)("show the named sheets only", { timeout: 120_000 }, async () => {
    const { stdout } = picture([await sample(), folder, "Two"]);
    const pages = stdout.trim().split("\n");
    expect(pages).toHaveLength(1);
    expect(
      readFileSync(pages[0] ?? "")
        .subarray(1, 4)
        .toString(),
    ).toBe("PNG");
  });
});
