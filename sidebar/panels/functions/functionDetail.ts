import type {
  FunctionResultView,
  FunctionsView,
  FunctionView,
} from "../../../src/addon/functions/functionTypes.ts";
import { fill, h } from "../../dom.ts";
import { shownFormula, typedArgument } from "../../formulaNotation.ts";
import { shownNumber } from "../../notation.ts";
import type { PanelContext } from "../../panel.ts";
import { button, buttonBar } from "../../parts/button.ts";
import { cellTable } from "../../parts/cellTable.ts";
import { askFirst } from "../../parts/confirm.ts";
import { type Field, textField } from "../../parts/field.ts";
import { disclosure, section } from "../../parts/section.ts";
import { workLine } from "../../parts/workLine.ts";
import { exampleArguments, rangesFor, usualRange } from "./fitRange.ts";

/** One function: what it does, its arguments with ranges of the workbook, its result, and into the cell with it. */
export function functionDetail(
  root: HTMLElement,
  context: PanelContext,
  view: FunctionView,
  { ranges }: Pick<FunctionsView, "ranges">,
  back: () => void,
): void {
  const { server } = context;
  const result = h("div", { "aria-live": "polite" });
  const question = h("div", {});
  const line = workLine(() => root);
  const fields: Field<HTMLInputElement>[] = view.params.map((param) =>
    textField({
      label: param.optional ? `${param.name} (optional)` : param.name,
      help: [
        param.unit ? `${param.about} (${param.unit}).` : `${param.about}.`,
        param.default ? `Left out: ${param.default}.` : "",
      ].join(" "),
      value: usualRange(param, ranges),
      list: rangesFor(param, ranges).map(({ range, label }) => ({ value: range, label })),
    }),
  );
  const args = () => fields.map(({ control }) => typedArgument(control.value));

  const tryIt = async () => {
    const shown = await line.run({
      doing: "Computing…",
      task: () => server.revopsTryFunction({ name: view.name, args: args() }),
      failed: () => fill(result),
    });
    if (shown) fill(result, resultBox(view, shown));
  };

  const insert = async (replace: boolean) => {
    const written = await line.run({
      doing: "Writing the formula…",
      task: () => server.revopsInsertFormula({ name: view.name, args: args(), replace }),
      done: ({ isTaken, cell, formula, addedRows }) => {
        if (isTaken) return undefined;
        const room =
          addedRows > 0 ? `${shownNumber(addedRows)} rows were added for its result. ` : "";
        return `${room}${cell} now holds ${shownFormula(formula)}`;
      },
    });
    if (written?.isTaken) {
      askFirst(
        question,
        `${written.cell} is not empty. Replace what stands there?`,
        "Replace it",
        () => void insert(true),
      );
    }
  };

  const example = exampleArguments(view);
  const useExample = () => {
    fields.forEach(({ control }, at) => {
      control.value = shownFormula(example?.[at] ?? "");
    });
    void tryIt();
  };

  const toList = button("All functions", back);
  fill(
    root,
    buttonBar(toList),
    section(
      view.name,
      view.about,
      h("code", { class: "formula" }, shownFormula(signature(view))),
      h("p", { class: "help" }, `Gives ${lowerFirst(view.returns)}`),
      h(
        "p",
        { class: "help" },
        "Example: ",
        h("code", {}, shownFormula(view.example.formula)),
        view.example.result === "" ? undefined : ` gives ${view.example.result}. `,
        example ? button("Try the example", useExample, { kind: "link" }) : undefined,
      ),
      disclosure("Errors and method", [
        h("p", { class: "help" }, `An error is shown for: ${view.errors.join(" ")}`),
        h("p", { class: "help" }, `Method: ${view.source}.`),
      ]),
    ),
    section(
      "Arguments",
      "Pick a range of this workbook, or type a number, a date or a word.",
      ...fields.map(({ node }) => node),
      buttonBar(
        button("Insert in the selected cell", () => void insert(false), { kind: "primary" }),
        button("Show the result", () => void tryIt()),
      ),
      question,
      line.node,
      result,
    ),
  );
  document.documentElement.scrollTop = 0;
  toList.focus({ preventScroll: true });
}

function signature({ name, params }: FunctionView): string {
  const shown = params.map((param) => (param.optional ? `[${param.name}]` : param.name));
  return `${name}(${shown.join(", ")})`;
}

const lowerFirst = (text: string) => text.slice(0, 1).toLowerCase() + text.slice(1);

function resultBox(
  { name }: FunctionView,
  { formula, rows, moreRows }: FunctionResultView,
): HTMLElement {
  const [first] = rows;
  const single = rows.length === 1 && first?.length === 1;
  const cell = (value: string | number | boolean | null | undefined) =>
    value === null || value === undefined
      ? "blank"
      : typeof value === "number"
        ? value
        : String(value);
  const width = Math.max(0, ...rows.map((row) => row.length));
  return h(
    "div",
    { class: "figure" },
    h("code", { class: "formula" }, shownFormula(formula)),
    single
      ? h("b", {}, typeof first[0] === "number" ? shownNumber(first[0]) : String(cell(first[0])))
      : cellTable(
          `Result of ${name}`,
          Array.from({ length: width }, (_, at) => ({
            heading: width === 1 ? "Result" : String(at + 1),
            isNumber: rows.every((row) => typeof row[at] === "number"),
          })),
          rows.map((row) => row.map(cell)),
        ),
    moreRows > 0 ? h("p", { class: "help" }, `and ${shownNumber(moreRows)} more rows`) : undefined,
  );
}
