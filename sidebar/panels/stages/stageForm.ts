import type { SettingProblem, StageUse } from "../../../src/addon/settings/settingsTypes.ts";
import { h } from "../../dom.ts";
import { button, buttonBar } from "../../parts/button.ts";
import { section } from "../../parts/section.ts";
import type { Draft, SettingCell } from "../../settings/draft.ts";
import { settingField } from "../../settings/settingField.ts";
import { requiredList } from "./requiredList.ts";

export type StageFormOptions = {
  readonly stages: Draft;
  readonly required: Draft;
  readonly row: SettingCell[];
  readonly fields: readonly string[];
  readonly use: StageUse | undefined;
  readonly problems: readonly SettingProblem[];
  readonly changed: () => void;
  readonly back: () => void;
  readonly remove: (() => void) | undefined;
};

const BLANK: Readonly<Record<string, string>> = {
  Category: "Told from the probability",
  Group: "None",
};
const FIRST = ["Stage", "Probability", "Status", "Category"];
const FURTHER = [
  "Exit criteria",
  "Benchmark days",
  "Stale multiple",
  "WIP limit",
  "Group",
  "CRM values",
  "Pipeline",
];

/** Everything about one stage, in place of the list. */
export function stageForm(options: StageFormOptions): HTMLElement {
  const { stages, required, row, use, problems, changed, back, remove, fields } = options;
  const at = stages.rows.indexOf(row);
  const field = (label: string) => {
    const column = stages.state.columns.find((one) => one.label === label);
    const mine = problems.find(
      (one) => one.subject === "stages" && one.row === at && one.column === label,
    );
    return settingField({
      label,
      help: column?.about,
      input: column?.input,
      value: stages.get(row, label),
      blank: BLANK[label],
      problem: mine?.message,
      change: (value) => {
        stages.set(row, label, value);
        changed();
      },
    });
  };
  return section(
    `Stage ${String(stages.get(row, "Stage")) || "without a name"}`,
    undefined,
    ...FIRST.map(field),
    ...FURTHER.map(field),
    use && use.values.length > 0 ? valuesOf(use) : undefined,
    requiredList(required, row, stages, fields, changed),
    buttonBar(
      button("Back to the stages", back),
      remove ? button("Remove this stage", remove) : undefined,
    ),
  );
}

function valuesOf({ values }: StageUse): HTMLElement {
  const words = values.map(({ value, pipeline, deals, openDeals }) => {
    const where = pipeline === "" ? "" : ` in ${pipeline}`;
    return h(
      "li",
      {},
      `${value}${where}: ${deals} ${deals === 1 ? "deal" : "deals"}, ${openDeals} open`,
    );
  });
  return h("div", {}, h("h3", {}, "In the data"), h("ul", { class: "plain" }, ...words));
}
