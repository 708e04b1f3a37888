import type { Allowed } from "../../src/settings/input.ts";
import { h } from "../dom.ts";
import { areaField, checkField, selectField, textField } from "../parts/field.ts";
import { cellText, typedCell } from "./cellText.ts";
import type { SettingCell } from "./draft.ts";

export type SettingFieldOptions = {
  readonly label: string;
  readonly help?: string;
  readonly input?: Allowed;
  readonly value: SettingCell;
  /** Words for leaving it blank, where that is a choice. */
  readonly blank?: string;
  /** What was wrong with it when it was saved. */
  readonly problem?: string;
  readonly list?: readonly string[];
  readonly change: (value: SettingCell) => void;
};

/** The control that fits a setting: a list of choices, a checkbox, a date or a line of text. */
export function settingField(options: SettingFieldOptions): HTMLElement {
  const { label, help, input, value, blank, problem, list, change } = options;
  if (input?.kind === "boolean") {
    const { node } = checkField({ label, help, checked: value === true, onChange: change });
    if (problem) node.append(h("p", { class: "error", role: "alert" }, problem));
    return node;
  }
  const shown = cellText(value, input);
  const made = input?.choices
    ? selectField({
        label,
        help,
        value: shown,
        choices: choicesOf(input.choices, shown, blank),
        onChange: change,
      })
    : input?.kind === "list" && !list
      ? areaField({
          label,
          help,
          value: shown,
          rows: 2,
          onInput: (text) => change(typedCell(text.replace(/\s*\n\s*/g, "; "), input)),
        })
      : textField({
          label,
          help,
          value: shown,
          list,
          type: input?.kind === "date" ? "date" : "text",
          onInput: (text) => change(typedCell(text, input)),
        });
  if (problem) made.fail(problem);
  return made.node;
}

function choicesOf(choices: readonly string[], shown: string, blank: string | undefined) {
  const offered = choices.map((choice) => ({ value: choice, label: choice }));
  if (blank !== undefined || shown === "") offered.unshift({ value: "", label: blank ?? "–" });
  return offered;
}
