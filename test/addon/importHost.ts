import { readFileSync } from "node:fs";
import { basename } from "node:path";
import * as esbuild from "esbuild";
import { chunkRows } from "../../sidebar/files/chunkRows.ts";
import { readFile } from "../../sidebar/files/readFile.ts";
import type { Answer, FileCell, ImportRequest, ImportResult } from "../../src/addon/requests.ts";
import { type Host, type HostOptions, openHost } from "../../workbench/host/host.ts";
import type { CellValue, SheetData } from "../../workbench/host/workbook.ts";

let bundle: string | undefined;

/** The import's endpoints alone, bundled as the add-on is. */
function importBundle(): string {
  bundle ??= esbuild.buildSync({
    stdin: {
      contents: `export * from "./src/addon/importEndpoints.ts"; export * from "./src/addon/readTables.ts";
        export * from "./src/addon/asOf.ts"; export * from "./src/addon/settingsSheets.ts";`,
      resolveDir: ".",
    },
    bundle: true,
    write: false,
    format: "iife",
    globalName: "RevOps",
    target: "es2019",
    platform: "neutral",
  }).outputFiles[0]!.text;
  return `${bundle}
    function revopsStageRows(request) { return RevOps.stageRowsEndpoint(request); }
    function revopsImport(request) { return RevOps.importEndpoint(request); }
    function asOfNow() { return RevOps.asOfDay(RevOps.readSettingsSheets().settings, RevOps.readTables(["opportunities"])); }
    function runCode(code) { return Function(code)(); }`;
}

export type ImportHost = Host & {
  importRows(
    file: string,
    rows: readonly (readonly FileCell[])[],
    more?: Partial<ImportRequest>,
  ): ImportResult;
  importFile(path: string, more?: Partial<ImportRequest>): Promise<ImportResult>;
  importTab(tab: string, more?: Partial<ImportRequest>): ImportResult;
  run(code: string): unknown;
  sheet(name: string): SheetData | undefined;
  /** The filled cells of a sheet. */
  cells(name: string): CellValue[][];
};

class ImportRefused extends Error {}

export function importHost(options: Partial<HostOptions> = {}): ImportHost {
  const host = openHost({
    now: () => Date.UTC(2026, 5, 15),
    locale: "en_US",
    timeZone: "America/New_York",
    ...options,
    bundle: importBundle(),
    strings: true,
  });
  let uploads = 0;
  const send = (request: ImportRequest): ImportResult => {
    const answer = host.call("revopsImport", request) as Answer<ImportResult>;
    if (!answer.ok) throw new ImportRefused(answer.message);
    return answer.value;
  };
  const importRows: ImportHost["importRows"] = (file, rows, more = {}) => {
    const token = `upload${++uploads}`;
    for (const chunk of chunkRows(rows)) {
      const staged = host.call("revopsStageRows", { token, file, ...chunk }) as Answer<number>;
      if (!staged.ok) throw new ImportRefused(staged.message);
    }
    return send({ from: { token }, file, answers: {}, ...more });
  };
  const sheet = (name: string) => host.workbook.sheets.find((one) => one.name === name);
  return {
    ...host,
    importRows,
    importFile: async (path, more) => {
      const { sheets } = await readFile(basename(path), readFileSync(path));
      return importRows(basename(path), sheets[0]?.rows ?? [], more);
    },
    importTab: (tab, more) => send({ from: { tab }, file: tab, answers: {}, ...more }),
    run: (code) => host.call("runCode", code),
    sheet,
    cells: (name) => {
      const { values = [] } = sheet(name) ?? {};
      const rows = Array.from(values, (row) => Array.from(row ?? [], (cell) => cell ?? null));
      while (rows.length > 0 && rows[rows.length - 1]!.every((cell) => cell === null)) rows.pop();
      return rows;
    },
  };
}
