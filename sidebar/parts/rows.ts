import { type Child, h } from "../dom.ts";

/** A line of a list: what it is, and below it in grey what is to be said about it. */
export type Row = {
  readonly title: Child;
  readonly text?: Child;
  /** A word with a colour at the right: `done`, `missing`. */
  readonly badge?: Badge;
  readonly actions?: readonly HTMLElement[];
};

export type Badge = {
  readonly word: string;
  readonly tone: "good" | "warning" | "bad" | "neutral";
};

function badge({ word, tone }: Badge): HTMLElement {
  return h("span", { class: `badge ${tone}` }, word);
}

/** A list of two-line rows; `empty` is said in place of a list without rows. */
export function rowList(rows: readonly Row[], empty: string): HTMLElement {
  if (rows.length === 0) return h("p", { class: "empty" }, empty);
  return h("ul", { class: "rows" }, ...rows.map(rowItem));
}

/** One row of a list, for lists that do more than show rows. */
export function rowItem({ title, text, badge: mark, actions = [] }: Row): HTMLElement {
  return h(
    "li",
    {},
    h("div", { class: "row-head" }, h("strong", {}, title), mark ? badge(mark) : undefined),
    text === undefined ? undefined : h("div", { class: "row-text" }, text),
    actions.length > 0 ? h("div", { class: "row-actions" }, ...actions) : undefined,
  );
}
