import { randomUUID } from "node:crypto";
import type { Asset } from "./assets.ts";
import type { Panel } from "./protocol.ts";

const KEPT = 20;

/** Pages of the add-on as the server hands them to their frames, with `google.script` put in front. */
export class PanelPages {
  readonly #pages = new Map<string, string>();
  readonly #bridge: string;

  constructor(assets: ReadonlyMap<string, Asset>) {
    this.#bridge = String(assets.get("/sidebarBridge.js")?.body ?? "").replaceAll(
      "</script",
      "<\\/script",
    );
  }

  /** The same message for the page, which loads the panel from an address. */
  place(message: Panel): Panel {
    const { html = "", ...rest } = message;
    const src = `/panel/${randomUUID()}`;
    const script = `<script>${this.#bridge}</script>`;
    const [head] = /<head[^>]*>/i.exec(html) ?? [];
    const page =
      head === undefined
        ? `<!doctype html>${script}${html}`
        : html.replace(head, () => `${head}${script}`);
    this.#pages.set(src, page);
    const [oldest] = this.#pages.keys();
    if (this.#pages.size > KEPT && oldest !== undefined) this.#pages.delete(oldest);
    return { ...rest, src };
  }

  get(path: string): string | undefined {
    return this.#pages.get(path);
  }
}

/** A panel reaches nothing: neither this server nor any other, only its parent by messages. */
export const PANEL_POLICY = [
  "sandbox allow-scripts allow-forms allow-popups allow-downloads allow-modals",
  "default-src 'none'",
  "script-src 'unsafe-inline'",
  "style-src 'unsafe-inline'",
  "img-src data: blob:",
  "font-src data:",
  "frame-ancestors 'self'",
].join("; ");
