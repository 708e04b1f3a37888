import { h } from "../dom.ts";

/** `primary` is the one blue button of a panel; `link` looks like a link inside a row. */
type ButtonKind = "primary" | "quiet" | "link";

export type ButtonOptions = {
  readonly kind?: ButtonKind;
  /** What it does, for those who hear it, where the words alone do not say it. */
  readonly label?: string;
};

export function button(
  words: string,
  act: () => void,
  { kind = "quiet", label }: ButtonOptions = {},
): HTMLButtonElement {
  return h(
    "button",
    { type: "button", class: kind, "aria-label": label, on: { click: act } },
    words,
  );
}

/** Buttons side by side at the bottom of what they belong to, the primary one first. */
export function buttonBar(...buttons: readonly (HTMLElement | undefined)[]): HTMLElement {
  return h("div", { class: "bar" }, ...buttons);
}
