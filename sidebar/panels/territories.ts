import type { SettingProblem, SubjectState } from "../../src/addon/settings/settingsTypes.ts";
import type {
  TerritoriesState,
  TerritoryPreview,
} from "../../src/addon/settings/territoryTypes.ts";
import { fill, h } from "../dom.ts";
import type { Panel, PanelContext } from "../panel.ts";
import { draftOf, type SettingCell } from "../settings/draft.ts";
import { livePreview } from "../settings/livePreview.ts";
import { readThenEdit } from "../settings/readThenEdit.ts";
import { saveBar } from "../settings/saveBar.ts";
import { isFallback } from "./territories/conditions.ts";
import { overview } from "./territories/overview.ts";
import { ruleForm } from "./territories/ruleForm.ts";
import { renumber, ruleList } from "./territories/ruleList.ts";
import { tryRecord } from "./territories/tryRecord.ts";

export const territoriesPanel: Panel = {
  id: "territories",
  title: "Territories",
  about: "Who looks after which accounts and leads: the first rule that holds counts.",
  show: readThenEdit("Reading the rules…", (server) => server.revopsTerritories(), edit),
};

function edit(root: HTMLElement, context: PanelContext, state: TerritoriesState): void {
  let rules = draftOf(state.territories);
  let problems: readonly SettingProblem[] = [];
  let open: SettingCell[] | undefined;
  let preview: TerritoryPreview | undefined = state.preview;
  const [list, below, status] = [h("div", {}), h("div", {}), h("div", { role: "status" })];

  const live = livePreview(
    status,
    () => context.server.revopsPreviewTerritories({ rows: rules.edit().rows }),
    (value) => {
      preview = value;
      drawBelow();
      if (!open) drawList();
    },
  );
  const changed = () => {
    // What was said about the rules before may no longer be so.
    problems = [];
    bar.refresh();
    live.refresh();
  };
  const show = (row: SettingCell[] | undefined) => {
    open = row;
    drawList();
    list.querySelector<HTMLElement>("input, button")?.focus();
  };
  const drawList = () => {
    const row = open;
    if (!row) return fill(list, ruleList({ rules, preview, problems, open: show, changed }));
    fill(
      list,
      ruleForm({
        rules,
        row,
        offers: state,
        problems,
        changed,
        back: () => {
          show(undefined);
          changed();
        },
        remove: () => {
          rules.remove(row);
          renumber(rules);
          show(undefined);
          changed();
        },
      }),
    );
  };
  const drawBelow = () =>
    fill(
      below,
      ...rules.state.unreadable.map((words) => h("p", { class: "note" }, `On the sheet: ${words}`)),
      preview
        ? overview(
            preview,
            rules.rows.some((row) => isFallback(rules, row)),
          )
        : undefined,
    );
  const adopt = (states: readonly SubjectState[]) => {
    for (const fresh of states) if (fresh.subject === "territories") rules = draftOf(fresh);
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
    drafts: () => [rules],
    adopt,
    problems: (found) => {
      problems = found;
      const wrong = found.find(({ row }) => row !== undefined);
      open = wrong?.row === undefined ? open : rules.rows[wrong.row];
      drawList();
      list.querySelector<HTMLElement>("[aria-invalid]")?.focus();
    },
  });
  const trial = tryRecord((request) =>
    context.server.revopsTryTerritory({ ...request, rows: rules.edit().rows }),
  );
  fill(root, list, bar.node, status, below, trial);
  drawList();
  drawBelow();
}
