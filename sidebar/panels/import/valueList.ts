import type { ValueChoice, ValueMap } from "../../../src/addon/calls/requests.ts";
import { h } from "../../dom.ts";
import { selectField } from "../../parts/field.ts";
import { disclosure } from "../../parts/section.ts";

type Choose = (field: keyof ValueMap, value: string, as: string) => void;

const KEPT: Readonly<Record<keyof ValueMap, string>> = {
  stage: "Add it to the stages",
  forecastCategory: "Leave it to the stage",
  owner: "Keep as it is",
};

/** Values of stages, categories and owners that are not known, each with what it can stand for. */
export function valueList(choice: ValueChoice, choose: Choose): HTMLElement {
  const { field, label, values, choices } = choice;
  const open = values.filter(({ isKnown, as }) => !isKnown || as !== undefined);
  const known = values.filter((value) => !open.includes(value));
  const summary = `${label}: ${open.length === 0 ? "all known" : `${open.length} not known`}`;
  const rows = open.map(({ value, count, as }) => {
    const { node } = selectField({
      label: value,
      help: `${count} ${count === 1 ? "deal" : "deals"}`,
      choices: [
        { value: "", label: KEPT[field] },
        ...choices.map((one) => ({ value: one, label: one })),
      ],
      value: as ?? "",
      onChange: (wanted) => choose(field, value, wanted),
    });
    return h("li", {}, node);
  });
  return disclosure(
    summary,
    [
      rows.length > 0 ? h("ul", { class: "rows" }, ...rows) : undefined,
      known.length > 0
        ? h(
            "p",
            { class: "help" },
            `Known: ${known.map(({ value, count }) => `${value} (${count})`).join(", ")}`,
          )
        : undefined,
    ],
    { open: rows.length > 0 },
  );
}
