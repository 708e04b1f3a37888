import type { ScoringState, SettingProblem } from "../../src/addon/settings/settingsTypes.ts";
import { fill, h } from "../dom.ts";
import type { Panel, PanelContext } from "../panel.ts";
import { section } from "../parts/section.ts";
import { typedCell } from "../settings/cellText.ts";
import { type Draft, draftOf, type SettingCell } from "../settings/draft.ts";
import { formFields } from "../settings/formFields.ts";
import { livePreview } from "../settings/livePreview.ts";
import { presetChoice } from "../settings/presetChoice.ts";
import { readThenEdit } from "../settings/readThenEdit.ts";
import { saveBar } from "../settings/saveBar.ts";
import { leadPreview, shortEffect } from "./scoring/leadPreview.ts";
import { ruleForm } from "./scoring/ruleForm.ts";
import { ruleList } from "./scoring/ruleList.ts";

export const scoringPanel: Panel = {
  id: "scoring",
  title: "Scoring",
  about: "What a lead's score is made of, and from which score it goes to sales.",
  show: readThenEdit("Reading the rules…", (server) => server.revopsScoring(), edit),
};

const MODEL = { name: "Attribute", value: "Value" };
const WEIGHTS = ["Fit weight", "Engagement weight"];

function edit(root: HTMLElement, context: PanelContext, state: ScoringState): void {
  let draft = draftOf(state.scoring);
  let problems: readonly SettingProblem[] = [];
  let open: SettingCell[] | undefined;
  const shown = new Set<string>();
  const [main, below, status] = [h("div", {}), h("div", {}), h("div", { role: "status" })];
  const live = livePreview(
    status,
    () => context.server.revopsPreviewScoring(draft.edit().rows),
    (preview) => {
      bar.say(shortEffect(preview));
      fill(below, leadPreview(preview));
    },
  );
  const changed = () => {
    bar.refresh();
    live.refresh();
  };
  const show = (row: SettingCell[] | undefined) => {
    open = row;
    draw();
    main.querySelector<HTMLElement>(row ? "input" : "summary")?.focus();
  };
  const drawForm = (row: SettingCell[]) =>
    ruleForm({
      draft,
      row,
      attributes: attributesOf(draft, String(draft.get(row, "Kind"))),
      problems,
      changed,
      back: () => show(undefined),
      remove: () => {
        draft.remove(row);
        show(undefined);
        changed();
      },
    });
  const draw = () => {
    if (open) return fill(main, drawForm(open));
    const kinds = (["fit", "engagement", "negative"] as const).map((kind) =>
      ruleList({ draft, kind, problems, open: show, shown }),
    );
    fill(
      main,
      ...draft.state.unreadable.map((words) => h("p", { class: "note" }, `On the sheet: ${words}`)),
      presetChoice(
        "Start from a preset",
        state.presets,
        ({ rows }) => {
          draft.replace(rows);
          problems = [];
          draw();
          changed();
        },
        state.fitting,
      ),
      section(
        "Model",
        "How fit and engagement points join, and from where a lead is marketing-qualified.",
        ...formFields(draft, problems, modelChanged, undefined, MODEL),
      ),
      ...kinds,
    );
  };
  const modelChanged = (label: string) => {
    if (WEIGHTS.includes(label)) balance(main, draft, label);
    changed();
  };
  const bar = saveBar({
    root,
    context,
    drafts: () => [draft],
    adopt: ([fresh]) => {
      if (fresh) draft = draftOf(fresh);
      problems = [];
      open = undefined;
      draw();
      bar.refresh();
      live.start();
    },
    problems: (found) => {
      problems = found;
      const wrong = found.map(({ row }) => draft.rows[row ?? -1]).find((row) => row !== undefined);
      open = wrong && draft.get(wrong, "Kind") !== "setting" ? wrong : undefined;
      draw();
      main.querySelector<HTMLElement>("[aria-invalid]")?.focus();
    },
  });
  fill(root, main, bar.node, status, below);
  draw();
  live.start();
}

/** Attributes that rules of a kind name already, to choose from. */
function attributesOf(draft: Draft, kind: string): string[] {
  const named = draft.rows.filter((row) => draft.get(row, "Kind") === kind);
  const attributes = named.map((row) => String(draft.get(row, "Attribute")));
  return [...new Set(attributes)].filter((attribute) => attribute !== "");
}

/** The two weights make 100%: when one is typed, the other follows. */
function balance(root: HTMLElement, draft: Draft, label: string): void {
  const rowOf = (name: string) => draft.rows.find((row) => draft.get(row, MODEL.name) === name);
  const input = draft.state.lines.find((line) => line.label === label)?.input;
  const text = String(typedCell(String(draft.get(rowOf(label), MODEL.value)), input));
  const share = Number.parseFloat(text.replace(",", ".")) / (text.endsWith("%") ? 100 : 1);
  if (!(share >= 0 && share <= 1)) return;
  const other = WEIGHTS.find((name) => name !== label) ?? "";
  const rest = `${Number(((1 - share) * 100).toPrecision(12))}%`;
  draft.set(rowOf(other), MODEL.value, rest);
  for (const field of root.querySelectorAll("label")) {
    const control = field.textContent === other ? document.getElementById(field.htmlFor) : null;
    if (control instanceof HTMLInputElement) control.value = rest;
  }
}
