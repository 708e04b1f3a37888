import { sheetPrefix } from "../a1.ts";
import { renameSheet } from "../moveReferences.ts";
import { contentExtent, readValues } from "../readCells.ts";
import { ServiceError } from "../serviceError.ts";
import { fromScript, mismatch } from "../strict.ts";
import type { SheetData } from "../workbook.ts";
import { clearContent, clearFormat } from "../writeCells.ts";
import { activeRange } from "./activeRange.ts";
import { EmbeddedChart, EmbeddedChartBuilder } from "./chart.ts";
import { ConditionalFormatRule } from "./conditionalFormat.ts";
import { DeveloperMetadata } from "./developerMetadata.ts";
import type { EnumValue } from "./enumValue.ts";
import { Protection, protectionsOf } from "./protection.ts";
import { Range } from "./range.ts";
import { checkedArea, rangeFromText } from "./rangeGeometry.ts";
import { RangeList } from "./rangeList.ts";
import { SheetLayout } from "./sheetLayout.ts";

/** A sheet of the spreadsheet. */
export class Sheet extends SheetLayout {
  getName(): string {
    return this.sheet.name;
  }
  getSheetName(): string {
    return this.sheet.name;
  }
  getSheetId(): number {
    return this.sheet.id;
  }
  getIndex(): number {
    return this.run.state.workbook.sheets.indexOf(this.sheet) + 1;
  }
  getParent(): unknown {
    return this.run.handles?.spreadsheet();
  }
  setName(name: string): this {
    const { workbook } = this.run.state;
    demandSheetName(
      workbook.sheets.filter((other) => other !== this.sheet),
      name,
    );
    const old = this.sheet.name;
    this.sheet.name = name;
    for (const sheet of workbook.sheets) {
      for (const cells of sheet.formulas) {
        if (!cells) continue;
        for (let column = 0; column < cells.length; column++) {
          const formula = cells[column];
          if (formula?.includes("!")) cells[column] = renameSheet(formula, old, sheetPrefix(name));
        }
      }
    }
    this.run.state.changed();
    return this;
  }

  getRange(first: unknown, column?: number, rows = 1, columns = 1): unknown {
    if (typeof first === "string") {
      const { sheet, area } = rangeFromText(this.run.state.workbook, this.sheet, first);
      return this.run.handles?.range(sheet, area);
    }
    const area = { row: first as number, column: column as number, rows, columns };
    return this.run.handles?.range(this.sheet, checkedArea(this.sheet, area));
  }
  getRangeList(addresses: readonly string[]): RangeList {
    const ranges = Array.from(addresses, (address) => {
      const { sheet, area } = rangeFromText(this.run.state.workbook, this.sheet, address);
      return new Range(this.run, sheet, area);
    });
    return new RangeList(this.run, ranges);
  }
  getDataRange(): unknown {
    const { row, column } = contentExtent(this.run, this.sheet);
    const area = { row: 1, column: 1, rows: Math.max(1, row), columns: Math.max(1, column) };
    return this.run.handles?.range(this.sheet, area);
  }
  getSheetValues(row: number, column: number, rows: number, columns: number): unknown[][] {
    return readValues(
      this.run,
      this.sheet,
      checkedArea(this.sheet, { row, column, rows, columns }),
    );
  }

  clear(): this {
    this.clearContents();
    return this.clearFormats();
  }
  clearContents(): this {
    clearContent(this.run, this.sheet, this.#whole());
    return this;
  }
  clearFormats(): this {
    clearFormat(this.run, this.sheet, {
      ...this.#whole(),
      rows: Math.max(1, this.sheet.styles.length),
    });
    this.sheet.conditionalRules = [];
    return this;
  }
  clearNotes(): this {
    this.sheet.notes = {};
    return this;
  }

  isSheetHidden(): boolean {
    return this.sheet.hidden;
  }
  hideSheet(): this {
    const { sheets } = this.run.state.workbook;
    if (!this.sheet.hidden && sheets.filter(({ hidden }) => !hidden).length === 1)
      throw lastVisible();
    this.sheet.hidden = true;
    return this;
  }
  showSheet(): this {
    this.sheet.hidden = false;
    return this;
  }
  hasHiddenGridlines(): boolean {
    return !this.sheet.gridlines;
  }
  setHiddenGridlines(hidden: boolean): this {
    this.sheet.gridlines = !hidden;
    return this;
  }
  getTabColor(): string | null {
    return this.sheet.tabColor ?? null;
  }
  setTabColor(color: string | null): this {
    if (color === null) delete this.sheet.tabColor;
    else this.sheet.tabColor = color.toLowerCase();
    return this;
  }
  copyTo(spreadsheet: unknown): unknown {
    const target = spreadsheet as { copySheet?: (sheet: SheetData) => unknown } | null;
    if (!target?.copySheet) throw mismatch("SpreadsheetApp.Sheet.copyTo", spreadsheet);
    return target.copySheet(this.sheet);
  }
  getActiveRange(): unknown {
    return activeRange(this.run, false, this.sheet);
  }
  getActiveCell(): unknown {
    return activeRange(this.run, true, this.sheet);
  }
  getCurrentCell(): unknown {
    return activeRange(this.run, true, this.sheet);
  }
  activate(): this {
    this.run.state.workbook.activeSheetId = this.sheet.id;
    return this;
  }

  protect(): Protection {
    // A sheet has one protection of its own; asking again gives the same one.
    let data = this.sheet.protections.find(({ area }) => area === undefined);
    if (!data) {
      data = { description: "", warningOnly: false };
      this.sheet.protections.push(data);
    }
    return new Protection(this.run, this.sheet, data);
  }
  getProtections(type: EnumValue): Protection[] {
    return protectionsOf(this.run, this.sheet, type);
  }

  getConditionalFormatRules(): ConditionalFormatRule[] {
    return this.sheet.conditionalRules.map(
      (rule) => new ConditionalFormatRule(this.run, this.sheet, rule),
    );
  }
  setConditionalFormatRules(rules: unknown): void {
    if (!Array.isArray(rules))
      throw mismatch("SpreadsheetApp.Sheet.setConditionalFormatRules", rules);
    this.sheet.conditionalRules = Array.from(rules as unknown[], (item) => {
      const rule = fromScript(item);
      if (!(rule instanceof ConditionalFormatRule)) {
        throw mismatch("SpreadsheetApp.Sheet.setConditionalFormatRules", rules);
      }
      if (rule.sheet !== this.sheet)
        throw new ServiceError("Conditional format rule cannot reference a different sheet.");
      return structuredClone(rule.rule);
    });
  }
  clearConditionalFormatRules(): void {
    this.sheet.conditionalRules = [];
  }

  newChart(): EmbeddedChartBuilder {
    return new EmbeddedChartBuilder(this.run, this.sheet);
  }
  getCharts(): EmbeddedChart[] {
    return this.sheet.charts.map((chart) => new EmbeddedChart(this.run, this.sheet, chart));
  }
  insertChart(chart: unknown): void {
    if (!(chart instanceof EmbeddedChart))
      throw mismatch("SpreadsheetApp.Sheet.insertChart", chart);
    const id = this.run.state.workbook.nextId++;
    this.sheet.charts.push({ ...structuredClone(chart.data), id });
  }
  updateChart(chart: unknown): void {
    if (!(chart instanceof EmbeddedChart))
      throw mismatch("SpreadsheetApp.Sheet.updateChart", chart);
    const at = this.sheet.charts.findIndex(({ id }) => id === chart.data.id);
    if (at < 0) throw new ServiceError("The chart to be updated is not on this sheet.");
    this.sheet.charts[at] = structuredClone(chart.data);
  }
  removeChart(chart: unknown): void {
    if (!(chart instanceof EmbeddedChart))
      throw mismatch("SpreadsheetApp.Sheet.removeChart", chart);
    this.sheet.charts = this.sheet.charts.filter(({ id }) => id !== chart.data.id);
  }

  addDeveloperMetadata(key: string, value: unknown = ""): this {
    this.sheet.metadata[key] = typeof value === "string" ? value : "";
    return this;
  }
  getDeveloperMetadata(): DeveloperMetadata[] {
    return Object.keys(this.sheet.metadata).map(
      (key) => new DeveloperMetadata(this.run, this.sheet, key),
    );
  }

  #whole() {
    return { row: 1, column: 1, rows: this.sheet.rows, columns: this.sheet.columns };
  }
}

export const lastVisible = () =>
  new ServiceError("You can't remove all the visible sheets in a document.");

/** Refuses a name that is empty, too long or taken; case does not make a difference. */
export function demandSheetName(
  others: readonly { name: string }[],
  name: unknown,
): asserts name is string {
  if (typeof name !== "string" || name === "")
    throw new ServiceError("The sheet name cannot be empty.");
  if (name.length > 100)
    throw new ServiceError("The sheet name cannot be greater than 100 characters.");
  if (others.some((other) => other.name.toLowerCase() === name.toLowerCase())) {
    throw new ServiceError(
      `A sheet with the name "${name}" already exists. Please enter another name.`,
    );
  }
}
