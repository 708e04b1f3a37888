import type { SettingProblem } from "../../src/addon/settings/settingsTypes.ts";
import { h } from "../dom.ts";
import type { Draft } from "./draft.ts";
import { settingField } from "./settingField.ts";

/** Headings of the columns in which a sheet keeps the names and the values of single settings. */
export type FormColumns = { readonly name: string; readonly value: string };

const FORM: FormColumns = { name: "Setting", value: "Value" };

/** The fields of the named settings of a sheet, or of all of them, each with what it does and where its default is from. */
export function formFields(
  draft: Draft,
  problems: readonly SettingProblem[],
  changed: (label: string) => void,
  labels: readonly string[] = draft.state.lines.map(({ label }) => label),
  columns: FormColumns = FORM,
): HTMLElement[] {
  return labels.flatMap((label) => {
    const line = draft.state.lines.find((one) => one.label === label);
    const row = draft.rows.find((one) => draft.get(one, columns.name) === label);
    if (!line || !row) return [];
    const at = draft.rows.indexOf(row);
    const problem = problems.find(
      (one) => one.subject === draft.state.subject && one.row === at,
    )?.message;
    const node = settingField({
      label,
      help: line.about,
      input: line.input,
      value: draft.get(row, columns.value),
      problem,
      change: (value) => {
        draft.set(row, columns.value, value);
        changed(label);
      },
    });
    // A setting without a default has no source to name.
    if (!line.source.startsWith("Yours")) {
      node.append(h("p", { class: "help source" }, `Default from: ${line.source}`));
    }
    return [node];
  });
}
