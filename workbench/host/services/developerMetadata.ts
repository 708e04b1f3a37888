import type { Execution } from "../execution.ts";
import { ServiceObject } from "../strict.ts";
import type { SheetData } from "../workbook.ts";

/** A key and a value that the add-on hung on a sheet. */
export class DeveloperMetadata extends ServiceObject {
  readonly service = "DeveloperMetadata";
  readonly sheet: SheetData;
  #key: string;

  constructor(run: Execution, sheet: SheetData, key: string) {
    super(run);
    this.sheet = sheet;
    this.#key = key;
  }

  override describe(): string {
    return `${this.sheet.name} ${this.#key}`;
  }

  getKey(): string {
    return this.#key;
  }

  getValue(): string {
    return this.sheet.metadata[this.#key] ?? "";
  }

  setValue(value: string): this {
    this.sheet.metadata[this.#key] = value;
    return this;
  }

  remove(): void {
    delete this.sheet.metadata[this.#key];
  }
}
