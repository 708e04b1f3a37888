import type { Execution } from "../execution.ts";
import { ServiceError } from "../serviceError.ts";
import { mismatch, ServiceObject } from "../strict.ts";
import { Enum, type EnumValue } from "./enumValue.ts";
import { TRIGGER_SCOPE, Trigger, TriggerBuilder } from "./triggers.ts";

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
    this.constants = {
      AuthMode: new Enum(run, "AuthMode", "NONE CUSTOM_FUNCTION LIMITED FULL"),
      AuthorizationStatus: new Enum(run, "AuthorizationStatus", "REQUIRED NOT_REQUIRED"),
      WeekDay: new Enum(run, "WeekDay", "MONDAY TUESDAY WEDNESDAY THURSDAY FRIDAY SATURDAY SUNDAY"),
    };
  }

  /** Ends the script where the person has not granted a scope, or could not, since the manifest lacks it. */
  requireScopes(_mode: unknown, scopes: readonly string[]): void {
    const missing = scopes.filter((scope) => !this.#isGranted(scope));
    if (missing.length > 0)
      throw new ServiceError("Authorization is required to perform that action.");
  }

  requireAllScopes(mode: unknown): void {
    this.requireScopes(mode, this.run.state.scopes);
  }

  getAuthorizationInfo(_mode: unknown): AuthorizationInfo {
    const { REQUIRED, NOT_REQUIRED } = this.constants.AuthorizationStatus?.constants ?? {};
    const isMissing = this.run.state.scopes.some((scope) => !this.#isGranted(scope));
    return new AuthorizationInfo(this.run, isMissing ? REQUIRED : NOT_REQUIRED);
  }

  newTrigger(handler: string): TriggerBuilder {
    this.#demandTriggers("newTrigger");
    return new TriggerBuilder(this.run, handler);
  }

  getUserTriggers(_document: unknown): Trigger[] {
    this.#demandTriggers("getUserTriggers");
    const { triggers = [] } = this.run.state.workbook;
    return triggers.map((one) => new Trigger(this.run, one));
  }

  deleteTrigger(trigger: unknown): void {
    this.#demandTriggers("deleteTrigger");
    if (!(trigger instanceof Trigger)) throw mismatch("ScriptApp.deleteTrigger", trigger);
    const { workbook } = this.run.state;
    workbook.triggers = workbook.triggers?.filter(({ id }) => id !== trigger.getUniqueId());
  }

  #isGranted(scope: string): boolean {
    return this.run.state.scopes.includes(scope) && !this.run.state.ungranted.has(scope);
  }

  #demandTriggers(method: string): void {
    if (this.#isGranted(TRIGGER_SCOPE)) return;
    throw new ServiceError(
      `Specified permissions are not sufficient to call ScriptApp.${method}. Required permissions: ${TRIGGER_SCOPE}`,
    );
  }

  getScriptId(): string {
    return "local-script";
  }
}

export class AuthorizationInfo extends ServiceObject {
  readonly service = "AuthorizationInfo";
  override readonly pure = true;
  readonly #status: EnumValue | undefined;

  constructor(run: Execution, status: EnumValue | undefined) {
    super(run);
    this.#status = status;
  }

  getAuthorizationStatus(): EnumValue | undefined {
    return this.#status;
  }

  getAuthorizationUrl(): string | null {
    return this.#status?.enumName === "REQUIRED"
      ? "https://accounts.google.com/o/oauth2/auth"
      : null;
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
