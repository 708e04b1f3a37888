import { fill, h } from "../dom.ts";
import { button } from "./button.ts";
import { type Row, rowItem } from "./rows.ts";

export type OrderList = {
  readonly node: HTMLElement;
  /** Draws the items as they are now. */
  readonly draw: () => void;
};

export type OrderListOptions<Item> = {
  /** What is ordered, for those who hear the list. */
  readonly label: string;
  /** Said in place of a list without items. */
  readonly empty: string;
  readonly items: () => readonly Item[];
  readonly row: (item: Item, at: number) => Row & { readonly name: string };
  /** Moves an item; the list is drawn anew after it. */
  readonly move: (from: number, to: number) => void;
};

/**
 * A list whose order a person decides: by dragging, with the two buttons of each row, or with Alt and an arrow key
 * anywhere in the row.
 */
export function orderList<Item>(options: OrderListOptions<Item>): OrderList {
  const place = h("div", {});
  const said = h("p", { class: "unseen", "aria-live": "polite" });
  let dragged: number | undefined;

  const move = (from: number, to: number, focus?: "up" | "down") => {
    const items = options.items();
    const item = items[from];
    if (item === undefined || to < 0 || to >= items.length || from === to) return;
    const { name } = options.row(item, from);
    options.move(from, to);
    draw();
    fill(said, `${name} is now number ${to + 1} of ${items.length}.`);
    const moved = place.querySelectorAll<HTMLElement>("ol > li")[to];
    const wanted = moved?.querySelector<HTMLButtonElement>(`[data-move="${focus}"]`);
    const other = moved?.querySelector<HTMLButtonElement>("[data-move]:not(:disabled)");
    (wanted && !wanted.disabled ? wanted : other)?.focus();
  };

  const mover = (at: number, way: "up" | "down", name: string, count: number) => {
    const to = way === "up" ? at - 1 : at + 1;
    const made = button(way === "up" ? "↑" : "↓", () => move(at, to, way), {
      kind: "link",
      label: `Move ${name} ${way}`,
    });
    made.dataset.move = way;
    made.disabled = to < 0 || to >= count;
    return made;
  };

  const itemOf = (item: Item, at: number, count: number): HTMLElement => {
    const { name, actions = [], ...row } = options.row(item, at);
    const movers = count > 1 ? [mover(at, "up", name, count), mover(at, "down", name, count)] : [];
    const node = rowItem({ ...row, actions: [...movers, ...actions] });
    if (count < 2) return node;
    node.draggable = true;
    node.addEventListener("dragstart", (event) => {
      dragged = at;
      event.dataTransfer?.setData("text/plain", name);
    });
    node.addEventListener("dragover", (event) => {
      if (dragged === undefined) return;
      event.preventDefault();
      node.classList.toggle("drop-after", dragged < at);
      node.classList.toggle("drop-before", dragged > at);
    });
    node.addEventListener("dragleave", () => node.classList.remove("drop-after", "drop-before"));
    node.addEventListener("dragend", () => {
      dragged = undefined;
    });
    node.addEventListener("drop", (event) => {
      event.preventDefault();
      const from = dragged;
      dragged = undefined;
      if (from !== undefined) move(from, at);
    });
    node.addEventListener("keydown", (event) => {
      const step = event.key === "ArrowUp" ? -1 : event.key === "ArrowDown" ? 1 : 0;
      if (!event.altKey || step === 0) return;
      event.preventDefault();
      move(at, at + step, step < 0 ? "up" : "down");
    });
    return node;
  };

  const draw = () => {
    const items = options.items();
    fill(
      place,
      items.length === 0
        ? h("p", { class: "empty" }, options.empty)
        : h(
            "ol",
            { class: "rows ordered", "aria-label": options.label },
            ...items.map((item, at) => itemOf(item, at, items.length)),
          ),
    );
  };
  draw();
  return { node: h("div", {}, place, said), draw };
}
