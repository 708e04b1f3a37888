import { demandCells } from "../grid.ts";
import { moveReferences } from "../moveReferences.ts";
import { ServiceError } from "../serviceError.ts";
import { fromScript, mismatch, ServiceObject } from "../strict.ts";
import type { SheetData } from "../workbook.ts";
import { newSheet } from "../workbookFile.ts";
import { activeRange } from "./activeRange.ts";
import type { EnumValue } from "./enumValue.ts";
import { demandName, NamedRange } from "./namedRange.ts";
import { type Protection, protectionsOf } from "./protection.ts";
import { Range } from "./range.ts";
import { rangeFromText } from "./rangeGeometry.ts";
import { demandSheetName, lastVisible, Sheet } from "./sheet.ts";

/** The spreadsheet that the add-on is used in. */
export class Spreadsheet extends ServiceObject {
  readonly service = "Spreadsheet";

  override describe(): string {
    return this.run.state.workbook.name;
  }

  getId(): string {
    return this.#data.id;
  }
  getUrl(): string {
    return `https://docs.google.com/spreadsheets/d/${this.#data.id}/edit`;
  }
  getName(): string {
    return this.#data.name;
  }
  rename(name: string): void {
    this.#data.name = name;
  }
  getSpreadsheetTimeZone(): string {
    return this.#data.timeZone;
  }
  getSpreadsheetLocale(): string {
    return this.#data.locale;
  }

  getSheets(): unknown[] {
    return this.#data.sheets.map((sheet) => this.#handle(sheet));
  }
  getNumSheets(): number {
    return this.#data.sheets.length;
  }
  getSheetByName(name: unknown): unknown {
    if (typeof name !== "string") throw mismatch("SpreadsheetApp.Spreadsheet.getSheetByName", name);
    return this.#handle(this.run.state.sheetByName(name));
  }
  getSheetById(id: number): unknown {
    return this.#handle(this.run.state.sheetById(id));
  }
  getActiveSheet(): unknown {
    return this.#handle(this.run.state.sheetById(this.#data.activeSheetId) ?? this.#data.sheets[0]);
  }
  getActiveRange(): unknown {
    return activeRange(this.run);
  }
  getActiveCell(): unknown {
    return activeRange(this.run, true);
  }
  getCurrentCell(): unknown {
    return activeRange(this.run, true);
  }
  setActiveSheet(sheet: unknown): unknown {
    if (!(sheet instanceof Sheet))
      throw mismatch("SpreadsheetApp.Spreadsheet.setActiveSheet", sheet);
    this.#data.activeSheetId = sheet.sheet.id;
    return sheet;
  }

  insertSheet(...args: unknown[]): unknown {
    const name = args.find((arg) => typeof arg === "string") ?? this.#freeName();
    const position = args.find((arg) => typeof arg === "number") ?? this.#activePosition() + 1;
    const options = args.find((arg) => typeof arg === "object" && arg !== null);
    const template = fromScript((options as { template?: unknown } | undefined)?.template);
    const isKnown = (arg: unknown) =>
      typeof arg === "string" || typeof arg === "number" || (arg === options && template);
    if (!args.every(isKnown) || (options && !(template instanceof Sheet))) {
      throw mismatch("SpreadsheetApp.Spreadsheet.insertSheet", ...args);
    }
    demandSheetName(this.#data.sheets, name);
    const place = Math.min(Number(position), this.#data.sheets.length);
    if (template instanceof Sheet) return this.#add(this.#copyOf(template.sheet, name), place);
    demandCells(this.#data, 1000 * 26);
    return this.#add(newSheet(this.#data.nextId++, name), place);
  }

  /** A copy beside the active sheet; references to the sheet itself follow it. */
  duplicateActiveSheet(): unknown {
    const source = this.run.state.sheetById(this.#data.activeSheetId) ?? this.#data.sheets[0];
    return source ? this.copySheet(source) : null;
  }

  deleteSheet(sheet: unknown): void {
    if (!(sheet instanceof Sheet)) throw mismatch("SpreadsheetApp.Spreadsheet.deleteSheet", sheet);
    const rest = this.#data.sheets.filter((other) => other !== sheet.sheet);
    if (!rest.some(({ hidden }) => !hidden)) throw lastVisible();
    this.#data.sheets = rest;
    this.#data.namedRanges = this.#data.namedRanges.filter(
      ({ sheetId }) => sheetId !== sheet.sheet.id,
    );
    if (this.#data.activeSheetId === sheet.sheet.id) {
      this.#data.activeSheetId = rest.find(({ hidden }) => !hidden)?.id ?? 0;
    }
    this.#loseReferences(sheet.sheet.name);
    this.run.state.changed();
  }

  moveActiveSheet(position: number): void {
    const from = this.#activePosition() - 1;
    const [sheet] = this.#data.sheets.splice(from, 1);
    if (sheet) this.#data.sheets.splice(position - 1, 0, sheet);
  }

  getRange(address: string): unknown {
    const home = this.run.state.sheetById(this.#data.activeSheetId) ?? this.#data.sheets[0];
    if (!home) throw new ServiceError("Range not found");
    const { sheet, area } = rangeFromText(this.#data, home, address);
    return this.run.handles?.range(sheet, area);
  }
  getRangeByName(name: string): unknown {
    const named = this.#data.namedRanges.find(
      (range) => range.name.toLowerCase() === name.toLowerCase(),
    );
    return named ? new NamedRange(this.run, named).getRange() : null;
  }
  getNamedRanges(): NamedRange[] {
    return this.#data.namedRanges.map((named) => new NamedRange(this.run, named));
  }
  setNamedRange(name: unknown, range: unknown): void {
    demandName(name);
    if (!(range instanceof Range))
      throw mismatch("SpreadsheetApp.Spreadsheet.setNamedRange", name, range);
    const known = this.#data.namedRanges.find(
      (other) => other.name.toLowerCase() === name.toLowerCase(),
    );
    const data = { name, sheetId: range.sheet.id, area: { ...range.area } };
    if (known) Object.assign(known, data);
    else this.#data.namedRanges.push(data);
    this.run.state.changed();
  }
  removeNamedRange(name: string): void {
    const known = this.#data.namedRanges.find(
      (other) => other.name.toLowerCase() === name.toLowerCase(),
    );
    if (!known) throw new ServiceError(`There is no named range called ${name}.`);
    new NamedRange(this.run, known).remove();
  }
  getProtections(type: EnumValue): Protection[] {
    return this.#data.sheets.flatMap((sheet) => protectionsOf(this.run, sheet, type));
  }

  toast(text: string, title = "", seconds = 5): void {
    this.run.state.tell({ kind: "toast", title, text, seconds });
  }

  /** Used by `Sheet.copyTo` and `duplicateActiveSheet`. */
  copySheet(source: SheetData): unknown {
    const copy = this.#copyOf(source, this.#freeName(`Copy of ${source.name}`));
    return this.#add(copy, this.#data.sheets.indexOf(source) + 1);
  }

  get #data() {
    return this.run.state.workbook;
  }

  #copyOf(source: SheetData, name: string): SheetData {
    demandCells(this.#data, source.rows * source.columns);
    const copy: SheetData = {
      ...structuredClone(source),
      id: this.#data.nextId++,
      name,
      hidden: false,
    };
    for (const chart of copy.charts) {
      chart.id = this.#data.nextId++;
      for (const range of chart.ranges) if (range.sheetId === source.id) range.sheetId = copy.id;
    }
    return copy;
  }

  #handle(sheet: SheetData | undefined): unknown {
    return sheet ? this.run.handles?.sheet(sheet) : null;
  }

  #add(sheet: SheetData, position: number): unknown {
    this.#data.sheets.splice(position, 0, sheet);
    this.#data.activeSheetId = sheet.id;
    this.run.state.changed();
    return this.#handle(sheet);
  }

  #activePosition(): number {
    return (
      Math.max(
        0,
        this.#data.sheets.findIndex(({ id }) => id === this.#data.activeSheetId),
      ) + 1
    );
  }

  #freeName(wanted?: string): string {
    const taken = new Set(this.#data.sheets.map(({ name }) => name.toLowerCase()));
    if (wanted !== undefined && !taken.has(wanted.toLowerCase())) return wanted;
    let number = wanted === undefined ? this.#data.sheets.length + 1 : 2;
    const name = () => (wanted === undefined ? `Sheet${number}` : `${wanted} ${number}`);
    while (taken.has(name().toLowerCase())) number++;
    return name();
  }

  #loseReferences(name: string): void {
    const lost = (sheet: string | undefined) =>
      sheet !== undefined && sheet.toLowerCase() === name.toLowerCase();
    for (const { formulas } of this.#data.sheets) {
      for (const cells of formulas) {
        if (!cells) continue;
        for (let column = 0; column < cells.length; column++) {
          const formula = cells[column];
          if (formula?.includes("!")) {
            cells[column] = moveReferences(formula, (reference, sheet) =>
              lost(sheet) ? undefined : reference,
            );
          }
        }
      }
    }
  }
}
