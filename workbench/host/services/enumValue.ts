import type { Execution } from "../execution.ts";
import { ServiceObject } from "../strict.ts";

/** One value of an enumeration such as `SpreadsheetApp.BorderStyle.SOLID`. */
export class EnumValue extends ServiceObject {
  readonly service: string;
  override readonly pure = true;
  readonly enumName: string;
  readonly #position: number;

  constructor(run: Execution, service: string, name: string, position: number) {
    super(run);
    this.service = service;
    this.enumName = name;
    this.#position = position;
  }

  name(): string {
    return this.enumName;
  }

  ordinal(): number {
    return this.#position;
  }

  override toString(): string {
    return this.enumName;
  }

  toJSON(): string {
    return this.enumName;
  }
}

/** A set of enumeration values; one that does not exist throws instead of being undefined. */
export class Enum extends ServiceObject {
  readonly service: string;
  override readonly constants: Readonly<Record<string, EnumValue>>;

  constructor(run: Execution, name: string, values: string) {
    super(run);
    this.service = name;
    this.constants = Object.fromEntries(
      values
        .split(/\s+/)
        .map((value, position) => [value, new EnumValue(run, name, value, position)]),
    );
  }
}
