import type { Execution } from "../execution.ts";
import { ServiceError } from "../serviceError.ts";
import { mismatch, ServiceObject } from "../strict.ts";

const VALUE_LIMIT = 9 * 1024;
const STORE_LIMIT = 500 * 1024;

type StoreName = "documentProperties" | "userProperties" | "scriptProperties";

export class PropertiesService extends ServiceObject {
  readonly service = "PropertiesService";

  getDocumentProperties(): Properties {
    return new Properties(this.run, "documentProperties");
  }
  getUserProperties(): Properties {
    return new Properties(this.run, "userProperties");
  }
  getScriptProperties(): Properties {
    return new Properties(this.run, "scriptProperties");
  }
}

/** A store of texts: at most 9 KB a value and 500 KB in all. */
export class Properties extends ServiceObject {
  readonly service = "Properties";
  readonly #name: StoreName;

  constructor(run: Execution, name: StoreName) {
    super(run);
    this.#name = name;
  }

  override describe(): string {
    return this.#name;
  }

  getProperty(key: string): string | null {
    return this.#store()[key] ?? null;
  }
  getProperties(): Record<string, string> {
    return { ...this.#store() };
  }
  getKeys(): string[] {
    return Object.keys(this.#store());
  }
  setProperty(key: unknown, value: unknown): this {
    if (typeof key !== "string" || value === null || value === undefined) {
      throw mismatch("PropertiesService.Properties.setProperty", key, value);
    }
    return this.setProperties({ [key]: value });
  }
  setProperties(values: Record<string, unknown>, deleteAllOthers = false): this {
    const next = deleteAllOthers ? {} : { ...this.#store() };
    for (const [key, value] of Object.entries(values)) {
      const text = String(value);
      if (Buffer.byteLength(text) > VALUE_LIMIT)
        throw new ServiceError("Argument too large: value");
      next[key] = text;
    }
    const size = Object.entries(next).reduce(
      (sum, [key, text]) => sum + Buffer.byteLength(key) + Buffer.byteLength(text),
      0,
    );
    if (size > STORE_LIMIT) {
      throw new ServiceError(
        "You have exceeded the property storage quota. Please remove some properties and try again.",
      );
    }
    this.run.state.workbook[this.#name] = next;
    return this;
  }
  deleteProperty(key: string): this {
    delete this.#store()[key];
    return this;
  }
  deleteAllProperties(): this {
    this.run.state.workbook[this.#name] = {};
    return this;
  }

  #store(): Record<string, string> {
    return this.run.state.workbook[this.#name];
  }
}
