import type { SettingProblem, StagesPreview } from "../../../src/addon/settings/settingsTypes.ts";
import { h } from "../../dom.ts";
import { button, buttonBar } from "../../parts/button.ts";
import { selectField } from "../../parts/field.ts";
import { orderList } from "../../parts/orderList.ts";
import type { Badge } from "../../parts/rows.ts";
import { cellText } from "../../settings/cellText.ts";
import type { Draft, SettingCell } from "../../settings/draft.ts";
import { money } from "./effect.ts";

export type StageListOptions = {
  readonly stages: Draft;
  /** Whose stages are shown; blank: those that count in every pipeline. */
  readonly pipeline: string;
  readonly preview: StagesPreview | undefined;
  readonly problems: readonly SettingProblem[];
  readonly choose: (pipeline: string) => void;
  readonly open: (row: SettingCell[]) => void;
  readonly changed: () => void;
  readonly redraw: () => void;
};

const BADGES: Readonly<Record<string, Badge>> = {
  open: { word: "open", tone: "neutral" },
  won: { word: "won", tone: "good" },
  lost: { word: "lost", tone: "bad" },
};

/** The stages of a pipeline in their order, with what the data holds of each. */
export function stageList(options: StageListOptions): HTMLElement {
  const { stages, pipeline, preview, problems, open, changed, redraw } = options;
  const own = () => stages.rows.filter((row) => stages.get(row, "Pipeline") === pipeline);
  const add = (cells: Readonly<Record<string, SettingCell>> = {}) =>
    stages.add({ Pipeline: pipeline, Status: "open", "Stale multiple": 2, ...cells });
  const list = orderList({
    label: "Stages in the order in which deals go through them",
    empty: `Deals of ${pipeline} go through the stages of every pipeline.`,
    items: own,
    row: (row) => {
      const name = String(stages.get(row, "Stage")) || "Without a name";
      const problem = problems.find(
        (one) => one.subject === "stages" && one.row === stages.rows.indexOf(row),
      );
      return {
        name,
        title: name,
        badge: BADGES[String(stages.get(row, "Status"))],
        text: h(
          "div",
          {},
          summary(stages, row, preview),
          problem ? h("p", { class: "error" }, `${problem.column}: ${problem.message}`) : undefined,
        ),
        actions: [button("Edit", () => open(row), { kind: "link", label: `Edit ${name}` })],
      };
    },
    move: (from, to) => {
      const rows = own();
      const [moved, target] = [rows[from], rows[to]];
      if (moved && target) stages.move(stages.rows.indexOf(moved), stages.rows.indexOf(target));
      changed();
    },
  });
  const copy = () => {
    for (const row of stages.rows.filter((one) => stages.get(one, "Pipeline") === "")) {
      const cells = stages.state.columns.map(({ label }) => [label, stages.get(row, label)]);
      add({ ...Object.fromEntries(cells), Pipeline: pipeline });
    }
    redraw();
  };
  return h(
    "div",
    {},
    pipelineField(options),
    list.node,
    buttonBar(
      button("Add a stage", () => open(add({ Order: stages.rows.length + 1 }))),
      own().length === 0 ? button("Copy them to change them", copy) : undefined,
    ),
  );
}

/** Shown as soon as the settings or the data name a pipeline. */
function pipelineField({
  stages,
  preview,
  pipeline,
  choose,
}: StageListOptions): HTMLElement | undefined {
  const values = [
    ...(preview?.uses ?? []).flatMap((use) => use.values),
    ...(preview?.unknown ?? []),
  ];
  const names = [
    ...stages.rows.map((row) => String(stages.get(row, "Pipeline"))),
    ...values.map((value) => value.pipeline),
  ];
  const pipelines = [...new Set(names)].filter((name) => name !== "").sort();
  if (pipelines.length === 0) return undefined;
  const isOwn = (name: string) => stages.rows.some((row) => stages.get(row, "Pipeline") === name);
  return selectField({
    label: "Pipeline",
    value: pipeline,
    choices: [
      { value: "", label: "Every pipeline" },
      ...pipelines.map((name) => ({
        value: name,
        label: isOwn(name) ? name : `${name} (no stages of its own)`,
      })),
    ],
    onChange: choose,
  }).node;
}

function summary(stages: Draft, row: SettingCell[], preview: StagesPreview | undefined): string {
  const input = (label: string) => stages.state.columns.find((one) => one.label === label)?.input;
  const probability = cellText(stages.get(row, "Probability"), input("Probability"));
  const days = stages.get(row, "Benchmark days");
  const use = preview?.uses[stages.rows.indexOf(row)];
  const isOpen = stages.get(row, "Status") === "open";
  const parts = [
    isOpen ? probability || "no probability" : undefined,
    String(stages.get(row, "Category")),
    days === "" ? undefined : `${days} days`,
    use && isOpen && preview && preview.deals > 0
      ? usedText(use.openDeals, money(use.amount, preview.currency))
      : undefined,
  ];
  return parts.filter(Boolean).join(" · ");
}

function usedText(deals: number, amount: string): string {
  if (deals === 0) return "no open deals";
  return `${deals} open ${deals === 1 ? "deal" : "deals"}, ${amount}`;
}
