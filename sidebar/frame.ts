import type { SidebarStart } from "../src/addon/start/startTypes.ts";
import { fill, h } from "./dom.ts";
import { useLocale } from "./notation.ts";
import type { Panel, PanelContext } from "./panel.ts";
import { panelMenu } from "./panelMenu.ts";
import { workLine } from "./parts/workLine.ts";
import type { Server } from "./server.ts";

/** Builds the page around the panels and opens the one in the address, else the one open last, else the first. */
export function startFrame(root: HTMLElement, panels: readonly Panel[], server: Server): void {
  const [first] = panels;
  if (!first) return;
  const about = h("p", { class: "about" });
  const place = h("div", {});
  const kept = new Map<string, HTMLElement>();
  let current = first;
  let start: SidebarStart;

  const contextOf = (panel: Panel, shown: HTMLElement): PanelContext => ({
    server,
    start: () => start,
    reload: async () => {
      start = await server.revopsSidebarStart();
      useLocale(start.locale);
      return start;
    },
    open: (id) => {
      const wanted = panelNamed(id);
      if (wanted) open(wanted);
    },
    keep: (hasWork) => {
      if (hasWork) kept.set(panel.id, shown);
      else if (kept.get(panel.id) === shown) kept.delete(panel.id);
    },
  });

  const panelNamed = (id: string | undefined) => panels.find((panel) => panel.id === id);

  const show = (panel: Panel) => {
    current = panel;
    menu.show(panel);
    fill(about, panel.about);
    const before = kept.get(panel.id);
    const shown = before ?? h("div", { class: "panel", "data-panel": panel.id });
    fill(place, shown);
    if (!before) panel.show(shown, contextOf(panel, shown));
    document.documentElement.scrollTop = 0;
  };

  const open = (panel: Panel) => {
    if (panel === current && place.childElementCount > 0 && kept.has(panel.id)) return;
    show(panel);
    location.hash = panel.id;
    // Where the person was is a convenience: nothing is lost when it cannot be kept.
    server.revopsRememberPanel(panel.id).catch(() => undefined);
  };

  const menu = panelMenu(panels, open);
  fill(root, h("header", {}, menu.node), h("main", {}, about, place));
  window.addEventListener("beforeunload", (event) => {
    if (kept.size > 0) event.preventDefault();
  });
  window.addEventListener("hashchange", () => {
    const wanted = panelNamed(location.hash.slice(1));
    if (wanted && wanted !== current && start) show(wanted);
  });

  const opening = workLine();
  menu.show(panelNamed(location.hash.slice(1)) ?? first);
  fill(place, opening.node);
  void opening.run({
    doing: "Looking at the spreadsheet…",
    task: async () => {
      start = await server.revopsSidebarStart();
      useLocale(start.locale);
      show(panelNamed(location.hash.slice(1)) ?? panelNamed(start.panel) ?? first);
    },
  });
}
