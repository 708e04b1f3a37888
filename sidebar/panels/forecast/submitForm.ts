import { h } from "../../dom.ts";
import { button, buttonBar } from "../../parts/button.ts";
import { textField } from "../../parts/field.ts";
import { rowList } from "../../parts/rows.ts";
import { section } from "../../parts/section.ts";
import { workLine } from "../../parts/workLine.ts";
import type { Desk } from "../forecast.ts";
import { numberField } from "./numberField.ts";

/** What a person calls for the period. A new call is a new row; the ones before it stay. */
export function submitForm({ context, view, asked, redraw }: Desk): HTMLElement {
  const { calls, currency, history, kind } = view;
  const typed = () => context.keep(true);
  const unit = currency === "" ? "" : `, ${currency}`;
  const call = numberField(`Call${unit}`, calls.call, typed, "The one number you stand for.");
  const commit = numberField(`Commit${unit}`, calls.commit, typed);
  const bestcase = numberField(`Best Case${unit}`, calls.bestcase, typed);
  const pipeline = numberField(`Pipeline${unit}`, calls.pipeline, typed);
  const note = textField({ label: "Note", help: "What it rests on.", onInput: typed });
  const node = h("div", {});
  const line = workLine(() => node);
  const submit = () =>
    void line
      .run({
        doing: "Submitting…",
        task: () =>
          context.server.revopsSubmitForecast({
            ...asked,
            amounts: {
              call: call.value(),
              commit: commit.value(),
              bestcase: bestcase.value(),
              pipeline: pipeline.value(),
            },
            note: note.control.value,
          }),
      })
      .then((saved) => saved && redraw(saved));
  node.append(
    section(
      kind === "Manager" ? "The manager's number" : "Submit a call",
      "Numbers left blank are not submitted. Nothing that was submitted is changed.",
      call.node,
      commit.node,
      bestcase.node,
      pipeline.node,
      note.node,
      buttonBar(button("Submit the call", submit, { kind: "primary" })),
      line.node,
      rowList(
        history.map((title) => ({ title })),
        "Nothing was submitted for this period yet.",
      ),
    ),
  );
  return node;
}
