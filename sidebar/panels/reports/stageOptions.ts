import { h } from "../../dom.ts";
import { selectField, textField } from "../../parts/field.ts";

export type StagesChosen = {
  readonly stages?: readonly string[];
  readonly categories?: readonly string[];
  readonly pipelines?: readonly string[];
};

const CATEGORIES = ["Commit", "Best Case", "Pipeline", "Omitted"];

/** The stage, the forecast category and the pipeline that a report is to be about. */
export function stageOptions(
  stages: readonly string[],
  pipelines: readonly string[],
): {
  readonly node: HTMLElement;
  readonly read: () => StagesChosen;
} {
  const field = (label: string, names: readonly string[]) =>
    selectField({
      label,
      choices: [
        { value: "", label: "All" },
        ...names.map((name) => ({ value: name, label: name })),
      ],
    });
  const [stage, category] = [field("Stage", stages), field("Category", CATEGORIES)];
  const chosen = ({ control }: typeof stage) =>
    control.value === "" ? undefined : [control.value];
  // Deals may name pipelines that no setting knows.
  const pipeline = textField({ label: "Pipeline", help: "Blank: all pipelines.", list: pipelines });
  const named = () => pipeline.control.value.trim();
  return {
    node: h("div", {}, h("div", { class: "pair" }, stage.node, category.node), pipeline.node),
    read: () => ({
      stages: chosen(stage),
      categories: chosen(category),
      pipelines: named() === "" ? undefined : [named()],
    }),
  };
}
