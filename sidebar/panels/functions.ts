import type { FunctionsView } from "../../src/addon/functions/functionTypes.ts";
import { fill, h } from "../dom.ts";
import type { Panel, PanelContext } from "../panel.ts";
import { button } from "../parts/button.ts";
import { textField } from "../parts/field.ts";
import { rowList } from "../parts/rows.ts";
import { workLine } from "../parts/workLine.ts";
import { functionDetail } from "./functions/functionDetail.ts";
import { functionViews } from "./functions/functionViews.ts";
import { searchFunctions } from "./functions/searchFunctions.ts";

export const functionsPanel: Panel = {
  id: "functions",
  title: "Functions",
  about: "Formulas for revenue figures. Find one by its name, by a word or by a question.",
  show: (root, context) => {
    const line = workLine();
    fill(root, line.node);
    void line
      .run({
        doing: "Looking at this workbook's columns…",
        task: () => context.server.revopsFunctions(),
      })
      .then((view) => view && showList(root, context, view, ""));
  },
};

function showList(
  root: HTMLElement,
  context: PanelContext,
  view: FunctionsView,
  query: string,
): void {
  const functions = functionViews();
  const list = h("div", {});
  const count = h("p", { class: "help", role: "status" });
  const search = textField({
    label: "Search",
    type: "search",
    placeholder: "coverage, or: is my forecast accurate",
    value: query,
    onInput: () => draw(),
  });
  const draw = () => {
    const found = searchFunctions(functions, search.control.value);
    fill(count, `${found.length} of ${functions.length} functions`);
    fill(
      list,
      rowList(
        found.map((one) => ({
          title: button(
            one.name,
            () =>
              functionDetail(root, context, one, view, () =>
                showList(root, context, view, search.control.value),
              ),
            { kind: "link" },
          ),
          text: one.about,
        })),
        "No function is about that. Try a word such as quota, stage, lead or forecast.",
      ),
    );
  };
  fill(root, search.node, count, list);
  draw();
}
