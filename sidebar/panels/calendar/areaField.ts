import { h, newId } from "../../dom.ts";

/** A labelled field of several lines. */
export function areaField(
  label: string,
  help: string,
): { readonly node: HTMLElement; readonly control: HTMLTextAreaElement } {
  const [id, helpId] = [newId(), newId()];
  const control = h("textarea", { id, rows: 4, "aria-describedby": helpId });
  const node = h(
    "div",
    { class: "field" },
    h("label", { for: id }, label),
    control,
    h("p", { class: "help", id: helpId }, help),
  );
  return { node, control };
}
