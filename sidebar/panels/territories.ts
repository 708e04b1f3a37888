import type { SettingProblem, SettingRow, SubjectState } from "../../src/addon/settingsTypes.ts";
import type { TerritoriesState, TerritoryUse } from "../../src/addon/territoryTypes.ts";
import { fill, h } from "../dom.ts";
import type { Panel, PanelContext } from "../panel.ts";
import { button, buttonBar } from "../parts/button.ts";
import { askFirst } from "../parts/confirm.ts";
import { orderList } from "../parts/orderList.ts";
import type { Row } from "../parts/rows.ts";
import { settingChanges } from "../parts/settingChanges.ts";
import { type WorkLine, workLine } from "../parts/workLine.ts";
import { overview, recordCounts } from "./territories/overview.ts";
import { ruleForm } from "./territories/ruleForm.ts";
import {
  blankRule,
  conditionsOf,
  isFallback,
  numberedRows,
  type RuleRow,
  ruleRow,
} from "./territories/ruleRow.ts";
import { tryRecord } from "./territories/tryRecord.ts";

export const territoriesPanel: Panel = {
  id: "territories",
  title: "Territories",
  about: "Who looks after which accounts and leads: the first rule that holds counts.",
  show: (root, context) => {
    const line = workLine(() => root);
    fill(root, line.node);
    void line.run({
      doing: "Reading the rules…",
      task: async () => startEditing(root, context, await context.server.revopsTerritories()),
    });
  },
};

/** What is being edited; the saved rows are what the edits are based on. */
type Edit = {
  state: TerritoriesState;
  rules: RuleRow[];
  isDirty: boolean;
};

function rulesOf({ columns, rows }: SubjectState): RuleRow[] {
  return rows.map((row) => ruleRow(columns, row));
}

function startEditing(root: HTMLElement, context: PanelContext, state: TerritoriesState): void {
  const edit: Edit = { state, rules: rulesOf(state.territories), isDirty: false };
  draw(root, context, edit);
}

function draw(root: HTMLElement, context: PanelContext, edit: Edit): void {
  const { columns, canUndo, unreadable } = edit.state.territories;
  const line = workLine(() => root);
  const asking = h("div", {});
  context.keep(edit.isDirty);
  const preview = async (rules: readonly RuleRow[]) => {
    const rows = numberedRows(columns, rules);
    return context.server.revopsPreviewTerritories({ rows });
  };
  /** Takes changed rules and shows what they do. */
  const take = (rules: RuleRow[], say?: string) =>
    line.run({
      doing: "Counting records…",
      task: async () => {
        const shown = await preview(rules);
        draw(root, context, { rules, isDirty: true, state: { ...edit.state, preview: shown } });
      },
      done: () => say,
    });
  const editRule = (at: number) =>
    showForm(root, context, edit, at, () => draw(root, context, edit));
  const list = orderList({
    label: "Territory rules in the order in which they are tried",
    empty:
      "No rules yet. Begin with the narrowest, such as named accounts, and end with the fallback.",
    items: () => edit.rules,
    row: (rule, at) => ({
      ...rowOf(rule, at, edit),
      name: rule.text("Territory") || `rule ${at + 1}`,
      actions: [
        button("Edit", () => editRule(at), { kind: "link", label: `Edit rule ${at + 1}` }),
        button("Delete", () => void take(edit.rules.filter((_, index) => index !== at)), {
          kind: "link",
          label: `Delete rule ${at + 1}`,
        }),
      ],
    }),
    move: (from, to) => {
      const [moved] = edit.rules.splice(from, 1);
      if (moved) edit.rules.splice(to, 0, moved);
      edit.isDirty = true;
      context.keep(true);
      saveButton.disabled = false;
      recount.hidden = false;
    },
  });
  const recount = button("Count anew", () => void take(edit.rules));
  recount.hidden = true;
  const saveButton = button(
    `Save ${edit.rules.length} ${edit.rules.length === 1 ? "rule" : "rules"}`,
    () => void save(root, context, edit, line),
    { kind: "primary" },
  );
  saveButton.disabled = !edit.isDirty;
  const problems = edit.state.preview.problems.filter(({ row }) => row === undefined);
  fill(
    root,
    ...unreadable.map((message) => h("p", { class: "error" }, message)),
    list.node,
    ...problems.map(({ message }) => h("p", { class: "error", role: "alert" }, message)),
    buttonBar(
      saveButton,
      button("Add a rule", () => editRule(edit.rules.length)),
      recount,
      edit.isDirty
        ? button("Discard changes", () =>
            askFirst(asking, "Discard what was not saved?", "Discard", () => {
              context.keep(false);
              startEditing(root, context, { ...edit.state, preview: saved(edit) });
              void reread(root, context, line);
            }),
          )
        : undefined,
      canUndo && !edit.isDirty
        ? button("Undo the last save", () => void undo(root, context, line))
        : undefined,
    ),
    asking,
    line.node,
    overview(edit.state.preview, edit.rules.some(isFallback)),
    tryRecord((request) =>
      context.server.revopsTryTerritory({ ...request, rows: numberedRows(columns, edit.rules) }),
    ),
  );
}

const saved = ({ state }: Edit) => state.preview;

async function reread(root: HTMLElement, context: PanelContext, line: WorkLine): Promise<void> {
  await line.run({
    doing: "Reading the rules…",
    task: async () => startEditing(root, context, await context.server.revopsTerritories()),
  });
}

function rowOf(rule: RuleRow, at: number, { state }: Edit): Row {
  const use: TerritoryUse | undefined = state.preview.uses[at];
  const problem = state.preview.problems.find(({ row }) => row === at);
  const backup = rule.text("Backup");
  const owner = `${rule.text("Owner") || "no owner"}${backup === "" ? "" : `, backup ${backup}`}`;
  const never = use !== undefined && use.notes.some((note) => /^N(?:ever|ot in force)/.test(note));
  const notes = (use?.notes ?? []).map((note) => h("div", { class: "help" }, note));
  return {
    title: `${at + 1}. ${rule.text("Territory") || "unnamed"}`,
    text: h(
      "div",
      {},
      h("div", {}, owner),
      h("div", {}, conditionsOf(rule)),
      ...notes,
      problem ? h("div", { class: "error" }, problem.message) : undefined,
    ),
    badge: use
      ? { word: recordCounts(use.accounts, use.leads), tone: never ? "warning" : "neutral" }
      : undefined,
  };
}
