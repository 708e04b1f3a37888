import type {
  SettingProblem,
  StagesPreview,
  StagesState,
  SubjectState,
} from "../../src/addon/settings/settingsTypes.ts";
import { fill, h } from "../dom.ts";
import type { Panel, PanelContext } from "../panel.ts";
import { type Draft, draftOf, type SettingCell } from "../settings/draft.ts";
import { livePreview } from "../settings/livePreview.ts";
import { presetChoice } from "../settings/presetChoice.ts";
import { readThenEdit } from "../settings/readThenEdit.ts";
import { saveBar } from "../settings/saveBar.ts";
import { effect, shortEffect } from "./stages/effect.ts";
import { stageForm } from "./stages/stageForm.ts";
import { stageList } from "./stages/stageList.ts";
import { unknownStages } from "./stages/unknownStages.ts";

export const stagesPanel: Panel = {
  id: "stages",
  title: "Stages",
  about: "The stages a deal goes through, what each is worth and how long it should take.",
  show: readThenEdit("Reading the stages…", (server) => server.revopsStages(), edit),
};

function edit(root: HTMLElement, context: PanelContext, state: StagesState): void {
  let [stages, required] = [draftOf(state.stages, "Order"), draftOf(state.requiredFields)];
  let problems: readonly SettingProblem[] = [];
  let open: SettingCell[] | undefined;
  let nameAtOpening = "";
  let pipeline = "";
  let isChosen = false;
  let preview: StagesPreview | undefined;
  const [list, below, status] = [h("div", {}), h("div", {}), h("div", { role: "status" })];

  const live = livePreview(
    status,
    () => context.server.revopsPreviewStages(stages.edit().rows),
    (value) => {
      preview = value;
      if (!isChosen && !open) pipeline = busiest(stages, value);
      isChosen = true;
      bar.say(shortEffect(value));
      drawBelow();
      if (!open) drawList();
    },
  );
  const changed = () => {
    bar.refresh();
    live.refresh();
  };
  const redraw = () => {
    drawList();
    drawBelow();
    changed();
  };
  const useOf = (row: SettingCell[]) => preview?.uses[stages.rows.indexOf(row)];
  const settle = () => {
    if (!open) return;
    keepOldName(stages, open, useOf(open)?.values.map(({ value }) => value) ?? []);
    renameRequired(required, nameAtOpening, String(stages.get(open, "Stage")));
  };
  const show = (row: SettingCell[] | undefined) => {
    open = row;
    nameAtOpening = row ? String(stages.get(row, "Stage")) : "";
    drawList();
    list.querySelector<HTMLElement>("input, button")?.focus();
  };

  const drawForm = (row: SettingCell[]) =>
    stageForm({
      stages,
      required,
      row,
      fields: state.fields,
      use: useOf(row),
      problems,
      changed,
      back: () => {
        settle();
        show(undefined);
        changed();
      },
      remove:
        stages.rows.length > 1
          ? () => {
              stages.remove(row);
              show(undefined);
              redraw();
            }
          : undefined,
    });
  const drawList = () => {
    if (open) return fill(list, drawForm(open));
    fill(
      list,
      presetChoice("Start from a preset", state.presets, ({ rows }) => {
        const others = stages.rows.filter((row) => stages.get(row, "Pipeline") !== "");
        stages.replace([...rows, ...others]);
        problems = [];
        redraw();
      }),
      stageList({
        stages,
        pipeline,
        preview,
        problems,
        choose: (chosen) => {
          pipeline = chosen;
          isChosen = true;
          drawList();
        },
        open: show,
        changed: () => {
          renumber(stages);
          changed();
        },
        redraw,
      }),
    );
  };
  const drawBelow = () =>
    fill(
      below,
      ...stages.state.unreadable.map((words) =>
        h("p", { class: "note" }, `On the sheet: ${words}`),
      ),
      preview ? unknownStages(preview.unknown, stages, redraw) : undefined,
      preview ? effect(preview) : undefined,
    );

  const adopt = (states: readonly SubjectState[]) => {
    for (const fresh of states) {
      if (fresh.subject === "stages") stages = draftOf(fresh, "Order");
      else if (fresh.subject === "requiredFields") required = draftOf(fresh);
    }
    problems = [];
    open = undefined;
    drawList();
    drawBelow();
    bar.refresh();
    live.start();
  };
  const bar = saveBar({
    root,
    context,
    drafts: () => [stages, required],
    settle,
    adopt,
    problems: (found) => {
      problems = found;
      const wrong = found.find(({ subject, row }) => subject === "stages" && row !== undefined);
      open = wrong?.row === undefined ? open : stages.rows[wrong.row];
      drawList();
      list.querySelector<HTMLElement>("[aria-invalid]")?.focus();
    },
  });
  fill(root, list, bar.node, status, below);
  drawList();
  live.start();
}

/** Whose stages hold the most open deals: what a person came for; blank where the stages of every pipeline do. */
function busiest(stages: Draft, { uses }: StagesPreview): string {
  const deals = new Map<string, number>([["", 0]]);
  stages.rows.forEach((row, at) => {
    const name = String(stages.get(row, "Pipeline"));
    deals.set(name, (deals.get(name) ?? 0) + (uses[at]?.openDeals ?? 0));
  });
  return [...deals].reduce((most, one) => (one[1] > most[1] ? one : most))[0];
}

/** Gives the places of the rows as their order, where they do not rise by themselves. */
function renumber(draft: Draft): void {
  for (const [at, row] of draft.rows.entries()) draft.set(row, "Order", at + 1);
}

/** Deals keep the stage they are in when it gets another name here: the old one becomes a CRM value. */
function keepOldName(stages: Draft, row: SettingCell[], values: readonly string[]): void {
  const known = [
    String(stages.get(row, "Stage")),
    ...String(stages.get(row, "CRM values")).split(";"),
  ];
  const plain = (text: string) => text.trim().toLowerCase();
  const lost = values.filter(
    (value) => !value.includes(";") && !known.some((one) => plain(one) === plain(value)),
  );
  const spelt = [String(stages.get(row, "CRM values")), ...new Set(lost)].filter(
    (one) => one !== "",
  );
  if (lost.length > 0) stages.set(row, "CRM values", spelt.join("; "));
}

/** Fields that the stage asks for go on with it under its new name. */
function renameRequired(required: Draft, before: string, after: string): void {
  if (before === "" || after === "" || before === after) return;
  for (const row of required.rows) {
    if (required.get(row, "Stage") === before) required.set(row, "Stage", after);
  }
}
