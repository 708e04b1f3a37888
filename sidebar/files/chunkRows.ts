import type { FileCell } from "../../src/addon/calls/requests.ts";

/** About one megabyte of text: well below what one call to the add-on may carry. */
const CHUNK_CHARACTERS = 1_000_000;

export type RowChunk = { readonly start: number; readonly rows: readonly (readonly FileCell[])[] };

/** Cuts a file's rows into the chunks in which they are sent to the add-on; `start` counts rows from 0. */
export function chunkRows(
  rows: readonly (readonly FileCell[])[],
  characters = CHUNK_CHARACTERS,
): RowChunk[] {
  const chunks: RowChunk[] = [];
  let start = 0;
  let size = 0;
  for (let at = 0; at < rows.length; at++) {
    for (const cell of rows[at] ?? []) size += typeof cell === "string" ? cell.length + 3 : 8;
    if (size >= characters) {
      chunks.push({ start, rows: rows.slice(start, at + 1) });
      start = at + 1;
      size = 0;
    }
  }
  if (start < rows.length) chunks.push({ start, rows: rows.slice(start) });
  return chunks;
}
