import { type Cost, costOf } from "./costs.ts";
import type { HostState } from "./hostState.ts";
import type { Realm } from "./realm.ts";
import { ServiceError } from "./serviceError.ts";
import type { Area, SheetData } from "./workbook.ts";

/**
 * How much a script may do: nothing while it loads; only its menu in `none` (an add-on that is installed but not yet
 * used in this file); no panels in `limited` (opening a file where it is used); everything after a click; reading in a
 * custom function.
 */
export type Mode = "load" | "none" | "limited" | "full" | "custom";

/** One call that read or changed the spreadsheet, properties, the cache or the interface. */
export type ServiceCall = {
  readonly service: string;
  readonly method: string;
  readonly detail: string;
  readonly ms: number;
};

const ALLOWED_WITHOUT_AUTH = new Set([
  "Ui",
  "Menu",
  "Logger",
  "Utilities",
  "ScriptApp",
  "HtmlOutput",
]);

/** Makes the objects that services hand to one another. */
export type Handles = {
  /** A value of one of SpreadsheetApp's enumerations. */
  constant(group: string, name: string): object | undefined;
  spreadsheet(): object;
  sheet(sheet: SheetData): object;
  range(sheet: SheetData, area: Area): object;
};

/** One run of the script: its rights, its clock and what it asked of the services. */
export class Execution {
  readonly state: HostState;
  readonly calls: ServiceCall[] = [];
  realm: Realm | undefined;
  handles: Handles | undefined;
  mode: Mode = "load";
  /** Told of each counted call before it takes effect. */
  onCall: ((call: ServiceCall) => void) | undefined;
  /** True in a context that has a user interface. */
  hasUi = false;
  readonly #deferred: boolean;
  #charged = 0;
  #started = performance.now();
  #limit = Number.POSITIVE_INFINITY;
  #late: ServiceError | undefined;

  constructor(state: HostState, deferred: boolean) {
    this.state = state;
    this.#deferred = deferred;
  }

  begin(mode: Mode, limitMs: number, hasUi: boolean): void {
    this.mode = mode;
    this.hasUi = hasUi;
    this.calls.length = 0;
    this.#charged = 0;
    this.#started = performance.now();
    this.#limit = limitMs;
    this.#late = undefined;
  }

  /** Real time so far plus what the calls would have taken at Google. */
  get elapsed(): number {
    return performance.now() - this.#started + this.#charged;
  }

  /** Adds to the clock without a call, such as a script that sleeps. */
  spend(ms: number): void {
    this.#charged += ms;
    this.checkClock();
  }

  /** The platform stops the script here; no catch can keep it alive, since every later call fails as well. */
  checkClock(): void {
    if (this.elapsed > this.#limit) throw new ServiceError("Exceeded maximum execution time");
  }

  /** Checks rights and clock, then charges the call. */
  enter(service: string, method: string, detail: () => string): Cost["kind"] {
    const cost = costOf(service, method);
    this.#checkRights(service, method, cost.kind);
    if (cost.ms > 0) this.#charged += cost.ms;
    this.checkClock();
    if (cost.counted) {
      const call = { service, method, detail: detail(), ms: cost.ms };
      this.calls.push(call);
      this.throwLate();
      this.onCall?.(call);
    }
    return cost.kind;
  }

  /** Buffered writes fail when the buffer is emptied: at the next call or at the end. */
  throwLate(): void {
    const late = this.#late;
    this.#late = undefined;
    if (late) throw new ServiceError(late.message);
  }

  /** Keeps a late refusal for the next call where writes are deferred; says whether it did. */
  defer(error: unknown): boolean {
    if (!this.#deferred || !(error instanceof ServiceError) || !error.late) return false;
    this.#late ??= error;
    return true;
  }

  #checkRights(service: string, method: string, kind: string): void {
    const called = `${service}.${method}`;
    switch (this.mode) {
      case "load":
        throw new ServiceError(
          `${called} was called while the script was loading: no service may be used then.`,
        );
      case "none": {
        const allowed =
          ALLOWED_WITHOUT_AUTH.has(service) ||
          called === "SpreadsheetApp.getUi" ||
          called === "Session.getActiveUserLocale";
        if (allowed && !/^(alert|prompt|show)/.test(method)) return;
        throw new ServiceError(
          `You do not have permission to call ${called}. (The add-on is not enabled in this file.)`,
        );
      }
      case "limited":
        if (!(service === "Ui" && method.startsWith("show"))) return;
        throw new ServiceError(`You do not have permission to call ${called}.`);
      case "custom":
        this.#checkCustomFunction(called, method, kind);
    }
  }

  #checkCustomFunction(called: string, method: string, kind: string): void {
    if (called === "SpreadsheetApp.getUi") {
      throw new ServiceError("Cannot call SpreadsheetApp.getUi() from this context.");
    }
    const writesProperty = kind === "property" && !method.startsWith("get");
    if (kind === "write" || kind === "interface" || kind === "flush" || writesProperty) {
      throw new ServiceError(`You do not have permission to call ${method}`);
    }
  }
}
