import type { IncomingMessage, ServerResponse } from "node:http";
import type { Asset } from "./assets.ts";
import type { HostThread } from "./hostThread.ts";
import { fromOwnPage, toThisMachine } from "./origin.ts";
import { PANEL_POLICY, type PanelPages } from "./panelPages.ts";

const LARGEST_UPLOAD = 210 * 1024 * 1024;
const TEXT = "text/plain; charset=utf-8";
const HEADERS = {
  "cache-control": "no-store",
  "x-content-type-options": "nosniff",
  "cross-origin-resource-policy": "same-origin",
};
/** Only our own scripts; styles and pictures may be made by the component, the sidebar is written into its frame. */
const POLICY = [
  "default-src 'self'",
  "script-src 'self' 'unsafe-eval'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "font-src 'self' data:",
  "connect-src 'self' ws:",
  "frame-src 'self'",
  "object-src 'none'",
  "base-uri 'none'",
].join("; ");

export type Served = {
  readonly assets: ReadonlyMap<string, Asset>;
  readonly panels: PanelPages;
  readonly thread: HostThread;
};

export type Taken = { readonly ok: boolean; readonly text: string };

/** Answers one request: the page's files, the workbook as a file, and files that the page sends. */
export async function respond(
  request: IncomingMessage,
  response: ServerResponse,
  { assets, panels, thread }: Served,
): Promise<void> {
  const say = (status: number, type: string, body: string | Uint8Array, more = {}): void => {
    response.writeHead(status, { ...HEADERS, "content-type": type, ...more });
    response.end(body);
  };
  if (!toThisMachine(request)) return say(403, TEXT, "This page is for this machine alone.");
  const url = new URL(request.url ?? "/", "http://127.0.0.1");
  if (request.method === "POST") {
    if (!fromOwnPage(request)) return say(403, TEXT, "Only the page itself may send files.");
    const bytes = await body(request);
    const taken =
      bytes === undefined ? { ok: false, text: TOO_LARGE } : await take(url, bytes, thread);
    return say(200, "application/json", JSON.stringify(taken));
  }
  const asset = assets.get(url.pathname);
  if (asset)
    return say(
      200,
      asset.type,
      asset.body,
      url.pathname === "/" ? { "content-security-policy": POLICY } : {},
    );
  const panel = panels.get(url.pathname);
  if (panel !== undefined) {
    return say(200, "text/html; charset=utf-8", panel, { "content-security-policy": PANEL_POLICY });
  }
  if (url.pathname === "/workbook.xlsx") {
    const bytes = (await thread.request({ what: "xlsx" })) as Uint8Array;
    const type = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    return say(200, type, bytes, { "content-disposition": 'attachment; filename="revops.xlsx"' });
  }
  if (url.pathname === "/workbook.json") {
    const text = String(await thread.request({ what: "save" }));
    return say(200, "application/json", text, {
      "content-disposition": 'attachment; filename="revops.workbook.json"',
    });
  }
  return say(404, TEXT, "There is nothing here.");
}

/** What came of a file that the page sent: a sentence in any case. */
async function take(url: URL, bytes: Uint8Array, thread: HostThread): Promise<Taken> {
  const { searchParams: given, pathname } = url;
  const what = pathname === "/open" ? "open" : "import";
  const [name, page] = [given.get("name") ?? "", given.get("page") ?? ""];
  try {
    return { ok: true, text: String((await thread.request({ what, name, page, bytes })) ?? "") };
  } catch (error) {
    return { ok: false, text: error instanceof Error ? error.message : String(error) };
  }
}

async function body(request: IncomingMessage): Promise<Uint8Array | undefined> {
  if (Number(request.headers["content-length"]) > LARGEST_UPLOAD) return undefined;
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of request as AsyncIterable<Buffer>) {
    size += part.length;
    if (size > LARGEST_UPLOAD) return undefined;
    parts.push(part);
  }
  return Buffer.concat(parts);
}

const TOO_LARGE = "The file is larger than 200 MB; export fewer columns or a shorter time.";
