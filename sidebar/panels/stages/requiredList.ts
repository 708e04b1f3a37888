import { fill, h } from "../../dom.ts";
import { button, buttonBar } from "../../parts/button.ts";
import { selectField, textField } from "../../parts/field.ts";
import { rowList } from "../../parts/rows.ts";
import type { Draft, SettingCell } from "../../settings/draft.ts";

const DEALS = "Opportunities";

/** Fields that a deal must have filled from this stage on, with those that every stage asks for. */
export function requiredList(
  required: Draft,
  stage: readonly SettingCell[],
  stages: Draft,
  fields: readonly string[],
  changed: () => void,
): HTMLElement {
  const place = h("div", {});
  const name = () => String(stages.get(stage, "Stage"));
  const isHere = (row: readonly SettingCell[]) => {
    const of = String(required.get(row, "Stage"));
    return (
      required.get(row, "Object") === DEALS &&
      (of === "" || of.toLowerCase() === name().toLowerCase())
    );
  };
  const field = textField({
    label: "Field",
    list: fields,
    help: "Heading of a column of Opportunities.",
  });
  const severity = selectField({
    label: "How much it matters",
    value: "medium",
    choices: ["high", "medium", "low"].map((value) => ({ value, label: value })),
  });
  const add = () => {
    const wanted = field.control.value.trim();
    const known = fields.find((one) => one.toLowerCase() === wanted.toLowerCase());
    const isThere = required.rows.some(
      (row) =>
        isHere(row) && String(required.get(row, "Field")).toLowerCase() === wanted.toLowerCase(),
    );
    if (wanted === "") return field.fail("Type or choose a field.");
    if (isThere) return field.fail(`${wanted} is required here already.`);
    field.fail(undefined);
    required.add({
      Object: DEALS,
      Stage: name(),
      Field: known ?? wanted,
      Severity: severity.control.value,
    });
    field.control.value = "";
    changed();
    draw();
  };
  const draw = () => {
    const rows = required.rows.filter(isHere).map((row) => {
      const title = String(required.get(row, "Field"));
      const everywhere = required.get(row, "Stage") === "";
      return {
        title,
        text: `${required.get(row, "Severity")} severity${everywhere ? ", in every open stage" : ""}`,
        actions: everywhere
          ? []
          : [
              button(
                "Remove",
                () => {
                  required.remove(row);
                  changed();
                  draw();
                },
                { kind: "link", label: `Do not require ${title} here` },
              ),
            ],
      };
    });
    fill(place, rowList(rows, "No field is required here."));
  };
  draw();
  return h(
    "div",
    {},
    h("h3", {}, "Required fields"),
    place,
    h("div", { class: "pair" }, field.node, severity.node),
    buttonBar(button("Require this field", add)),
  );
}
