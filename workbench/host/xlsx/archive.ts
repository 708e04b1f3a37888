import { strToU8, Zip, ZipDeflate } from "fflate";

/** Text is handed to the compressor in pieces of about this many characters. */
const PIECE = 1_000_000;

/** A zip file that takes its parts piece by piece. */
export class Archive {
  readonly paths: string[] = [];
  readonly #chunks: Uint8Array[] = [];
  readonly #zip: Zip;

  constructor() {
    this.#zip = new Zip((error, chunk) => {
      if (error) throw error;
      this.#chunks.push(chunk);
    });
  }

  add(path: string, pieces: Iterable<string>): void {
    this.paths.push(path);
    const file = new ZipDeflate(path, { level: 3 });
    // The same workbook gives the same file.
    file.mtime = "2000-01-01T00:00:00";
    this.#zip.add(file);
    let waiting = "";
    for (const piece of pieces) {
      waiting += piece;
      if (waiting.length < PIECE) continue;
      file.push(strToU8(waiting));
      waiting = "";
    }
    file.push(strToU8(waiting), true);
  }

  finish(): Uint8Array {
    this.#zip.end();
    const bytes = new Uint8Array(this.#chunks.reduce((sum, { length }) => sum + length, 0));
    let at = 0;
    for (const chunk of this.#chunks) {
      bytes.set(chunk, at);
      at += chunk.length;
    }
    return bytes;
  }
}
