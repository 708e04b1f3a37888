import type { Execution } from "../execution.ts";
import { ServiceError } from "../serviceError.ts";
import { ServiceObject } from "../strict.ts";
import { Enum } from "./enumValue.ts";

/** Pages of the script's HTML files. Templates with code in them are not used and not here. */
export class HtmlService extends ServiceObject {
  readonly service = "HtmlService";
  override readonly constants: Readonly<Record<string, unknown>>;

  constructor(run: Execution) {
    super(run);
    this.constants = {
      SandboxMode: new Enum(run, "SandboxMode", "EMULATED IFRAME NATIVE"),
      XFrameOptionsMode: new Enum(run, "XFrameOptionsMode", "ALLOWALL DEFAULT"),
    };
  }

  createHtmlOutputFromFile(name: string): HtmlOutput {
    const content = this.run.state.html[name];
    if (content === undefined) throw new ServiceError(`No HTML file named ${name} was found.`);
    return new HtmlOutput(this.run, content);
  }

  createHtmlOutput(content = ""): HtmlOutput {
    return new HtmlOutput(this.run, content);
  }
}

export class HtmlOutput extends ServiceObject {
  readonly service = "HtmlOutput";
  #content: string;
  #title = "";
  #size: { width?: number; height?: number } = {};

  constructor(run: Execution, content: string) {
    super(run);
    this.#content = content;
  }

  getContent(): string {
    return this.#content;
  }
  setContent(content: string): this {
    this.#content = content;
    return this;
  }
  append(content: string): this {
    this.#content += content;
    return this;
  }
  appendUntrusted(content: string): this {
    const names: Record<string, string> = {
      "&": "&amp;",
      "<": "&lt;",
      ">": "&gt;",
      '"': "&#34;",
      "'": "&#39;",
    };
    this.#content += content.replace(/[&<>"']/g, (mark) => names[mark] ?? mark);
    return this;
  }
  getTitle(): string {
    return this.#title;
  }
  setTitle(title: string): this {
    this.#title = title;
    return this;
  }
  getWidth(): number | null {
    return this.#size.width ?? null;
  }
  setWidth(width: number): this {
    this.#size.width = width;
    return this;
  }
  getHeight(): number | null {
    return this.#size.height ?? null;
  }
  setHeight(height: number): this {
    this.#size.height = height;
    return this;
  }
}
