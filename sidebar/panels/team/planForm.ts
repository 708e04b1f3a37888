import type { QuotaPlanRequest, TeamState } from "../../../src/addon/team/teamTypes.ts";
import { h } from "../../dom.ts";
import { button, buttonBar } from "../../parts/button.ts";
import { checkField, selectField, textField } from "../../parts/field.ts";
import { disclosure } from "../../parts/section.ts";
import type { QuotaDraft } from "./quotaDraft.ts";

/** What a person chose in the form, kept while the panel is drawn anew. */
export type PlanChoices = {
  target: string;
  shape: QuotaPlanRequest["shape"];
  shares: string;
  unit: string;
  byCapacity: boolean;
  readonly carriers: Set<string>;
};

/** Who carries a quota: those who have one, else those who work here and manage nobody. */
export function planChoices({ people }: TeamState, { entries, target }: QuotaDraft): PlanChoices {
  const plain = (text: string | undefined) => (text ?? "").trim().toLowerCase();
  const managers = new Set(people.map(({ manager }) => plain(manager)));
  const isManager = (id: string) => {
    const person = people.find(({ repId }) => repId === id);
    return [person?.repId, person?.name, person?.email].some(
      (one) => plain(one) !== "" && managers.has(plain(one)),
    );
  };
  const carrying = entries.filter(
    ({ row, amounts }) => !row.isRollUp && amounts.some((amount) => (amount ?? 0) > 0),
  );
  const chosen =
    carrying.length > 0
      ? carrying
      : entries.filter(({ row }) => row.isActive && !isManager(row.repId));
  return {
    target: target === undefined ? "" : String(target),
    shape: "even",
    shares: "",
    unit: "1",
    byCapacity: true,
    carriers: new Set(chosen.map(({ row }) => row.repId)),
  };
}

const SHAPES = [
  { value: "even", label: "Evenly" },
  { value: "seasonal", label: "As past won deals fell" },
  { value: "custom", label: "By my own shares" },
];
const UNITS = [
  { value: "0.01", label: "Cents" },
  { value: "1", label: "Whole amounts" },
  { value: "100", label: "Hundreds" },
  { value: "1000", label: "Thousands" },
];

/** Spreads a company target over periods and people; what comes out can still be changed and is not saved. */
export function planForm(
  draft: QuotaDraft,
  choices: PlanChoices,
  propose: (request: QuotaPlanRequest) => void,
  { open }: { readonly open: boolean },
): HTMLElement {
  const { year, entries } = draft;
  const target = textField({
    label: "Company target for the year",
    type: "number",
    value: choices.target,
    onInput: (text) => {
      choices.target = text;
      target.fail(undefined);
    },
  });
  const shares = textField({
    label: "Shares",
    help: `One number for each of the ${year.periods.length} periods, separated by spaces, such as ${year.periods.map(() => Math.round(100 / year.periods.length)).join(" ")}.`,
    value: choices.shares,
    onInput: (text) => {
      choices.shares = text;
    },
  });
  shares.node.hidden = choices.shape !== "custom";
  const shape = selectField({
    label: "Spread over the periods",
    value: choices.shape,
    choices: SHAPES,
    onChange: (value) => {
      choices.shape = value as PlanChoices["shape"];
      shares.node.hidden = value !== "custom";
    },
  });
  const unit = selectField({
    label: "Round to",
    value: choices.unit,
    choices: UNITS,
    onChange: (value) => {
      choices.unit = value;
    },
  });
  const capacity = checkField({
    label: "Less for those who ramp up or are away",
    checked: choices.byCapacity,
    onChange: (checked) => {
      choices.byCapacity = checked;
    },
  });
  const carriers = entries.map(({ row }) =>
    checkField({
      label: row.label,
      checked: choices.carriers.has(row.repId),
      onChange: (checked) => {
        if (checked) choices.carriers.add(row.repId);
        else choices.carriers.delete(row.repId);
      },
    }),
  );
  const run = () => {
    const amount = Number(choices.target);
    if (!(amount > 0)) {
      target.fail("Type what the company is to sell in the year.");
      target.control.focus();
      return;
    }
    const weights = choices.shares.split(/[\s;]+/).filter((part) => part !== "");
    propose({
      year: year.year,
      grain: year.grain,
      target: amount,
      shape: choices.shape,
      weights: weights.map((weight) => Number(weight.replace("%", "").replace(",", "."))),
      repIds: entries.map(({ row }) => row.repId).filter((id) => choices.carriers.has(id)),
      byCapacity: choices.byCapacity,
      unit: Number(choices.unit),
    });
  };
  return disclosure(
    "Spread a company target",
    [
      target.node,
      shape.node,
      shares.node,
      unit.node,
      capacity.node,
      disclosure(`Who carries a quota (${choices.carriers.size})`, [
        h(
          "div",
          { role: "group", "aria-label": "Who carries a quota" },
          ...carriers.map(({ node }) => node),
        ),
      ]),
      buttonBar(button("Propose quotas", run)),
    ],
    { open },
  );
}
