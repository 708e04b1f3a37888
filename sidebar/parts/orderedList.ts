import { type Child, h } from "../dom.ts";
import { button } from "./button.ts";
import { type Badge, badge } from "./rows.ts";

/** A row that has a place in an order. */
export type OrderedRow = {
  readonly name: string;
  readonly text?: Child;
  readonly badge?: Badge;
  readonly actions?: readonly HTMLElement[];
  /** What is open under the row, such as its form. */
  readonly body?: HTMLElement;
};

export type OrderedListOptions = {
  readonly label: string;
  readonly empty: string;
  readonly rows: readonly OrderedRow[];
  /** The row at `from` goes to place `to`. The list is drawn anew by the caller, who then calls `focusMoved`. */
  readonly move: (from: number, to: number) => void;
};

const HANDLE = "⠿";

/** A list whose order is changed by dragging a row, by its buttons, or with Alt and an arrow key anywhere in the row. */
export function orderedList({ label, empty, rows, move }: OrderedListOptions): HTMLElement {
  if (rows.length === 0) return h("p", { class: "empty" }, empty);
  let dragged: number | undefined;
  const items = rows.map((row, at) => {
    const to = (place: number) => {
      if (place >= 0 && place < rows.length && place !== at) move(at, place);
    };
    const item: HTMLLIElement = h(
      "li",
      {
        on: {
          dragover: (event) => {
            if (dragged === undefined) return;
            event.preventDefault();
            item.classList.add("over");
          },
          dragleave: () => item.classList.remove("over"),
          drop: (event) => {
            event.preventDefault();
            item.classList.remove("over");
            if (dragged !== undefined && dragged !== at) move(dragged, at);
          },
          keydown: (event) => {
            if (!event.altKey || (event.key !== "ArrowUp" && event.key !== "ArrowDown")) return;
            event.preventDefault();
            to(event.key === "ArrowUp" ? at - 1 : at + 1);
          },
        },
      },
      rowHead(row, {
        start: () => {
          dragged = at;
        },
        end: () => {
          dragged = undefined;
        },
      }),
      row.text === undefined ? undefined : h("div", { class: "row-text" }, row.text),
      h("div", { class: "row-actions" }, ...moveButtons(row.name, at, rows.length, to), ...(row.actions ?? [])),
      row.body,
    );
    return item;
  });
  return h("ol", { class: "rows ordered", "aria-label": label }, ...items);
}

/** Puts the focus on the row that was moved, in the list drawn anew. */
export function focusMoved(list: Element | null, at: number): void {
  const buttons = list?.children[at]?.querySelectorAll<HTMLButtonElement>(".row-actions button");
  [...(buttons ?? [])].find((one) => !one.disabled)?.focus();
}

function rowHead(
  { name, badge: mark }: OrderedRow,
  drag: { readonly start: () => void; readonly end: () => void },
): HTMLElement {
  const handle = h(
    "span",
    {
      class: "handle",
      draggable: "true",
      "aria-hidden": "true",
      title: "Drag to move",
      on: {
        dragstart: (event) => {
          event.dataTransfer?.setData("text/plain", name);
          drag.start();
        },
        dragend: drag.end,
      },
    },
    HANDLE,
  );
  return h("div", { class: "row-head" }, handle, h("strong", {}, name), mark ? badge(mark) : undefined);
}

function moveButtons(
  name: string,
  at: number,
  count: number,
  to: (place: number) => void,
): HTMLElement[] {
  const up = button("↑", () => to(at - 1), { kind: "link", label: `Move ${name} up` });
  const down = button("↓", () => to(at + 1), { kind: "link", label: `Move ${name} down` });
  up.disabled = at === 0;
  down.disabled = at === count - 1;
  return [up, down];
}
