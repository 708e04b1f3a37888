import { type Child, h, newId } from "../dom.ts";

/** A part of a panel with its heading and a line about it. */
export function section(
  heading: string,
  about: string | undefined,
  ...children: readonly Child[]
): HTMLElement {
  const id = newId();
  return h(
    "section",
    { "aria-labelledby": id },
    h("h2", { id }, heading),
    about ? h("p", { class: "help" }, about) : undefined,
    ...children,
  );
}

/** A part that opens when it is asked for. */
export function disclosure(
  summary: string,
  children: readonly Child[],
  { open = false }: { readonly open?: boolean } = {},
): HTMLDetailsElement {
  return h("details", { open }, h("summary", {}, summary), ...children);
}
