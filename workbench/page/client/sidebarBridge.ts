/** Runs inside the frame of a sidebar or dialog: `google.script` as the add-on's page knows it, over messages. */

type Handlers = {
  success?: (value: unknown, user?: unknown) => void;
  failure?: (error: Error, user?: unknown) => void;
  user?: unknown;
};

/** Apps Script runs ten calls of a page at once; further ones wait. */
const AT_ONCE = 10;

const waiting = new Map<number, Handlers>();
const queue: (() => void)[] = [];
let running = 0;
let nextId = 0;

function illegal(value: unknown): boolean {
  if (value === null || value === undefined) return false;
  if (Array.isArray(value)) return value.some(illegal);
  if (typeof value === "function") return true;
  if (typeof value !== "object") return false;
  const prototype = Object.getPrototypeOf(value) as unknown;
  if (prototype !== Object.prototype && prototype !== null) return true;
  return Object.values(value).some(illegal);
}

function call(name: string, args: unknown[], handlers: Handlers): void {
  const bad = args.findIndex(illegal);
  if (bad >= 0) throw new Error(`Failed due to illegal value in property: ${bad}`);
  const start = (): void => {
    running += 1;
    nextId += 1;
    waiting.set(nextId, handlers);
    parent.postMessage(
      { type: "call", id: nextId, name, args: JSON.parse(JSON.stringify(args)) },
      "*",
    );
  };
  if (running < AT_ONCE) start();
  else queue.push(start);
}

function runner(handlers: Handlers): object {
  const settings: Record<string, (value: never) => object> = {
    withSuccessHandler: (success: Handlers["success"]) => runner({ ...handlers, success }),
    withFailureHandler: (failure: Handlers["failure"]) => runner({ ...handlers, failure }),
    withUserObject: (user: unknown) => runner({ ...handlers, user }),
  };
  return new Proxy(settings, {
    get: (known, name) => {
      if (typeof name !== "string" || name === "then") return undefined;
      return (
        known[name] ??
        (name.endsWith("_") ? undefined : (...args: unknown[]) => call(name, args, handlers))
      );
    },
  });
}

addEventListener("message", (event) => {
  if (event.source !== parent) return;
  const { id, ok, value } = event.data as { id: number; ok: boolean; value: unknown };
  const handlers = waiting.get(id);
  if (!waiting.delete(id)) return;
  running -= 1;
  queue.shift()?.();
  if (ok) handlers?.success?.(value, handlers.user);
  else if (handlers?.failure) handlers.failure(new Error(String(value)), handlers.user);
  else console.error(`Uncaught at google.script.run: ${value}`);
});

const host = {
  close: () => parent.postMessage({ type: "close" }, "*"),
  setWidth: (width: number) => parent.postMessage({ type: "size", width }, "*"),
  setHeight: (height: number) => parent.postMessage({ type: "size", height }, "*"),
  editor: { focus: () => parent.postMessage({ type: "focus" }, "*") },
  origin: "",
};
Object.assign(globalThis, { google: { script: { run: runner({}), host } } });
