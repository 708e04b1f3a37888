import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { basename, extname, join } from "node:path";
import { readFile } from "../sidebar/files/readFile.ts";
import type { Answer, FileCell, ImportResult } from "../src/addon/calls/requests.ts";
import { Mistake } from "./cli/mistake.ts";
import type { DataPath } from "./cli/options.ts";
import { progress, progressDone } from "./cli/progress.ts";
import type { Host } from "./host/host.ts";
import { ask } from "./session.ts";

const READABLE = [".csv", ".tsv", ".txt", ".xlsx", ".xls"];
const ROWS_A_CHUNK = 5000;

/** What came of one file: an import, or the sentence that says why not. */
export type Uploaded = {
  readonly file: string;
  readonly result?: ImportResult;
  readonly refusal?: string;
};

/** Why a file was not imported, with its name. */
export function refusalLine({ file, refusal = "" }: Uploaded): string {
  return refusal.startsWith(file) ? refusal : `${file}: ${refusal}`;
}

/** One sentence when no file at all could be imported. */
export function nothingImported(uploaded: readonly Uploaded[]): string | undefined {
  if (uploaded.length === 0 || uploaded.some(({ result }) => result !== undefined))
    return undefined;
  const [only, second] = uploaded;
  if (only !== undefined && second === undefined) return refusalLine(only);
  return "None of these files could be imported; each one's reason is above.";
}

/** Imports files and folders as the sidebar does, undated ones first, then in the order of their dates. */
export async function uploadAll(
  host: Host,
  paths: readonly DataPath[],
  answers: Readonly<Record<string, string>>,
): Promise<Uploaded[]> {
  const ordered = [...paths].sort((a, b) => (a.date ?? "").localeCompare(b.date ?? ""));
  const uploaded: Uploaded[] = [];
  for (const { path, date } of ordered) {
    for (const file of filesOf(path))
      uploaded.push(...(await uploadFile(host, file, date, answers)));
  }
  progressDone();
  return uploaded;
}

function filesOf(path: string): string[] {
  if (!existsSync(path)) throw new Mistake(`There is no file or folder "${path}".`);
  if (!statSync(path).isDirectory()) return [path];
  const files = readdirSync(path).filter((name) => READABLE.includes(extname(name).toLowerCase()));
  if (files.length === 0)
    throw new Mistake(`The folder "${path}" holds no ${READABLE.slice(0, 4).join(", ")} file.`);
  return files.sort().map((name) => join(path, name));
}

async function uploadFile(
  host: Host,
  path: string,
  date: string | undefined,
  answers: Readonly<Record<string, string>>,
): Promise<Uploaded[]> {
  const file = basename(path);
  try {
    const { sheets } = await readFile(file, readFileSync(path));
    return sheets.map((sheet) => {
      const name = sheets.length > 1 ? `${file}/${sheet.name}` : file;
      const answer = uploadRows(host, name, sheet.rows, date, answers);
      return answer.ok
        ? { file: name, result: answer.value }
        : { file: name, refusal: answer.message };
    });
  } catch (error) {
    if (!(error instanceof Error) || !["InputError", "Mistake"].includes(error.name)) throw error;
    return [{ file, refusal: error.message }];
  }
}

/** Sends the rows of one file in chunks and imports them. */
export function uploadRows(
  host: Host,
  file: string,
  rows: readonly (readonly FileCell[])[],
  date: string | undefined,
  answers: Readonly<Record<string, string>>,
): Answer<ImportResult> {
  const token = stage(host, file, rows);
  progress(`${file}: importing ${rows.length} lines`);
  return host.call("revopsImport", {
    from: { token },
    file,
    ...(date === undefined ? {} : { date }),
    answers,
  }) as Answer<ImportResult>;
}

function stage(host: Host, file: string, rows: readonly (readonly FileCell[])[]): string {
  const token = `${file}#${Math.random().toString(36).slice(2)}`;
  for (let start = 0; start < Math.max(rows.length, 1); start += ROWS_A_CHUNK) {
    progress(
      `${file}: sending ${Math.min(start + ROWS_A_CHUNK, rows.length)} of ${rows.length} lines`,
    );
    ask(host, "revopsStageRows", {
      token,
      file,
      start,
      rows: rows.slice(start, start + ROWS_A_CHUNK),
    });
  }
  return token;
}
