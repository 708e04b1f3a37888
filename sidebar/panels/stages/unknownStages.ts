import type { CrmStage } from "../../../src/addon/settings/settingsTypes.ts";
import { h } from "../../dom.ts";
import { button } from "../../parts/button.ts";
import { selectField } from "../../parts/field.ts";
import { section } from "../../parts/section.ts";
import type { Draft } from "../../settings/draft.ts";

const ADD = "\u0000";

/** Stages that deals name and the settings do not know, each with a stage to count as. */
export function unknownStages(
  unknown: readonly CrmStage[],
  stages: Draft,
  changed: () => void,
): HTMLElement | undefined {
  if (unknown.length === 0) return undefined;
  return section(
    "Stages that only the data knows",
    "Their deals count as what the CRM says, without a probability from here.",
    ...unknown.map((one) => unknownStage(one, stages, changed)),
  );
}

function unknownStage(
  { pipeline, value, deals, openDeals }: CrmStage,
  stages: Draft,
  changed: () => void,
): HTMLElement {
  const rows = stages.rows.filter((row) => {
    const own = String(stages.get(row, "Pipeline"));
    return own === "" || own === pipeline;
  });
  // A list of spellings is parted by semicolons, so a name that holds one can only be a stage of its own.
  const targets = value.includes(";") ? [] : rows;
  const select = selectField({
    label: `${value}${pipeline === "" ? "" : ` in ${pipeline}`}`,
    help: `${deals} ${deals === 1 ? "deal" : "deals"}, ${openDeals} open`,
    value: ADD,
    choices: [
      { value: ADD, label: "A stage of its own" },
      ...targets.map((row) => ({
        value: String(stages.rows.indexOf(row)),
        label: `Counts as ${stages.get(row, "Stage")}`,
      })),
    ],
  });
  const apply = () => {
    const row = stages.rows[Number(select.control.value)];
    if (select.control.value === ADD || !row) {
      stages.add({ Stage: value, Status: "open", "Stale multiple": 2 });
    } else {
      const known = String(stages.get(row, "CRM values"));
      stages.set(row, "CRM values", known === "" ? value : `${known}; ${value}`);
    }
    changed();
  };
  return h(
    "div",
    {},
    select.node,
    button("Apply", apply, { kind: "link", label: `Apply to ${value}` }),
  );
}
