import type { SheetData, WorkbookData } from "../../host/workbook.ts";
import type { Command, Revision } from "../protocol.ts";
import { isStructural } from "./structure.ts";

/** Backups of the workbook's shape before a person's changes of rows, columns and tabs; older ones are dropped. */
const KEPT = 5;

type Backup = {
  readonly commands: readonly Command[];
  readonly sheets: SheetData[];
  readonly namedRanges: WorkbookData["namedRanges"];
};

/** Applies, undoes and redoes what people do to rows, columns and tabs. */
export class Journal {
  readonly #workbook: WorkbookData;
  readonly #apply: (commands: readonly Command[]) => void;
  readonly #backups = new Map<string, Backup>();

  constructor(workbook: WorkbookData, apply: (commands: readonly Command[]) => void) {
    this.#workbook = workbook;
    this.#apply = apply;
  }

  /** Says whether rows, columns or tabs changed. */
  receive(message: Revision): boolean {
    if (message.undoneRevisionId !== undefined) return this.#undo(message.undoneRevisionId);
    const redone = message.redoneRevisionId;
    const commands = redone === undefined ? message.commands : this.#backups.get(redone)?.commands;
    if (!commands?.some(isStructural)) return false;
    this.#keep(redone ?? message.nextRevisionId, commands);
    this.#apply(commands);
    return true;
  }

  #keep(revision: string, commands: readonly Command[]): void {
    const { sheets, namedRanges } = this.#workbook;
    const touched = new Set(commands.map(({ sheetId }) => sheetId));
    // Formulas in any sheet may refer to the changed one; cells are copied only as deep as they change.
    const copies = touched.size > 0 ? sheets.map(copySheet) : [];
    this.#backups.set(revision, {
      commands,
      sheets: copies,
      namedRanges: structuredClone(namedRanges),
    });
    const [oldest] = this.#backups.keys();
    if (this.#backups.size > KEPT && oldest !== undefined) this.#backups.delete(oldest);
  }

  #undo(revision: string): boolean {
    const backup = this.#backups.get(revision);
    if (backup === undefined) return false;
    this.#workbook.sheets = backup.sheets.map(copySheet);
    this.#workbook.namedRanges = structuredClone(backup.namedRanges);
    return true;
  }
}

function copySheet(sheet: SheetData): SheetData {
  const { values, formulas, styles, ...rest } = sheet;
  const rows = <T>(grid: T[][]) => grid.map((row) => row?.slice() ?? []);
  return {
    ...structuredClone(rest),
    values: rows(values),
    formulas: rows(formulas),
    styles: rows(styles),
  };
}
