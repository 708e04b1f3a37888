import { h } from "../../dom.ts";
import { selectField } from "../../parts/field.ts";

export type StagesChosen = {
  readonly stages?: readonly string[];
  readonly categories?: readonly string[];
};

const CATEGORIES = ["Commit", "Best Case", "Pipeline", "Omitted"];

/** The stage and the forecast category that a report is to be about. */
export function stageOptions(stages: readonly string[]): {
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
  return {
    node: h("div", { class: "pair" }, stage.node, category.node),
    read: () => ({ stages: chosen(stage), categories: chosen(category) }),
  };
}
