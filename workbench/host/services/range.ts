import { areaName, sheetPrefix } from "../a1.ts";
import { type CopyKind, copyArea, cutValidations } from "../copyArea.ts";
import { isInside } from "../grid.ts";
import { fromScript, mismatch } from "../strict.ts";
import { restyle } from "../styles.ts";
import { ruleAt } from "../validate.ts";
import type { Area, ValidationRule } from "../workbook.ts";
import { clearContent } from "../writeCells.ts";
import { DataValidation } from "./dataValidation.ts";
import { Protection } from "./protection.ts";
import { checkedArea } from "./rangeGeometry.ts";
import { RangeStyle } from "./rangeStyle.ts";
import { TextStyle } from "./textStyle.ts";

const COPY_KINDS: Record<string, CopyKind> = {
  PASTE_NORMAL: "all",
  PASTE_VALUES: "values",
  PASTE_FORMAT: "format",
  PASTE_FORMULA: "formulas",
  PASTE_DATA_VALIDATION: "validation",
  PASTE_CONDITIONAL_FORMATTING: "conditional",
};

/** A rectangle of cells of a sheet. */
export class Range extends RangeStyle {
  setTextStyle(style: unknown): this {
    return this.setTextStyles(this.filled(style));
  }
  setTextStyles(styles: unknown): this {
    const grid = this.grid("setTextStyles", styles).map((cells) =>
      Array.from(cells, (item) => {
        const style = fromScript(item);
        if (style instanceof TextStyle) return style;
        throw mismatch("SpreadsheetApp.Range.setTextStyles", styles);
      }),
    );
    const lookAt = (row: number, column: number) => grid[row]?.[column]?.look;
    restyle(this.run.state.workbook, this.sheet, this.area, lookAt, (style, look) => ({
      ...style,
      ...look,
    }));
    return this;
  }

  copyTo(destination: unknown, kind?: unknown, transposed?: unknown): void {
    if (!(destination instanceof Range) || transposed === true) {
      throw mismatch("SpreadsheetApp.Range.copyTo", destination, kind, transposed);
    }
    const options =
      typeof kind === "object" && kind !== null && !fromEnum(kind)
        ? (kind as Record<string, unknown>)
        : {};
    let copyKind: CopyKind = options.contentsOnly
      ? "values"
      : options.formatOnly
        ? "format"
        : "all";
    const name = fromEnum(kind);
    if (name !== undefined) {
      const named = COPY_KINDS[name];
      if (!named) throw mismatch("SpreadsheetApp.Range.copyTo", destination, kind);
      copyKind = named;
    }
    const { sheet, area } = destination;
    const target = checkedArea(sheet, {
      ...area,
      rows: Math.max(area.rows, this.area.rows),
      columns: Math.max(area.columns, this.area.columns),
    });
    const results = copyKind === "values" ? this.run.state.computed(this.sheet) : undefined;
    copyArea({ sheet: this.sheet, area: this.area, results }, { sheet, area: target }, copyKind);
    this.run.state.changed(sheet);
  }

  clear(options?: unknown): this {
    if (options === undefined) {
      clearContent(this.run, this.sheet, this.area);
      this.clearFormat();
      this.clearDataValidations();
      this.clearConditional();
      return this;
    }
    const wanted = options as Record<string, unknown>;
    if (wanted.contentsOnly) clearContent(this.run, this.sheet, this.area);
    if (wanted.formatOnly) this.clearFormat();
    if (wanted.commentsOnly) this.clearNote();
    if (wanted.validationsOnly) this.clearDataValidations();
    return this;
  }

  setDataValidation(rule: unknown): this {
    if (rule !== null && !(rule instanceof DataValidation)) {
      throw mismatch("SpreadsheetApp.Range.setDataValidation", rule);
    }
    this.sheet.validations = cutValidations(this.sheet.validations, this.area);
    if (rule) this.sheet.validations.push({ ...rule.rule, area: this.area });
    return this;
  }

  setDataValidations(rules: unknown): this {
    const grid = this.grid("setDataValidations", rules);
    this.sheet.validations = cutValidations(this.sheet.validations, this.area);
    for (let column = 0; column < this.area.columns; column++) {
      // One rule per run of equal rules down a column, not one per cell.
      let open: ValidationRule | undefined;
      let openRule: unknown;
      for (let row = 0; row < this.area.rows; row++) {
        const rule = fromScript(grid[row]?.[column]);
        if (rule && rule === openRule && open) {
          open.area.rows += 1;
          continue;
        }
        openRule = rule;
        open = undefined;
        if (!(rule instanceof DataValidation)) continue;
        const area: Area = {
          row: this.area.row + row,
          column: this.area.column + column,
          rows: 1,
          columns: 1,
        };
        open = { ...rule.rule, area };
        this.sheet.validations.push(open);
      }
    }
    return this;
  }

  getDataValidation(): unknown {
    const rule = ruleAt(this.sheet, this.area.row, this.area.column);
    return rule ? new DataValidation(this.run, rule) : null;
  }

  getDataValidations(): unknown[][] {
    return this.cells((row, column) => {
      const rule = ruleAt(this.sheet, row, column);
      return rule ? new DataValidation(this.run, rule) : null;
    });
  }

  clearDataValidations(): this {
    this.sheet.validations = cutValidations(this.sheet.validations, this.area);
    return this;
  }

  protect(): Protection {
    const protection = { description: "", warningOnly: false, area: this.area };
    this.sheet.protections.push(protection);
    return new Protection(this.run, this.sheet, protection);
  }

  activate(): this {
    this.run.state.workbook.activeSheetId = this.sheet.id;
    this.run.state.selection = { ...this.area };
    return this;
  }

  /** The range as a rule's formula names it: `='Lists'!$A$2:$A$9`. */
  absoluteFormula(): string {
    const fixed = areaName(this.area).replace(/([A-Z]+)(\d+)/g, "$$$1$$$2");
    return `=${sheetPrefix(this.sheet.name)}${fixed}`;
  }

  private clearConditional(): void {
    this.sheet.conditionalRules = this.sheet.conditionalRules.filter((rule) =>
      rule.areas.some(({ row, column, rows, columns }) => {
        const corners = [row, row + rows - 1].flatMap((r) =>
          [column, column + columns - 1].map((c) => [r, c] as const),
        );
        return corners.some(([r, c]) => !isInside(r, c, this.area));
      }),
    );
  }
}

/** The name of an enum's value; undefined for anything else. */
function fromEnum(value: unknown): string | undefined {
  const original = fromScript(value);
  return typeof original === "object" && original !== null && "enumName" in original
    ? String(original.enumName)
    : undefined;
}
