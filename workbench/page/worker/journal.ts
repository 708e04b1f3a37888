import type { SheetData, WorkbookData } from "../../host/workbook.ts";
import type { Command, Revision } from "../protocol.ts";
import { isStructural } from "./structure.ts";

/** Steps back that are kept; of older ones the page is told that they cannot be undone. */
const KEPT = 5;

/** What a change of rows, columns or tabs replaced. */
type Step = {
  readonly commands: readonly Command[];
  /** Sheets before the change, in order. */
  readonly order: readonly number[];
  readonly created: ReadonlySet<number>;
  readonly changed: ReadonlyMap<number, SheetData>;
  /** Formulas of other sheets that referred to what was changed. */
  readonly formulas: readonly { sheetId: number; row: number; column: number; before: string }[];
  readonly namedRanges: WorkbookData["namedRanges"];
};

/** `none`: nothing of rows, columns or tabs. `refused`: others have changed them since, so it cannot be undone. */
export type Outcome = "none" | "applied" | "refused";

/** Applies, undoes and redoes what people do to rows, columns and tabs. */
export class Journal {
  readonly #workbook: WorkbookData;
  readonly #apply: (commands: readonly Command[]) => void;
  readonly #sheetOf: (pageId: unknown) => SheetData | undefined;
  readonly #done = new Map<string, Step>();
  readonly #undone = new Map<string, readonly Command[]>();
  readonly #structural = new Set<string>();

  constructor(
    workbook: WorkbookData,
    sheetOf: (pageId: unknown) => SheetData | undefined,
    apply: (commands: readonly Command[]) => void,
  ) {
    this.#workbook = workbook;
    this.#sheetOf = sheetOf;
    this.#apply = apply;
  }

  receive(message: Revision): Outcome {
    const { undoneRevisionId, redoneRevisionId, commands = [] } = message;
    if (undoneRevisionId !== undefined) return this.#undo(undoneRevisionId);
    if (redoneRevisionId !== undefined) return this.#redo(redoneRevisionId);
    if (!commands.some(isStructural)) return "none";
    this.#undone.clear();
    this.#do(message.nextRevisionId, commands);
    return "applied";
  }

  #do(revision: string, commands: readonly Command[]): void {
    const { sheets, namedRanges } = this.#workbook;
    const touched = new Set(commands.map(({ sheetId }) => this.#sheetOf(sheetId)));
    const changed = new Map<number, SheetData>();
    const others = new Map<SheetData, (string | undefined)[][]>();
    for (const sheet of sheets) {
      if (touched.has(sheet)) changed.set(sheet.id, copySheet(sheet));
      else others.set(sheet, copyRows(sheet.formulas));
    }
    const order = sheets.map(({ id }) => id);
    const names = structuredClone(namedRanges);
    this.#apply(commands);
    this.#structural.add(revision);
    const created = new Set(
      this.#workbook.sheets.map(({ id }) => id).filter((id) => !order.includes(id)),
    );
    const formulas = [...others].flatMap(([sheet, before]) => differences(sheet, before));
    this.#done.set(revision, { commands, order, created, changed, formulas, namedRanges: names });
    const [oldest] = this.#done.keys();
    if (this.#done.size > KEPT && oldest !== undefined) this.#done.delete(oldest);
  }

  #undo(revision: string): Outcome {
    if (!this.#structural.has(revision)) return "none";
    const step = this.#done.get(revision);
    if (step === undefined || [...this.#done.keys()].at(-1) !== revision) return "refused";
    this.#done.delete(revision);
    this.#undone.set(revision, step.commands);
    const workbook = this.#workbook;
    const now = new Map(workbook.sheets.map((sheet) => [sheet.id, sheet]));
    const before = step.order.flatMap((id) => step.changed.get(id) ?? now.get(id) ?? []);
    const later = workbook.sheets.filter(
      ({ id }) => !step.order.includes(id) && !step.created.has(id),
    );
    workbook.sheets = [...before, ...later];
    workbook.namedRanges = step.namedRanges;
    for (const { sheetId, row, column, before: formula } of step.formulas) {
      const cells = now.get(sheetId)?.formulas[row];
      if (cells) cells[column] = formula;
    }
    return "applied";
  }

  #redo(revision: string): Outcome {
    if (!this.#structural.has(revision)) return "none";
    const commands = this.#undone.get(revision);
    if (commands === undefined) return "refused";
    this.#undone.delete(revision);
    this.#do(revision, commands);
    return "applied";
  }
}

const copyRows = <T>(rows: T[][]): T[][] => rows.map((row) => row?.slice() ?? []);

function copySheet(sheet: SheetData): SheetData {
  const { values, formulas, styles, ...rest } = sheet;
  return {
    ...structuredClone(rest),
    values: copyRows(values),
    formulas: copyRows(formulas),
    styles: copyRows(styles),
  };
}

function differences(sheet: SheetData, before: (string | undefined)[][]): Step["formulas"] {
  return before.flatMap((cells, row) =>
    cells.flatMap((formula, column) =>
      formula !== undefined && formula !== sheet.formulas[row]?.[column]
        ? [{ sheetId: sheet.id, row, column, before: formula }]
        : [],
    ),
  );
}
