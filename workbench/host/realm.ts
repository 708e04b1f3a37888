import vm from "node:vm";
import { DATE_PRELUDE } from "./realmDate.ts";
import { ServiceError } from "./serviceError.ts";
import { instantOfWallClock, zoneOffset } from "./zone.ts";

type ErrorMaker = new (message: string) => Error;

/** The script's own world: language built-ins and `console`, nothing of Node or a browser. */
export type Realm = {
  readonly context: vm.Context;
  readonly Array: ArrayConstructor;
  /** A Date of the realm for an instant. */
  date(instant: number): Date;
  object(): Record<string, unknown>;
  error(message: string, name: string): Error;
  run(script: vm.Script): unknown;
  /** Calls a function of the realm; one that runs on and on is stopped after some real time. */
  call(action: () => unknown, timeoutMs: number): unknown;
};

export type RealmOptions = {
  readonly zone: string;
  /** What its Date takes for now. */
  readonly now: () => number;
  /** False: `eval` and `new Function` are refused, the harsher reading of what Apps Script does. */
  readonly strings?: boolean;
  readonly log: (level: string, text: string) => void;
};

export function createRealm(options: RealmOptions): Realm {
  const context = vm.createContext(Object.create(null) as object, {
    codeGeneration: { strings: options.strings ?? false, wasm: false },
  });
  const make = vm.runInContext(
    `({ Array, Error, TypeError, NativeDate: Date, object: () => ({}), console: (log) => {
      const level = (name) => (...parts) => { log(name, parts.map(String).join(" ")); };
      const noop = () => {};
      return { log: level("log"), info: level("info"), warn: level("warn"), error: level("error"), time: noop, timeEnd: noop };
    } })`,
    context,
  ) as {
    Array: ArrayConstructor;
    Error: ErrorMaker;
    TypeError: ErrorMaker;
    NativeDate: DateConstructor;
    object: () => Record<string, unknown>;
    console: (log: (level: string, text: string) => void) => object;
  };
  const install = datePrelude.runInContext(context) as (
    offset: (instant: number) => number,
    instant: (wall: number) => number,
    zone: string,
    clock: () => number,
  ) => void;
  const { zone, now } = options;
  install(zoneOffset(zone), (wall) => instantOfWallClock(wall, zone), zone, now);
  context.console = make.console(options.log);
  return {
    context,
    Array: make.Array,
    date: (instant) => new make.NativeDate(instant),
    object: make.object,
    error: (message, name) => {
      const error = name === "TypeError" ? new make.TypeError(message) : new make.Error(message);
      if (name !== "TypeError") error.name = name;
      return error;
    },
    run: (script) => script.runInContext(context),
    call: (action, timeoutMs) => {
      const globals = context as unknown as Record<symbol, unknown>;
      const before = globals[CALL];
      globals[CALL] = action;
      try {
        return callScript.runInContext(context, { timeout: Math.max(1, Math.ceil(timeoutMs)) });
      } catch (error) {
        if ((error as { code?: unknown } | null)?.code !== "ERR_SCRIPT_EXECUTION_TIMEOUT")
          throw error;
        throw new ServiceError("Exceeded maximum execution time");
      } finally {
        globals[CALL] = before;
      }
    },
  };
}

const datePrelude = new vm.Script(DATE_PRELUDE);

/** Only code that Node compiled itself can be stopped, so calls go through a line of it. */
const CALL = Symbol.for("revops.host.call");
const callScript = new vm.Script('globalThis[Symbol.for("revops.host.call")]()');
