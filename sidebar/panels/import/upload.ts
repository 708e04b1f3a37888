import type { FileCell } from "../../../src/addon/calls/requests.ts";
import { chunkRows } from "../../files/chunkRows.ts";
import { readFile } from "../../files/readFile.ts";
import { shownNumber } from "../../notation.ts";
import { Cancelled, type Progress } from "../../parts/workLine.ts";
import type { Server } from "../../server.ts";

/** A table to import: a tab of the spreadsheet, or rows of a file. */
export type Job = {
  readonly file: string;
  readonly source: { readonly tab: string } | { readonly rows: readonly (readonly FileCell[])[] };
  /** What was decided while reading the file. */
  readonly notes: readonly string[];
};

const LARGEST_MB = 200;
/** A spreadsheet holds no more columns. */
const MOST_COLUMNS = 18_278;

/** Reads files that were dropped or chosen; each sheet of a workbook becomes a table of its own. */
export async function jobsOf(files: readonly File[], progress: Progress): Promise<Job[]> {
  const jobs: Job[] = [];
  for (const file of files) {
    progress.say(`Reading ${file.name}…`);
    if (file.size > LARGEST_MB * 1_048_576) {
      throw new Error(
        `${file.name} has ${Math.round(file.size / 1_048_576)} MB, more than the ${LARGEST_MB} MB that can be read; export fewer columns or a shorter time.`,
      );
    }
    const bytes = new Uint8Array(await file.arrayBuffer());
    const { sheets, notes } = await readFile(file.name, bytes);
    for (const { name, rows } of sheets) {
      demandColumns(file.name, rows);
      const title = sheets.length > 1 ? `${file.name} ${name}` : file.name;
      jobs.push({ file: title, source: { rows }, notes });
    }
    if (progress.isCancelled()) throw new Cancelled("Stopped; nothing was imported.");
  }
  return jobs;
}

function demandColumns(file: string, rows: readonly (readonly FileCell[])[]): void {
  const widest = rows.reduce((most, row) => Math.max(most, row.length), 0);
  if (widest <= MOST_COLUMNS) return;
  throw new Error(
    `${file} has ${widest} columns, more than the ${MOST_COLUMNS} that a spreadsheet can hold; check that it is a CRM export with one record in each line.`,
  );
}

let sent = 0;

/** Sends a table's rows in chunks; answers with the token that the add-on knows them by. */
export async function sendRows(
  server: Server,
  file: string,
  rows: readonly (readonly FileCell[])[],
  progress: Progress,
): Promise<string> {
  sent += 1;
  const token = `${Date.now()}-${sent}-${Math.random().toString(36).slice(2, 10)}`;
  for (const chunk of chunkRows(rows)) {
    if (progress.isCancelled()) {
      await server.revopsDropUpload(token);
      throw new Cancelled("Stopped; nothing was imported.");
    }
    const done = chunk.start + chunk.rows.length;
    progress.say(
      `Sending ${shownNumber(done)} of ${shownNumber(rows.length)} rows…`,
      chunk.start / rows.length,
    );
    await server.revopsStageRows({ token, file, ...chunk });
  }
  return token;
}
