import { h } from "../../dom.ts";
import { textField } from "../../parts/field.ts";

export type Days = { readonly from?: string; readonly to?: string };

/** The two days of a report that compares them. `read` is undefined, and the field says why, when they are the wrong way round. */
export function dayOptions(): {
  readonly node: HTMLElement;
  readonly read: () => Days | undefined;
} {
  const clear = () => from.fail(undefined);
  const from = textField({ label: "From", type: "date", onInput: clear });
  const to = textField({ label: "To", type: "date", onInput: clear });
  const help = h(
    "p",
    { class: "help" },
    "Blank: from the snapshots before the latest ones, or a week before; to the as-of day.",
  );
  return {
    node: h("div", {}, h("div", { class: "pair" }, from.node, to.node), help),
    read: () => {
      const days = { from: from.control.value || undefined, to: to.control.value || undefined };
      if (days.from && days.to && days.from > days.to) {
        from.fail("The first day is after the second one.");
        from.control.focus();
        return undefined;
      }
      return days;
    },
  };
}
