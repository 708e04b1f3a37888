import { type Host, type HostOptions, openHost } from "../../workbench/host/host.ts";

/** A host running a script written for one test; `run` evaluates code in it as a menu action would. */
export function hostWith(
  script = "",
  options: Partial<HostOptions> = {},
): Host & { run(code: string): unknown } {
  const bundle = `${script}
    function runCode(code) { return Function(code)(); }`;
  const host = openHost({ now: () => Date.UTC(2026, 5, 15), ...options, bundle, strings: true });
  return { ...host, run: (code) => host.call("runCode", code) };
}
