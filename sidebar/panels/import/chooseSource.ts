import { h } from "../../dom.ts";
import { button, buttonBar } from "../../parts/button.ts";
import { selectField } from "../../parts/field.ts";
import { section } from "../../parts/section.ts";

export type SourceHandlers = {
  readonly files: (files: readonly File[]) => void;
  readonly tab: (tab: string) => void;
};

/** Where a file can be dropped or chosen, or a tab picked. `isNext`: that is what a person comes here for. */
export function chooseSource(
  tabs: readonly string[],
  handlers: SourceHandlers,
  { isNext }: { readonly isNext: boolean },
): HTMLElement {
  return h(
    "div",
    {},
    dropZone(handlers.files, isNext ? "primary" : "quiet"),
    tabs.length === 0 ? undefined : tabPicker(tabs, handlers.tab),
  );
}

function dropZone(take: SourceHandlers["files"], kind: "primary" | "quiet"): HTMLElement {
  const input = h("input", {
    type: "file",
    multiple: true,
    hidden: true,
    tabindex: -1,
    accept: ".csv,.tsv,.txt,.xlsx",
    "aria-label": "CRM export files",
    on: {
      change: () => {
        if (input.files && input.files.length > 0) take([...input.files]);
        input.value = "";
      },
    },
  });
  const zone = h(
    "div",
    {
      class: "drop",
      on: {
        dragover: (event) => {
          event.preventDefault();
          zone.classList.add("over");
        },
        dragleave: () => zone.classList.remove("over"),
        drop: (event) => {
          event.preventDefault();
          zone.classList.remove("over");
          const files = [...(event.dataTransfer?.files ?? [])];
          if (files.length > 0) take(files);
        },
      },
    },
    h("p", {}, "Drop exports of your CRM here: CSV or Excel, as many as you like."),
    button("Choose files", () => input.click(), { kind }),
    input,
  );
  return zone;
}

function tabPicker(tabs: readonly string[], take: SourceHandlers["tab"]): HTMLElement {
  const picker = selectField({
    label: "Tab with an export",
    help: "The tab itself is never changed.",
    choices: tabs.map((tab) => ({ value: tab, label: tab })),
  });
  return section(
    "Or take a tab",
    undefined,
    picker.node,
    buttonBar(button("Look at the tab", () => take(picker.control.value))),
  );
}
