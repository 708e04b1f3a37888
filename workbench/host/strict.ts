import type { Execution } from "./execution.ts";
import { ServiceError } from "./serviceError.ts";

/** An object of a service. Scripts see its methods and constants through a strict proxy, never its fields. */
export abstract class ServiceObject {
  readonly run: Execution;
  /** The name in messages and in the list of calls, such as `Range`. */
  abstract readonly service: string;
  /** Constants and nested services that are no methods. */
  readonly constants: Readonly<Record<string, unknown>> | undefined = undefined;

  /** True for plain values such as enumerations, which are no calls to any service. */
  readonly pure: boolean = false;

  constructor(run: Execution) {
    this.run = run;
  }

  toString(): string {
    return this.service;
  }

  /** Throws where the person may not change this object. */
  demandEditable(): void {}

  /** What a call was about, for the list of calls. */
  describe(): string {
    return "";
  }
}

const proxies = new WeakMap<ServiceObject, object>();
const originals = new WeakMap<object, ServiceObject>();
/** Asked for by the language itself; a service object simply has none of them. */
const SILENT = new Set(["then", "toJSON", "valueOf", "constructor"]);
/** Methods of ours that services need of one another. */
const HIDDEN = new Set(
  "describe demandEditable absoluteFormula grid filled cells eachCell putNote all each change look extent clearConditional copySheet".split(
    " ",
  ),
);

type Method = (...args: unknown[]) => unknown;

/** The strict face of a service object: what it does not have throws at once instead of being undefined. */
export function expose(object: ServiceObject): object {
  const known = proxies.get(object);
  if (known) return known;
  const methods = new Map<string, Method>();
  const proxy = new Proxy(Object.create(null) as object, {
    get(_, key) {
      if (typeof key === "symbol") return undefined;
      if (object.constants && Object.hasOwn(object.constants, key)) {
        return toScript(object.constants[key], object.run);
      }
      const cached = methods.get(key);
      if (cached) return cached;
      const method = methodOf(object, key);
      if (method) {
        const made: Method = (...args) => invoke(object, key, method, args);
        methods.set(key, made);
        return made;
      }
      if (key === "toString") return () => object.service;
      if (SILENT.has(key)) return undefined;
      throw object.run.realm?.error(`${object.service}.${key} is not in this host`, "TypeError");
    },
    set(_, key) {
      throw object.run.realm?.error(`${object.service}.${String(key)} cannot be set`, "TypeError");
    },
    has: (_, key) => typeof key === "string" && methodOf(object, key) !== undefined,
    getPrototypeOf: () => null,
  });
  proxies.set(object, proxy);
  originals.set(proxy, object);
  return proxy;
}

function methodOf(object: ServiceObject, key: string): Method | undefined {
  if (HIDDEN.has(key) || key === "constructor" || Object.hasOwn(object, key)) return undefined;
  const method = (object as unknown as Record<string, unknown>)[key];
  const inherited = (Object.prototype as unknown as Record<string, unknown>)[key];
  return typeof method === "function" && method !== inherited ? (method as Method) : undefined;
}

function invoke(object: ServiceObject, name: string, method: Method, args: unknown[]): unknown {
  const { run } = object;
  try {
    if (!object.pure) {
      const kind = run.enter(object.service, name, () => object.describe());
      if (kind === "write") object.demandEditable();
    }
    for (let index = 0; index < args.length; index++) args[index] = fromScript(args[index]);
    return toScript(method.apply(object, args), run);
  } catch (error) {
    if (run.defer(error)) return toScript(object, run);
    throw run.realm && error instanceof ServiceError
      ? run.realm.error(error.message, error.name)
      : error;
  }
}

/** The service object behind what a script passes; anything else as it is. */
export function fromScript(value: unknown): unknown {
  return typeof value === "object" && value !== null ? (originals.get(value) ?? value) : value;
}

/** What a script gets: service objects behind their strict face, arrays and plain objects of its own realm. */
function toScript(value: unknown, run: Execution): unknown {
  if (typeof value !== "object" || value === null) return value;
  if (value instanceof ServiceObject) return expose(value);
  // biome-ignore lint/suspicious/useIsArray: arrays of the script's realm are finished and must not be copied again.
  if (value instanceof Array) {
    const copy = new (run.realm?.Array ?? Array)(value.length);
    for (let index = 0; index < value.length; index++) copy[index] = toScript(value[index], run);
    return copy;
  }
  if (Object.getPrototypeOf(value) === Object.prototype) {
    const copy = run.realm?.object() ?? {};
    for (const [key, entry] of Object.entries(value)) copy[key] = toScript(entry, run);
    return copy;
  }
  return value;
}

/** `Number`, `String`, `null`, `Sheet`: how the platform names the kinds in a signature mismatch. */
function kindName(value: unknown): string {
  const original = fromScript(value);
  if (original instanceof ServiceObject) return `SpreadsheetApp.${original.service}`;
  if (original === null || original === undefined) return "null";
  if (Array.isArray(original)) return kindOfArray(original);
  if (typeof original === "object") return Object.prototype.toString.call(original).slice(8, -1);
  return typeof original === "boolean"
    ? "Boolean"
    : typeof original === "number"
      ? "number"
      : capital(typeof original);
}

function kindOfArray(array: readonly unknown[]): string {
  return array.length === 0 || !Array.isArray(array[0]) ? "number[]" : "Object[][]";
}

const capital = (text: string) => text.slice(0, 1).toUpperCase() + text.slice(1);

/** The platform's refusal of arguments of the wrong kind. */
export function mismatch(method: string, ...args: unknown[]): ServiceError {
  const kinds = args.map(kindName).join(",");
  return new ServiceError(
    `The parameters (${kinds}) don't match the method signature for ${method}.`,
  );
}
