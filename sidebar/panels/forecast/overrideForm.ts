import type { OverrideValues } from "../../../src/addon/forecast/forecastTypes.ts";
import { h } from "../../dom.ts";
import { button, buttonBar } from "../../parts/button.ts";
import { selectField, textField } from "../../parts/field.ts";
import { section } from "../../parts/section.ts";
import { workLine } from "../../parts/workLine.ts";
import type { Desk } from "../forecast.ts";
import { numberField } from "./numberField.ts";

const CATEGORIES = ["Commit", "Best Case", "Pipeline", "Omitted"];

/** What a person holds of the chosen deal; the CRM's row stays as it is. */
export function overrideForm({ context, view, asked, redraw }: Desk): HTMLElement {
  const { deal } = view;
  const heading = "Hold a deal otherwise";
  if (!deal)
    return section(
      heading,
      undefined,
      h("p", { class: "empty" }, "Select a deal's row or type its record id, then press Show."),
    );
  const { held } = deal;
  const typed = () => context.keep(true);
  const percent = numberField("Chance, %", held?.percent, typed);
  const amount = numberField("Amount", held?.amount, typed, "In the deal's currency.");
  const date = (label: string, value = "", help = "") =>
    textField({ label, type: "date", value, help, onInput: typed });
  const closeDate = date("Close date", held?.closeDate);
  const category = selectField({
    label: "Category",
    choices: [
      { value: "", label: "As in the CRM" },
      ...CATEGORIES.map((value) => ({ value, label: value })),
    ],
    value: held?.category ?? "",
    onChange: typed,
  });
  const reason = textField({
    label: "Reason",
    value: held?.reason ?? "",
    required: true,
    onInput: typed,
  });
  const expires = date("Until", held?.expires, "The last day on which it counts.");
  const node = h("div", {});
  const line = workLine(() => node);
  const save = (values: OverrideValues) =>
    void line
      .run({
        doing: "Saving the override…",
        task: () => context.server.revopsSaveOverride({ ...asked, values }),
      })
      .then((saved) => saved && redraw(saved));
  const saveTyped = () =>
    save({
      percent: percent.value(),
      amount: amount.value(),
      closeDate: closeDate.control.value,
      category: category.control.value,
      reason: reason.control.value,
      expires: expires.control.value,
    });
  const state = held
    ? `Held otherwise${held.by === undefined ? "" : ` by ${held.by}`}${held.isOver ? "; it no longer counts" : ""}.`
    : "Blank fields stay as the CRM has them.";
  node.append(
    section(
      heading,
      `${deal.name}: ${deal.crm}`,
      h("p", {}, state),
      percent.node,
      amount.node,
      closeDate.node,
      category.node,
      reason.node,
      expires.node,
      buttonBar(
        button("Save the override", saveTyped),
        held ? button("Take it back", () => save({})) : undefined,
      ),
      line.node,
    ),
  );
  return node;
}
