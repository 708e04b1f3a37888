import type { FieldProblem, TeamPerson } from "../../../src/addon/team/teamTypes.ts";
import { h } from "../../dom.ts";
import { button, buttonBar } from "../../parts/button.ts";
import { checkField, type TextOptions, textField } from "../../parts/field.ts";
import { disclosure, section } from "../../parts/section.ts";
import type { TeamEntry } from "./teamDraft.ts";

export type PersonFormOptions = {
  readonly entry: TeamEntry;
  /** The others, to offer as manager and backup. */
  readonly names: readonly string[];
  readonly teams: readonly string[];
  readonly roles: readonly string[];
  readonly problems: readonly FieldProblem[];
  readonly changed: () => void;
  readonly back: () => void;
  /** Only a person that is not saved yet can be removed. */
  readonly remove: (() => void) | undefined;
};

type Field = keyof TeamPerson;
type More = Omit<TextOptions, "label" | "value">;

/** Everything about one person, in place of the list. */
export function personForm(options: PersonFormOptions): HTMLElement {
  const { entry, names, teams, roles, problems, changed, back, remove } = options;
  const set = (field: Field, value: TeamPerson[Field]) => {
    entry.after = { ...entry.after, [field]: value };
    changed();
  };
  const problemOf = (field: Field) =>
    problems.find((one) => one.field === field && one.repId === entry.after.repId)?.message;
  const make = (
    field: Field,
    label: string,
    more: More,
    read: (text: string) => TeamPerson[Field],
    value: string,
  ) => {
    const made = textField({ label, value, ...more, onInput: (text) => set(field, read(text)) });
    made.fail(problemOf(field));
    return made.node;
  };
  const text = (field: Field, label: string, more: More = {}) =>
    make(
      field,
      label,
      more,
      (typed) => typed.trim() || undefined,
      String(entry.after[field] ?? ""),
    );
  const number = (field: Field, label: string) =>
    make(
      field,
      label,
      { type: "number" },
      (typed) => (typed === "" ? undefined : Number(typed)),
      String(entry.after[field] ?? ""),
    );
  const day = (field: Field, label: string) => text(field, label, { type: "date" });
  const ramp = entry.after.rampOverride;
  const active = checkField({
    label: "Works here",
    help: "Untick it for people who left; they stay in the sheet for their history.",
    checked: entry.after.active !== false,
    onChange: (checked) => set("active", checked),
  });
  return section(
    entry.before ? (entry.after.name ?? entry.after.repId) : "A new person",
    undefined,
    text("name", "Name", { help: "As deals name their owner.", required: true }),
    entry.before
      ? undefined
      : make(
          "repId",
          "Rep ID",
          { help: "Best the id that the CRM uses.", required: true },
          (typed) => typed.trim(),
          entry.after.repId,
        ),
    text("email", "E-mail"),
    text("manager", "Manager", { list: names }),
    h(
      "div",
      { class: "pair" },
      text("role", "Role", { list: roles }),
      text("team", "Team", { list: teams }),
    ),
    day("startDate", "Start date"),
    make(
      "rampOverride",
      "Ramp in percent",
      {
        type: "number",
        help: "Blank: 30% for three months from the start date, 60% for the next three, then 100%.",
      },
      (typed) => (typed === "" ? undefined : Number((Number(typed) / 100).toPrecision(12))),
      ramp === undefined ? "" : String(Number((ramp * 100).toPrecision(12))),
    ),
    active.node,
    disclosure(
      "Absence",
      [
        h(
          "div",
          { class: "pair" },
          day("ptoFrom", "First day away"),
          day("ptoTo", "Last day away"),
        ),
        text("backup", "Backup", { list: names }),
      ],
      { open: entry.after.ptoFrom !== undefined },
    ),
    disclosure("Capacity and segment", [
      h(
        "div",
        { class: "pair" },
        number("maxLeads", "Most leads"),
        number("maxAccounts", "Most accounts"),
      ),
      number("maxOpenDeals", "Most open deals"),
      h("div", { class: "pair" }, text("segment", "Segment"), text("region", "Region")),
    ]),
    buttonBar(
      button("Back to the team", back, { kind: "primary" }),
      remove ? button("Remove", remove) : undefined,
    ),
  );
}
