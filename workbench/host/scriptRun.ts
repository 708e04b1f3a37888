import type { Realm } from "./realm.ts";
import { fromScript } from "./strict.ts";

const tagOf = (value: unknown) => Object.prototype.toString.call(value).slice(8, -1);

/** What `google.script.run` refuses to send, by the index of the argument and the path within it. */
export function toServer(value: unknown, realm: Realm, property: string): unknown {
  if (value === null || value === undefined) return null;
  if (typeof value === "string" || typeof value === "boolean") return value;
  if (typeof value === "number") return Number.isFinite(value) ? value : null;
  if (Array.isArray(value)) {
    const copy = new realm.Array(value.length);
    for (let index = 0; index < value.length; index++)
      copy[index] = toServer(value[index], realm, String(index));
    return copy;
  }
  const prototype = typeof value === "object" ? Object.getPrototypeOf(value) : undefined;
  if (
    typeof value !== "object" ||
    tagOf(value) !== "Object" ||
    (prototype && Object.getPrototypeOf(prototype))
  ) {
    throw new Error(`Failed due to illegal value in property: ${property}`);
  }
  const copy = realm.object();
  for (const [key, entry] of Object.entries(value)) copy[key] = toServer(entry, realm, key);
  return copy;
}

/** Thrown inside when a value loses the whole answer. */
const LOST = Symbol("lost");

/**
 * What the page gets of a function's answer. A Date or a service object anywhere loses the whole of it (null arrives);
 * maps, sets and patterns arrive as empty objects, functions as their source.
 */
export function toPage(value: unknown): unknown {
  try {
    return received(value, new Set());
  } catch (error) {
    if (error === LOST) return null;
    throw error;
  }
}

function received(value: unknown, above: Set<unknown>): unknown {
  switch (typeof value) {
    case "string":
    case "boolean":
      return value;
    case "number":
      return Number.isFinite(value) ? value : null;
    case "function":
      return String(value);
    case "undefined":
      return null;
    case "object":
      return value === null ? null : receivedObject(value, above);
    default:
      throw LOST;
  }
}

function receivedObject(value: object, above: Set<unknown>): unknown {
  if (fromScript(value) !== value || tagOf(value) === "Date") throw LOST;
  if (above.has(value))
    throw new Error("Converting circular structure: an answer cannot contain itself.");
  above.add(value);
  const copy = Array.isArray(value)
    ? Array.from(value as unknown[], (entry) => received(entry, above))
    : Object.fromEntries(
        Object.entries(value).flatMap(([key, entry]) =>
          entry === undefined ? [] : [[key, received(entry, above)]],
        ),
      );
  above.delete(value);
  return copy;
}
