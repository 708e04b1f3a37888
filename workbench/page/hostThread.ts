import { createHash } from "node:crypto";
import { existsSync, mkdirSync, renameSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { Worker } from "node:worker_threads";
import { build } from "esbuild";
import type { FromPage, Panel } from "./protocol.ts";
import type { Answer, FromMain, StartData, ToMain } from "./threads.ts";

const root = resolve(import.meta.dirname, "../..");
const ANSWER_BYTES = 1 << 20;

type Request = Omit<Extract<FromMain, { type: "request" }>, "type" | "id">;

/** The host on its thread, as the server sees it. */
export type HostThread = {
  receive(page: string, message: FromPage): void;
  left(page: string): void;
  request(request: Request): Promise<unknown>;
  stop(): Promise<void>;
};

export type Hooks = {
  /** For one page, or for all. */
  send(page: string | undefined, text: string): void;
  /** The add-on shows a sidebar or a dialog. */
  show(page: string | undefined, panel: Panel): void;
  /** The workbook may have changed. */
  changed(): void;
  /** The thread is gone without having been stopped. */
  ended(): void;
};

/** Starts the host with a workbook on a thread of its own. */
export async function startHostThread(
  start: Omit<StartData, "answers">,
  hooks: Hooks,
): Promise<HostThread> {
  const answers = new SharedArrayBuffer(8 + ANSWER_BYTES);
  const worker = new Worker(await bundled(), {
    workerData: { ...start, answers } satisfies StartData,
  });
  const waiting = new Map<number, { resolve(value: unknown): void; reject(error: Error): void }>();
  const gone = new Set<string>();
  let nextRequest = 0;
  let asking: { id: number; page: string | undefined } | undefined;

  const post = (message: FromMain): void => worker.postMessage(message);
  const answer = (given: Answer): void => {
    asking = undefined;
    const state = new Int32Array(answers, 0, 2);
    const bytes = new TextEncoder().encode(JSON.stringify(given)).slice(0, ANSWER_BYTES);
    new Uint8Array(answers, 8).set(bytes);
    Atomics.store(state, 1, bytes.length);
    Atomics.store(state, 0, 1);
    Atomics.notify(state, 0);
  };

  worker.on("message", (message: ToMain) => {
    if (message.type === "page") hooks.send(message.page, message.text);
    else if (message.type === "panel") hooks.show(message.page, message.panel);
    else if (message.type === "changed") hooks.changed();
    else if (message.type === "asking") {
      asking = { id: message.id, page: message.page };
      // Nobody is there any more to answer.
      if (message.page === undefined || gone.has(message.page)) answer({ button: "CLOSE" });
    } else {
      const request = waiting.get(message.id);
      waiting.delete(message.id);
      if (message.error === undefined) request?.resolve(message.value);
      else request?.reject(new Error(message.error));
    }
  });
  worker.on("error", (error) => {
    for (const { reject } of waiting.values()) reject(error);
    throw error;
  });
  let isStopping = false;
  worker.on("exit", () => {
    for (const { reject } of waiting.values()) reject(new Error("The host has ended."));
    if (!isStopping) hooks.ended();
  });

  return {
    receive: (page, message) => {
      // The host stands still while it asks: answers take another way to it.
      if (message.type !== "answer") post({ type: "page", page, message });
      else if (asking?.id === message.id) answer({ button: message.button, text: message.text });
    },
    left: (page) => {
      gone.add(page);
      if (asking?.page === page) answer({ button: "CLOSE" });
      post({ type: "left", page });
    },
    request: (request) =>
      new Promise((resolve, reject) => {
        nextRequest += 1;
        waiting.set(nextRequest, { resolve, reject });
        post({ type: "request", id: nextRequest, ...request });
      }),
    stop: async () => {
      isStopping = true;
      await worker.terminate();
    },
  };
}

let program: Promise<string> | undefined;

/** The thread's program as one file: a thread does not go through the loader that reads our TypeScript. */
function bundled(): Promise<string> {
  program ??= bundle();
  return program;
}

async function bundle(): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [join(import.meta.dirname, "worker/hostWorker.ts")],
    write: false,
    bundle: true,
    platform: "node",
    format: "esm",
    target: "node20",
    packages: "external",
    logLevel: "error",
  });
  const text = outputFiles[0]?.text ?? "";
  // Named by its content and put there whole: several servers may start at once.
  const name = createHash("sha256").update(text).digest("hex").slice(0, 12);
  const file = join(root, `out/page/hostWorker-${name}.mjs`);
  if (!existsSync(file)) {
    mkdirSync(dirname(file), { recursive: true });
    const part = `${file}.${process.pid}`;
    writeFileSync(part, text);
    renameSync(part, file);
  }
  return file;
}
