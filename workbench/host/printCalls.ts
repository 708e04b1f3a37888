import type { ServiceCall } from "./execution.ts";

/** The calls of an action as text, one a line with the running time. */
export function printed(name: string, calls: readonly ServiceCall[]): string {
  let clock = 0;
  const lines = calls.map(({ service, method, detail, ms }) => {
    clock += ms;
    return `${(clock / 1000).toFixed(2).padStart(8)} s  ${service}.${method}${detail ? `  ${detail}` : ""}`;
  });
  return [`${name}: ${calls.length} service calls, ${(clock / 1000).toFixed(2)} s`, ...lines].join(
    "\n",
  );
}
