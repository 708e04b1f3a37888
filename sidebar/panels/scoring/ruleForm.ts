import type { SettingProblem } from "../../../src/addon/settings/settingsTypes.ts";
import { fill, h } from "../../dom.ts";
import { button, buttonBar } from "../../parts/button.ts";
import { section } from "../../parts/section.ts";
import type { Draft, SettingCell } from "../../settings/draft.ts";
import { settingField } from "../../settings/settingField.ts";
import { ruleName } from "./ruleList.ts";

/** What the value of a rule is, by how it is compared. */
const VALUES: Readonly<Record<string, string>> = {
  is: "One text or number.",
  "one of": "Texts separated by semicolons, such as software; finance.",
  contains: "Texts separated by semicolons; one of them must be part of the field.",
  "ends with": "Endings separated by semicolons, such as .edu; @gmail.com.",
  between: "A range of numbers, such as 51-200.",
  "at least": "A number; for events how often they happened.",
  happened: "Blank: once. A number: so many times. each: every time counts.",
  "not since": "Days without it.",
};

export type RuleFormOptions = {
  readonly draft: Draft;
  readonly row: SettingCell[];
  readonly attributes: readonly string[];
  readonly problems: readonly SettingProblem[];
  readonly changed: () => void;
  readonly back: () => void;
  readonly remove: () => void;
};

/** One scoring rule, in place of the lists. */
export function ruleForm(options: RuleFormOptions): HTMLElement {
  const { draft, row, attributes, problems, changed, back, remove } = options;
  const at = draft.rows.indexOf(row);
  const valueHelp = h("p", { class: "help" });
  const sayHelp = () => fill(valueHelp, VALUES[String(draft.get(row, "Operator"))]);
  const field = (label: string) => {
    const column = draft.state.columns.find((one) => one.label === label);
    return settingField({
      label,
      help: label === "Value" ? undefined : column?.about,
      input: column?.input,
      value: draft.get(row, label),
      list: label === "Attribute" ? attributes : undefined,
      problem: problems.find((one) => one.row === at && one.column === label)?.message,
      change: (value) => {
        draft.set(row, label, value);
        sayHelp();
        changed();
      },
    });
  };
  sayHelp();
  const value = field("Value");
  value.append(valueHelp);
  return section(
    ruleName(draft, row),
    undefined,
    field("Attribute"),
    field("Operator"),
    value,
    field("Points"),
    draft.get(row, "Kind") === "engagement"
      ? h("div", { class: "pair" }, field("Decay points"), field("Decay days"))
      : undefined,
    field("Active"),
    buttonBar(button("Back to the rules", back), button("Remove this rule", remove)),
  );
}
