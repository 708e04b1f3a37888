import type { Execution } from "../execution.ts";
import { ServiceError } from "../serviceError.ts";
import { mismatch, ServiceObject } from "../strict.ts";
import type { WorkbookData } from "../workbook.ts";
import { Range } from "./range.ts";

type NamedRangeData = WorkbookData["namedRanges"][number];

/** A range that formulas call by name. */
export class NamedRange extends ServiceObject {
  readonly service = "NamedRange";
  readonly data: NamedRangeData;

  constructor(run: Execution, data: NamedRangeData) {
    super(run);
    this.data = data;
  }

  override describe(): string {
    return this.data.name;
  }

  getName(): string {
    return this.data.name;
  }

  setName(name: string): this {
    demandName(name);
    this.data.name = name;
    this.run.state.changed();
    return this;
  }

  getRange(): unknown {
    const sheet = this.run.state.sheetById(this.data.sheetId);
    return sheet ? this.run.handles?.range(sheet, this.data.area) : null;
  }

  setRange(range: unknown): this {
    if (!(range instanceof Range)) throw mismatch("SpreadsheetApp.NamedRange.setRange", range);
    this.data.sheetId = range.sheet.id;
    this.data.area = { ...range.area };
    this.run.state.changed();
    return this;
  }

  remove(): void {
    const { workbook } = this.run.state;
    workbook.namedRanges = workbook.namedRanges.filter((other) => other !== this.data);
    this.run.state.changed();
  }
}

/** Refuses what formulas could not tell from a cell or an expression. */
export function demandName(name: unknown): asserts name is string {
  const valid =
    typeof name === "string" &&
    /^[A-Za-z_][\w.]{0,249}$/.test(name) &&
    !/^[A-Za-z]{1,3}\d+$/.test(name) &&
    !/^R\d*C\d*$/i.test(name) &&
    !/^(true|false)$/i.test(name);
  if (!valid) throw new ServiceError(`The name you entered is not valid: ${String(name)}`);
}
