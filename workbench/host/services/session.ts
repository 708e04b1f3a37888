import type { Execution } from "../execution.ts";
import { ServiceObject } from "../strict.ts";
import { Enum } from "./enumValue.ts";

export class Session extends ServiceObject {
  readonly service = "Session";

  getScriptTimeZone(): string {
    return this.run.state.scriptZone;
  }

  getActiveUserLocale(): string {
    return this.run.state.workbook.locale.slice(0, 2);
  }

  getTemporaryActiveUserKey(): string {
    return "local-user";
  }
}

export class ScriptApp extends ServiceObject {
  readonly service = "ScriptApp";
  override readonly constants: Readonly<Record<string, Enum>>;

  constructor(run: Execution) {
    super(run);
    this.constants = { AuthMode: new Enum(run, "AuthMode", "NONE CUSTOM_FUNCTION LIMITED FULL") };
  }

  /** The person at the workbench has granted everything that the manifest asks for. */
  requireScopes(_mode: unknown, _scopes?: unknown): void {}

  requireAllScopes(_mode: unknown): void {}

  getScriptId(): string {
    return "local-script";
  }
}

export class Logger extends ServiceObject {
  readonly service = "Logger";

  log(...parts: unknown[]): this {
    let next = 1;
    const [first = "", ...rest] = parts;
    const text =
      typeof first === "string" && rest.length > 0
        ? first.replace(/%s/g, () => String(parts[next++]))
        : String(first);
    this.run.state.tell({ kind: "log", title: "log", text });
    return this;
  }

  getLog(): string {
    return this.run.state.events
      .flatMap((event) => (event.kind === "log" ? [event.text] : []))
      .join("\n");
  }

  clear(): void {}
}
