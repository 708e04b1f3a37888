import type { TerritoriesState } from "../../../src/addon/territoryTypes.ts";
import { h } from "../../dom.ts";
import { button, buttonBar } from "../../parts/button.ts";
import { checkField, type Field, textField } from "../../parts/field.ts";
import { disclosure, section } from "../../parts/section.ts";
import { isFallback, type RuleRow } from "./ruleRow.ts";

export type RuleForm = {
  readonly node: HTMLElement;
  /** Shows what is wrong beside its field; true when the column is one of the form. */
  readonly fail: (column: string, message: string) => boolean;
};

type Handlers = {
  readonly keep: (rule: RuleRow) => void;
  readonly back: () => void;
};

/** What a column holds: typed numbers stay text when they are no number, for the add-on to refuse with its sentence. */
function typed(kind: string | undefined, value: string): string | number {
  const isNumber = (kind === "integer" || kind === "number") && /^\s*\d+\s*$/.test(value);
  return isNumber ? Number(value) : value.trim();
}

/** The fields of one rule. */
export function ruleForm(
  { territories, people, countries, states, industries }: TerritoriesState,
  rule: RuleRow,
  title: string,
  { keep, back }: Handlers,
): RuleForm {
  let edited = rule;
  const fields = new Map<string, Field<HTMLInputElement>>();
  const inputOf = (label: string) =>
    territories.columns.find((column) => column.label === label);
  const make = (label: string, more: { list?: readonly string[]; required?: boolean } = {}) => {
    const column = inputOf(label);
    const made = textField({
      label,
      help: column?.about,
      type: column?.input?.kind === "date" ? "date" : "text",
      value: rule.text(label),
      ...more,
      onInput: (value) => {
        edited = edited.with(label, typed(column?.input?.kind, value));
        made.fail(undefined);
      },
    });
    fields.set(label, made);
    return made.node;
  };
  const conditions = h(
    "div",
    { hidden: isFallback(rule) },
    make("Countries", { list: countries }),
    make("States", { list: states }),
    h("div", { class: "pair" }, make("Postal code from"), make("Postal code to")),
    make("Industries", { list: industries }),
    h("div", { class: "pair" }, make("Employees from"), make("Employees to")),
    make("Named accounts"),
    make("Products"),
    disclosure(
      "Dates",
      [h("div", { class: "pair" }, make("Valid from"), make("Valid to"))],
      { open: rule.text("Valid from") !== "" || rule.text("Valid to") !== "" },
    ),
  );
  const fallback = checkField({
    label: "Fallback: takes what no other rule takes",
    help: "Exactly one rule is the fallback.",
    checked: isFallback(rule),
    onChange: (checked) => {
      edited = edited.with("Fallback", checked);
      conditions.hidden = checked;
    },
  });
  const general = h("p", { class: "error", role: "alert", hidden: true });
  const node = section(
    title,
    undefined,
    make("Territory", { required: true }),
    make("Owner", { list: people, required: true }),
    make("Backup", { list: people }),
    fallback.node,
    conditions,
    general,
    buttonBar(
      button("Keep this rule", () => keep(cleared(edited)), { kind: "primary" }),
      button("Back without it", back),
    ),
  );
  return {
    node,
    fail: (column, message) => {
      const place = fields.get(column);
      place?.fail(message);
      if (!place) {
        general.textContent = message;
        general.hidden = false;
      }
      place?.control.focus();
      return place !== undefined;
    },
  };
}

const CONDITIONS = [
  ...["Named accounts", "Countries", "States", "Postal code from", "Postal code to", "Industries"],
  ...["Employees from", "Employees to", "Products", "Valid from", "Valid to"],
];

/** The fallback has no conditions, so hidden ones are not kept. */
function cleared(rule: RuleRow): RuleRow {
  return isFallback(rule)
    ? CONDITIONS.reduce((left, label) => left.with(label, ""), rule)
    : rule;
}
