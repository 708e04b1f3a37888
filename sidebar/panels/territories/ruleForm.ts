import type { SettingProblem } from "../../../src/addon/settings/settingsTypes.ts";
import type { TerritoriesState } from "../../../src/addon/settings/territoryTypes.ts";
import { h } from "../../dom.ts";
import { button, buttonBar } from "../../parts/button.ts";
import { checkField } from "../../parts/field.ts";
import { disclosure, section } from "../../parts/section.ts";
import type { Draft, SettingCell } from "../../settings/draft.ts";
import { settingField } from "../../settings/settingField.ts";
import { CONDITIONS, DATES, isFallback } from "./conditions.ts";

export type RuleFormOptions = {
  readonly rules: Draft;
  readonly row: SettingCell[];
  /** What to offer in the fields. */
  readonly offers: Pick<TerritoriesState, "people" | "countries" | "states" | "industries">;
  readonly problems: readonly SettingProblem[];
  readonly changed: () => void;
  readonly back: () => void;
  readonly remove: () => void;
};

/** Everything about one rule, in place of the list. */
export function ruleForm(options: RuleFormOptions): HTMLElement {
  const { rules, row, offers, problems, changed, back, remove } = options;
  const at = rules.rows.indexOf(row);
  const mine = problems.filter((one) => one.row === at);
  const lists: Readonly<Record<string, readonly string[]>> = {
    Owner: offers.people,
    Backup: offers.people,
    Countries: offers.countries,
    States: offers.states,
    Industries: offers.industries,
  };
  const field = (label: string) => {
    const column = rules.state.columns.find((one) => one.label === label);
    return settingField({
      label,
      help: column?.about,
      input: column?.input,
      value: rules.get(row, label),
      list: lists[label],
      problem: mine.find(({ column: wrong }) => wrong === label)?.message,
      change: (value) => {
        rules.set(row, label, value);
        changed();
      },
    });
  };
  const pair = (one: string, other: string) =>
    h("div", { class: "pair" }, field(one), field(other));
  const hasDates = DATES.some((label) => rules.get(row, label) !== "");
  const conditions = h(
    "div",
    { hidden: isFallback(rules, row) },
    field("Countries"),
    field("States"),
    pair("Postal code from", "Postal code to"),
    field("Industries"),
    pair("Employees from", "Employees to"),
    field("Named accounts"),
    field("Products"),
    disclosure("Dates", [pair("Valid from", "Valid to")], { open: hasDates }),
  );
  const fallback = checkField({
    label: "Fallback: takes what no other rule takes",
    help: "Exactly one rule is the fallback; it has no conditions.",
    checked: isFallback(rules, row),
    onChange: (checked) => {
      rules.set(row, "Fallback", checked);
      conditions.hidden = checked;
      changed();
    },
  });
  const general = mine.find(({ column }) => column === "Fallback" || column === undefined);
  return section(
    `Rule ${at + 1}`,
    undefined,
    field("Territory"),
    field("Owner"),
    field("Backup"),
    fallback.node,
    general ? h("p", { class: "error", role: "alert" }, general.message) : undefined,
    conditions,
    buttonBar(
      button(
        "Back to the rules",
        () => {
          // What was hidden must not count.
          if (isFallback(rules, row))
            for (const label of [...CONDITIONS, ...DATES]) rules.set(row, label, "");
          back();
        },
        { kind: "primary" },
      ),
      button("Remove this rule", remove),
    ),
  );
}
