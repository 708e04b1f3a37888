import { fill, h, newId } from "./dom.ts";
import type { Panel } from "./panel.ts";

export type PanelMenu = {
  readonly node: HTMLElement;
  /** Says which panel is open. */
  readonly show: (panel: Panel) => void;
};

/** The title of the open panel as a button that opens the list of all of them. */
export function panelMenu(panels: readonly Panel[], choose: (panel: Panel) => void): PanelMenu {
  const listId = newId();
  const title = h("span", {});
  const toggle = h(
    "button",
    { type: "button", class: "menu", "aria-expanded": "false", "aria-controls": listId },
    title,
    h("span", { class: "chevron", "aria-hidden": "true" }),
  );
  const items = new Map(
    panels.map((panel) => [
      panel.id,
      h(
        "button",
        {
          type: "button",
          on: {
            click: () => {
              close();
              toggle.focus();
              choose(panel);
            },
          },
        },
        panel.title,
      ),
    ]),
  );
  const list = h(
    "ul",
    { id: listId, class: "menu-list", hidden: true },
    ...[...items.values()].map((item) => h("li", {}, item)),
  );
  const open = () => {
    list.hidden = false;
    toggle.setAttribute("aria-expanded", "true");
    (list.querySelector<HTMLElement>("[aria-current]") ?? list.querySelector("button"))?.focus();
  };
  const close = () => {
    list.hidden = true;
    toggle.setAttribute("aria-expanded", "false");
  };
  toggle.addEventListener("click", () => (list.hidden ? open() : close()));
  const node = h("nav", { "aria-label": "Panels" }, h("h1", {}, toggle), list);
  node.addEventListener("keydown", (event) => {
    if (list.hidden) return;
    if (event.key === "Escape") {
      close();
      toggle.focus();
    } else moveFocus(event, [...items.values()]);
  });
  node.addEventListener("focusout", ({ relatedTarget }) => {
    if (relatedTarget instanceof Node && !node.contains(relatedTarget)) close();
  });
  return {
    node,
    show: (panel) => {
      fill(title, panel.title);
      toggle.setAttribute("aria-label", `${panel.title}: choose another panel`);
      for (const [id, item] of items) {
        if (id === panel.id) item.setAttribute("aria-current", "page");
        else item.removeAttribute("aria-current");
      }
    },
  };
}

/** Arrow keys, Home and End move along the list. */
function moveFocus(event: KeyboardEvent, items: readonly HTMLElement[]): void {
  const at = items.indexOf(document.activeElement as HTMLElement);
  const targets: Readonly<Record<string, number>> = {
    ArrowDown: (at + 1) % items.length,
    ArrowUp: (at - 1 + items.length) % items.length,
    Home: 0,
    End: items.length - 1,
  };
  const target = targets[event.key];
  if (target === undefined) return;
  event.preventDefault();
  items[target]?.focus();
}
