import { InputError } from "../core/inputError.ts";
import type { Answer } from "./requests.ts";

/** The sentence a person is shown: their own mistakes as they are, anything else as a failure that changed nothing more. */
export function messageOf(error: unknown): string {
  if (error instanceof InputError) return error.message;
  const words = error instanceof Error ? error.message : String(error);
  return `This could not be finished: ${words}`;
}

/** Runs an endpoint's work; an exception would lose its words on the way to the sidebar. */
export function answer<T>(work: () => T): Answer<T> {
  try {
    return { ok: true, value: work() };
  } catch (error) {
    return { ok: false, message: messageOf(error) };
  }
}
