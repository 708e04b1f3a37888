import type { ToPage } from "../protocol.ts";

type Panel = Extract<ToPage, { type: "panel" }>;

/** What a frame asks of the page. */
type FrameMessage =
  | { type: "call"; id: number; name: string; args: unknown[] }
  | { type: "close" }
  | { type: "focus" }
  | { type: "size"; width?: number; height?: number };

export type PanelHooks = {
  call(name: string, args: unknown[], done: (ok: boolean, value: unknown) => void): void;
  focusSheet(): void;
};

/** The sidebar beside the sheet and dialogs above it: the add-on's own pages in frames without any rights. */
export function panels(hooks: PanelHooks): { show(panel: Panel): void } {
  const frames = new Map<MessageEventSource, () => void>();

  addEventListener("message", (event: MessageEvent<FrameMessage>) => {
    const close = event.source ? frames.get(event.source) : undefined;
    if (!event.source || !close) return;
    const { source, data } = event;
    if (data.type === "call") {
      hooks.call(data.name, data.args, (ok, value) => {
        source.postMessage({ id: data.id, ok, value }, { targetOrigin: "*" });
      });
    } else if (data.type === "close") close();
    else if (data.type === "focus") hooks.focusSheet();
  });

  const frame = (panel: Panel, close: () => void): HTMLIFrameElement => {
    const made = document.createElement("iframe");
    made.title = panel.title;
    made.setAttribute(
      "sandbox",
      "allow-scripts allow-forms allow-popups allow-downloads allow-modals",
    );
    made.src = panel.src;
    made.addEventListener("load", () => {
      if (made.contentWindow) frames.set(made.contentWindow, close);
    });
    return made;
  };

  const sidebar = (panel: Panel): void => {
    const aside = document.getElementById("panel");
    if (!aside) return;
    const close = (): void => {
      aside.hidden = true;
      aside.replaceChildren();
      hooks.focusSheet();
    };
    const head = heading(panel.title, close);
    const content = frame(panel, close);
    aside.replaceChildren(head, content);
    aside.hidden = false;
    if (content.contentWindow) frames.set(content.contentWindow, close);
  };

  const dialog = (panel: Panel): void => {
    const box = document.createElement("dialog");
    box.className = "page";
    const close = (): void => {
      box.remove();
      hooks.focusSheet();
    };
    const content = frame(panel, close);
    content.style.width = `${panel.width ?? 500}px`;
    content.style.height = `${panel.height ?? 400}px`;
    box.append(heading(panel.title, close), content);
    box.addEventListener("cancel", close);
    document.body.append(box);
    box.showModal();
    if (content.contentWindow) frames.set(content.contentWindow, close);
  };

  return { show: (panel) => (panel.kind === "sidebar" ? sidebar(panel) : dialog(panel)) };
}

function heading(title: string, close: () => void): HTMLElement {
  const head = document.createElement("div");
  head.className = "panel-head";
  const text = document.createElement("span");
  text.textContent = title;
  const button = document.createElement("button");
  button.type = "button";
  button.textContent = "×";
  button.setAttribute("aria-label", `Close ${title}`);
  button.addEventListener("click", close);
  head.append(text, button);
  return head;
}
