import { randomUUID } from "node:crypto";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { type WebSocket, WebSocketServer } from "ws";
import { pageAssets } from "./assets.ts";
import { type HostThread, startHostThread } from "./hostThread.ts";
import { fromOwnPage } from "./origin.ts";
import { PanelPages } from "./panelPages.ts";
import type { FromPage } from "./protocol.ts";
import { respond, type Served } from "./respond.ts";
import type { StartData } from "./threads.ts";

export const USUAL_PORT = 8710;
/** A pasted column of long texts is a few megabytes. */
const LARGEST_MESSAGE = 64 * 1024 * 1024;
const SAVE_AFTER = 1000;

export type PageOptions = {
  readonly start: Omit<StartData, "answers">;
  /** The first port to try; 0 takes any free one. */
  readonly port?: number;
  /** Called some time after each change with the workbook file's text. */
  readonly save?: (text: string) => void;
};

export type RunningPage = {
  readonly url: string;
  stop(): Promise<void>;
};

/** Serves the spreadsheet page to this machine alone. */
export async function startPage({
  start,
  port = USUAL_PORT,
  save,
}: PageOptions): Promise<RunningPage> {
  const sockets = new Map<string, WebSocket>();
  let saving: NodeJS.Timeout | undefined;
  let saved: Promise<void> = Promise.resolve();
  let hasEnded = false;
  const saveNow = (): Promise<void> => {
    clearTimeout(saving);
    saving = undefined;
    saved = thread.request({ what: "save" }).then(
      (text) => save?.(String(text)),
      (error: unknown) => {
        // With the host gone, the file stays as it was saved last.
        if (!hasEnded) throw error;
      },
    );
    return saved;
  };
  const assets = await pageAssets();
  const panels = new PanelPages(assets);
  const thread = await startHostThread(start, {
    send: (page, text) => deliver(sockets, page, text),
    show: (page, panel) => deliver(sockets, page, JSON.stringify(panels.place(panel))),
    changed: () => {
      if (save) saving ??= setTimeout(saveNow, SAVE_AFTER);
    },
    ended: () => {
      hasEnded = true;
      clearTimeout(saving);
      saving = undefined;
      close();
    },
  });
  const server = serve({ assets, panels, thread });
  const close = (): void => {
    for (const socket of sockets.values()) socket.terminate();
    server.closeAllConnections();
    server.close();
  };
  accept(server, thread, sockets);
  await listen(server, port);
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    stop: async () => {
      // One that is under way holds what was typed last.
      await (saving === undefined ? saved : saveNow());
      close();
      await thread.stop();
    },
  };
}

function deliver(
  sockets: ReadonlyMap<string, WebSocket>,
  page: string | undefined,
  text: string,
): void {
  const targets = page === undefined ? sockets.values() : [sockets.get(page)];
  for (const socket of targets) socket?.send(text);
}

function serve(served: Served): Server {
  return createServer((request, response) => {
    respond(request, response, served).catch((error: unknown) => {
      response.writeHead(500, { "content-type": "text/plain; charset=utf-8" });
      response.end(error instanceof Error ? error.message : String(error));
    });
  });
}

function accept(server: Server, thread: HostThread, sockets: Map<string, WebSocket>): void {
  const wss = new WebSocketServer({ noServer: true, maxPayload: LARGEST_MESSAGE });
  server.on("upgrade", (request, socket, head) => {
    if (!fromOwnPage(request)) {
      socket.end("HTTP/1.1 403 Forbidden\r\n\r\n");
      return;
    }
    wss.handleUpgrade(request, socket, head, (connection) => {
      const page = randomUUID();
      sockets.set(page, connection);
      connection.on("message", (data) => {
        const message = readMessage(String(data));
        if (message) thread.receive(page, message);
        else connection.terminate();
      });
      connection.on("error", () => connection.terminate());
      connection.on("close", () => {
        sockets.delete(page);
        thread.left(page);
      });
    });
  });
}

function readMessage(text: string): FromPage | undefined {
  try {
    return JSON.parse(text) as FromPage;
  } catch {
    return undefined;
  }
}

/** A port in use means the next one. */
async function listen(server: Server, first: number): Promise<void> {
  for (let port = first; ; port++) {
    const error = await new Promise<NodeJS.ErrnoException | undefined>((resolve) => {
      server.once("error", resolve);
      server.listen(port, "127.0.0.1", () => {
        server.removeListener("error", resolve);
        resolve(undefined);
      });
    });
    if (error === undefined) return;
    if (error.code !== "EADDRINUSE" || first === 0 || port > first + 100) throw error;
  }
}
