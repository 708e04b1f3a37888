import type { SettingProblem } from "../../../src/addon/settings/settingsTypes.ts";
import { h } from "../../dom.ts";
import { button, buttonBar } from "../../parts/button.ts";
import { rowList } from "../../parts/rows.ts";
import { disclosure, section } from "../../parts/section.ts";
import type { Draft, SettingCell } from "../../settings/draft.ts";

export type RuleKind = "fit" | "engagement" | "negative";

export type RuleListOptions = {
  readonly draft: Draft;
  readonly kind: RuleKind;
  readonly problems: readonly SettingProblem[];
  readonly open: (row: SettingCell[]) => void;
  /** Kinds whose rules are in view; kept while others are edited. */
  readonly shown: Set<string>;
};

const TEXTS: Readonly<Record<RuleKind, readonly [title: string, about: string]>> = {
  fit: ["Fit rules", "What a lead is. Of the rules on one attribute the best that holds counts."],
  engagement: ["Engagement rules", "What a lead did. Points can shrink as time passes."],
  negative: ["Negative rules", "What speaks against a lead. Every rule that holds counts."],
};
const STARTS: Readonly<Record<RuleKind, string>> = {
  fit: "is",
  engagement: "happened",
  negative: "contains",
};

/** The rules of one kind. */
export function ruleList({ draft, kind, problems, open, shown }: RuleListOptions): HTMLElement {
  const [title, about] = TEXTS[kind];
  const rows = draft.rows.filter((row) => draft.get(row, "Kind") === kind);
  const items = rows.map((row) => {
    const at = draft.rows.indexOf(row);
    const problem = problems.find((one) => one.row === at);
    const name = ruleName(draft, row);
    const note = String(draft.get(row, "About"));
    return {
      title: name,
      text: h(
        "div",
        {},
        pointsText(draft, row),
        note === "" ? undefined : h("div", { class: "help" }, note),
        problem ? h("p", { class: "error" }, `${problem.column}: ${problem.message}`) : undefined,
      ),
      badge:
        draft.get(row, "Active") === false ? { word: "off", tone: "neutral" as const } : undefined,
      actions: [button("Edit", () => open(row), { kind: "link", label: `Edit ${name}` })],
    };
  });
  const add = () => open(draft.add({ Kind: kind, Operator: STARTS[kind], Active: true }));
  const active = rows.filter((row) => draft.get(row, "Active") !== false).length;
  const list = disclosure(
    `${rows.length} ${rows.length === 1 ? "rule" : "rules"}, ${active} on`,
    [rowList(items, "No rule yet.")],
    {
      open:
        shown.has(kind) || problems.some(({ row }) => rows.includes(draft.rows[row ?? -1] ?? [])),
    },
  );
  list.addEventListener("toggle", () => {
    if (list.open) shown.add(kind);
    else shown.delete(kind);
  });
  return section(
    title,
    about,
    list,
    buttonBar(button("Add a rule", add, { label: `Add a rule to ${title.toLowerCase()}` })),
  );
}

export function ruleName(draft: Draft, row: readonly SettingCell[]): string {
  if (draft.get(row, "Attribute") === "") return "New rule";
  const parts = ["Attribute", "Operator", "Value"].map((label) => String(draft.get(row, label)));
  return parts.filter((part) => part !== "").join(" ");
}

function pointsText(draft: Draft, row: readonly SettingCell[]): string {
  const points = Number(draft.get(row, "Points"));
  const shown = draft.get(row, "Kind") === "negative" ? -Math.abs(points) : points;
  const [lost, days] = [draft.get(row, "Decay points"), draft.get(row, "Decay days")];
  const decay = lost === "" || days === "" ? "" : `, ${lost} fewer every ${days} days`;
  const sign = shown > 0 ? "+" : "";
  return Number.isNaN(shown) ? "points missing" : `${sign}${shown} points${decay}`;
}
