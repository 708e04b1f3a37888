import type { Host } from "../../host/host.ts";
import type { SheetData } from "../../host/workbook.ts";
import type { SheetResults, ShownResult } from "../protocol.ts";

/** Results of formulas as the pages have them: computed in the host alone, pushed by cell. */
export class Results {
  #told = new Map<number, Map<string, string>>();

  forget(): void {
    this.#told.clear();
  }

  /** A formula that a person typed waits for its result even where that stays what it was. */
  expect(sheet: SheetData, row: number, column: number): void {
    this.#told.get(sheet.id)?.delete(`${row - 1},${column - 1}`);
  }

  /** What changed since the last time, computing only sheets that pages hold. */
  changes(
    host: Host,
    sheets: readonly SheetData[],
    idOf: (sheet: SheetData) => string,
  ): SheetResults[] {
    return sheets.flatMap((sheet) => {
      const told = this.#told.get(sheet.id) ?? new Map<string, string>();
      const now = new Map<string, string>();
      const results: ShownResult[] = [];
      for (const result of host.results(sheet.id)) {
        const key = `${result.row},${result.column}`;
        const text = JSON.stringify(result.rows);
        now.set(key, text);
        if (told.get(key) !== text) results.push(result);
      }
      this.#told.set(sheet.id, now);
      return results.length > 0 ? [{ sheetId: idOf(sheet), results }] : [];
    });
  }
}
