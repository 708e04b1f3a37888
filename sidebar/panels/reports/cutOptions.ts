import { h } from "../../dom.ts";
import { selectField } from "../../parts/field.ts";

/** What a report is to cut the pipeline by: one thing, or one across another. */
export function cutOptions(names: readonly string[]): {
  readonly node: HTMLElement;
  readonly read: () => { readonly cut?: readonly string[] };
} {
  const field = (label: string, none: string) =>
    selectField({
      label,
      choices: [{ value: "", label: none }, ...names.map((name) => ({ value: name, label: name }))],
    });
  const [by, across] = [field("Cut by", "Nothing"), field("and by", "Nothing")];
  return {
    node: h("div", { class: "pair" }, by.node, across.node),
    read: () => {
      const cut = [by, across].map(({ control }) => control.value).filter((name) => name !== "");
      return cut.length === 0 ? {} : { cut };
    },
  };
}
