import { readFileSync } from "node:fs";
import { basename } from "node:path";
import { chunkRows } from "../../sidebar/files/chunkRows.ts";
import { readFile } from "../../sidebar/files/readFile.ts";
import type {
  Answer,
  FileCell,
  ImportRequest,
  ImportResult,
  ReportRunResult,
} from "../../src/addon/calls/requests.ts";
import { type Host, type HostOptions, openHost } from "../../workbench/host/host.ts";
import type { CellValue, SheetData } from "../../workbench/host/workbook.ts";
import { builtScript } from "./builtScript.ts";

export type ImportHost = Host & {
  importRows(
    file: string,
    rows: readonly (readonly FileCell[])[],
    more?: Partial<ImportRequest>,
  ): ImportResult;
  importFile(path: string, more?: Partial<ImportRequest>): Promise<ImportResult>;
  importTab(tab: string, more?: Partial<ImportRequest>): ImportResult;
  /** A report that is built and not written. */
  preview(name: string, more?: object): ReportRunResult;
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
    bundle: builtScript(),
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
    preview: (name, more = {}) => {
      const request = { name, preview: true, whole: true, ...more };
      const answer = host.call("revopsReport", request) as Answer<ReportRunResult>;
      if (!answer.ok) throw new ImportRefused(answer.message);
      return answer.value;
    },
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
