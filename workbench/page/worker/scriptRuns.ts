import type { Host } from "../../host/host.ts";
import type { SheetData } from "../../host/workbook.ts";
import type { Place, ToPage } from "../protocol.ts";
import type { TypedCell } from "./pageBook.ts";

/** Runs the script for one page at a time; what it says and shows goes there. */
export class ScriptRuns {
  readonly #host: Host;
  readonly #send: (page: string, message: ToPage) => void;
  /** Before its first use in a file an add-on may do nothing but add its menu. */
  #enabled = false;
  /** The page whose action runs. */
  acting: string | undefined;

  constructor(host: Host, send: (page: string, message: ToPage) => void) {
    this.#host = host;
    this.#send = send;
  }

  opened(page: string): void {
    this.#run(page, () => this.#host.open(this.#enabled ? "LIMITED" : "NONE"));
  }

  /** A person typed: the trigger runs as in Sheets, for one cell with its value. */
  edited(page: string, typed: readonly TypedCell[]): void {
    const [first] = typed;
    if (first === undefined) return;
    const last = typed.at(-1) ?? first;
    const area = {
      row: first.row,
      column: first.column,
      rows: Math.max(1, last.row - first.row + 1),
      columns: Math.max(1, last.column - first.column + 1),
    };
    this.#run(page, () => this.#host.edited(first.sheet.id, area));
  }

  /** A menu item or a call of a panel, with the person where they are. */
  act(page: string, sheet: SheetData | undefined, place: Place | null, action: () => void): void {
    this.#enabled = true;
    if (sheet && place) {
      const { row, column, rows, columns } = place;
      this.#host.workbook.activeSheetId = sheet.id;
      this.#host.select({ row, column, rows, columns });
    }
    this.#run(page, action);
  }

  call(name: string, args: readonly unknown[]): { ok: boolean; value: unknown } {
    try {
      return { ok: true, value: this.#host.call(name, ...args) };
    } catch (error) {
      return { ok: false, value: messageOf(error) };
    }
  }

  #run(page: string, action: () => void): void {
    this.acting = page;
    try {
      action();
    } catch (error) {
      this.#send(page, { type: "error", text: messageOf(error) });
    }
  }
}

const messageOf = (error: unknown): string =>
  error instanceof Error ? error.message : String(error);
