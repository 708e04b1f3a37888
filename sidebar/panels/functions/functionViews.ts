import type { FunctionView } from "../../../src/addon/functions/functionTypes.ts";

/** Every custom function, as the build wrote them into the page. */
export function functionViews(): readonly FunctionView[] {
  const text = document.getElementById("functions")?.textContent ?? "[]";
  return JSON.parse(text) as readonly FunctionView[];
}
