import type { SettingProblem } from "../../../src/addon/settings/settingsTypes.ts";
import type { TerritoryPreview } from "../../../src/addon/settings/territoryTypes.ts";
import { h } from "../../dom.ts";
import { button, buttonBar } from "../../parts/button.ts";
import { orderList } from "../../parts/orderList.ts";
import type { Draft, SettingCell } from "../../settings/draft.ts";
import { conditionsOf, isFallback } from "./conditions.ts";
import { recordCounts } from "./overview.ts";

export type RuleListOptions = {
  readonly rules: Draft;
  /** Undefined until the add-on has counted. */
  readonly preview: TerritoryPreview | undefined;
  readonly problems: readonly SettingProblem[];
  readonly open: (row: SettingCell[]) => void;
  readonly changed: () => void;
};

/** The rules in the order in which they are tried, with what each takes. */
export function ruleList(options: RuleListOptions): HTMLElement {
  const { rules, open, problems, preview } = options;
  const list = orderList({
    label: "Rules in the order in which they are tried",
    empty: "No rules yet. Begin with the narrowest, such as named accounts.",
    items: () => rules.rows,
    row: (row, at) => ruleItem(row, at, options),
    move: (from, to) => {
      rules.move(from, to);
      renumber(rules);
      options.changed();
    },
  });
  const add = (fallback: boolean) => {
    const row = rules.add({
      Fallback: fallback,
      ...(fallback && { Territory: "Everything else" }),
    });
    renumber(rules);
    open(row);
  };
  const hasFallback = rules.rows.some((row) => isFallback(rules, row));
  const general = [...problems, ...(preview?.problems ?? [])].find(({ row }) => row === undefined);
  return h(
    "div",
    {},
    list.node,
    general && rules.rows.length > 0
      ? h("p", { class: "error", role: "alert" }, general.message)
      : undefined,
    buttonBar(
      button("Add a rule", () => add(false)),
      rules.rows.length > 0 && !hasFallback
        ? button("Add the fallback", () => add(true))
        : undefined,
    ),
  );
}

/** A new rule comes before the fallback; then the places of the rows are their numbers. */
export function renumber(rules: Draft): void {
  const last = rules.rows.length - 1;
  const isNewBehind = last > 0 && rules.get(rules.rows[last], "Rule") === "";
  const before = rules.rows[last - 1];
  if (isNewBehind && before && isFallback(rules, before)) rules.move(last, last - 1);
  for (const [at, row] of rules.rows.entries()) rules.set(row, "Rule", at + 1);
}

function ruleItem(
  row: SettingCell[],
  at: number,
  { rules, preview, problems, open }: RuleListOptions,
) {
  const text = (label: string) => String(rules.get(row, label)).trim();
  const name = text("Territory") || `rule ${at + 1}`;
  // Counts belong to the order they were made for.
  const use = preview?.uses.length === rules.rows.length ? preview.uses[at] : undefined;
  const problem = [...problems, ...(preview?.problems ?? [])].find((one) => one.row === at);
  const backup = text("Backup");
  const owner = `${text("Owner") || "No owner"}${backup === "" ? "" : `, backup ${backup}`}`;
  const isIdle = use?.isIdle === true;
  return {
    name,
    title: `${at + 1}. ${name}`,
    text: h(
      "div",
      {},
      h("div", {}, owner),
      h("div", {}, conditionsOf(rules, row)),
      ...(use?.notes ?? []).map((note) => h("div", { class: "help" }, note)),
      problem
        ? h("p", { class: "error" }, problem.column ? `${problem.column}: ` : "", problem.message)
        : undefined,
    ),
    badge: use
      ? {
          word: recordCounts(use.accounts, use.leads),
          tone: isIdle ? ("warning" as const) : ("neutral" as const),
        }
      : undefined,
    actions: [button("Edit", () => open(row), { kind: "link", label: `Edit ${name}` })],
  };
}
