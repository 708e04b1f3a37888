import { overlaps } from "../a1.ts";
import type { Execution } from "../execution.ts";
import { ServiceError } from "../serviceError.ts";
import { ServiceObject } from "../strict.ts";
import type { Area, SheetData } from "../workbook.ts";
import type { EnumValue } from "./enumValue.ts";

type ProtectionData = SheetData["protections"][number];

/** Protection of a sheet or a range. It never stops the spreadsheet's owner. */
export class Protection extends ServiceObject {
  readonly service = "Protection";
  readonly sheet: SheetData;
  readonly data: ProtectionData;

  constructor(run: Execution, sheet: SheetData, data: ProtectionData) {
    super(run);
    this.sheet = sheet;
    this.data = data;
  }

  override describe(): string {
    return this.sheet.name;
  }

  getDescription(): string {
    return this.data.description;
  }

  setDescription(description: string): this {
    this.data.description = description;
    return this;
  }

  isWarningOnly(): boolean {
    return this.data.warningOnly;
  }

  setWarningOnly(warningOnly: boolean): this {
    this.data.warningOnly = warningOnly;
    return this;
  }

  getRange(): unknown {
    const whole = { row: 1, column: 1, rows: this.sheet.rows, columns: this.sheet.columns };
    return this.run.handles?.range(this.sheet, this.data.area ?? whole);
  }

  canEdit(): boolean {
    return true;
  }

  remove(): void {
    this.sheet.protections = this.sheet.protections.filter((other) => other !== this.data);
  }
}

/** The protections of a sheet of one type: `SHEET` or `RANGE`. */
export function protectionsOf(run: Execution, sheet: SheetData, type: EnumValue): Protection[] {
  const wantsRange = type.enumName === "RANGE";
  return sheet.protections
    .filter(({ area }) => (area !== undefined) === wantsRange)
    .map((data) => new Protection(run, sheet, data));
}

/** Refuses an editor's change to cells that are protected from him; a warning alone does not stop a script. */
export function demandEditable(run: Execution, sheet: SheetData, area: Area): void {
  if (run.state.owner) return;
  const stops = sheet.protections.some(
    (protection) =>
      !protection.warningOnly && (!protection.area || overlaps(protection.area, area)),
  );
  if (stops) {
    throw new ServiceError(
      "You are trying to edit a protected cell or object. Please contact the spreadsheet owner to remove protection if you need to edit.",
      true,
    );
  }
}
