import type {
  ForecastPanelRequest,
  ForecastPanelView,
} from "../../src/addon/forecast/forecastTypes.ts";
import { fill, h } from "../dom.ts";
import type { Panel, PanelContext } from "../panel.ts";
import { button, buttonBar } from "../parts/button.ts";
import { selectField, textField } from "../parts/field.ts";
import { whoChoice } from "../parts/who.ts";
import { workLine } from "../parts/workLine.ts";
import { fitSection } from "./forecast/fitSection.ts";
import { overrideForm } from "./forecast/overrideForm.ts";
import { scenarioForm } from "./forecast/scenarioForm.ts";
import { submitForm } from "./forecast/submitForm.ts";

export const forecastPanel: Panel = {
  id: "forecast",
  title: "Forecast",
  about: "Submit what you call, hold a deal against the CRM, and see what a lever would change.",
  show: (root, context) => {
    const line = workLine();
    fill(root, line.node);
    void line
      .run({
        doing: "Reading the calls…",
        task: () => context.server.revopsForecastPanel({ recordId: "", period: "", rep: "" }),
      })
      .then((view) => view && draw(root, context, view));
  },
};

/** What the forms of one person, period and deal share. */
export type Desk = {
  readonly context: PanelContext;
  readonly view: ForecastPanelView;
  readonly asked: ForecastPanelRequest;
  /** Shows what the add-on answered after something was saved. */
  readonly redraw: (view: ForecastPanelView) => void;
};

function draw(root: HTMLElement, context: PanelContext, view: ForecastPanelView): void {
  const line = workLine(() => root);
  const period = textField({
    label: "Period",
    help: "Such as 2026-Q2, 2026-05 or FY2026.",
    value: view.period,
  });
  const unknown = view.people.every(({ repId }) => repId !== view.rep);
  const person = selectField({
    label: "Whose number",
    help:
      view.kind === "Manager"
        ? "You stand above this person: what you submit is the manager's number."
        : view.rep === ""
          ? "Say below who you are, and it is chosen at once."
          : "The person whose call it is.",
    choices: [
      ...(unknown ? [{ value: view.rep, label: view.rep === "" ? "Nobody" : view.rep }] : []),
      ...view.people.map(({ repId, label }) => ({ value: repId, label })),
    ],
    value: view.rep,
  });
  const deal = textField({
    label: "Deal",
    help: "Record id; blank: the row that is selected on the sheet.",
    value: view.deal?.id ?? "",
  });
  const redraw = (next: ForecastPanelView) => {
    context.keep(false);
    draw(root, context, next);
  };
  const find = () =>
    void line
      .run({
        doing: "Reading the calls…",
        task: () =>
          context.server.revopsForecastPanel({
            recordId: deal.control.value,
            period: period.control.value,
            rep: person.control.value,
          }),
      })
      .then((found) => found && redraw(found));
  const asked = { recordId: view.deal?.id ?? "", period: view.period, rep: view.rep };
  const desk: Desk = { context, view, asked, redraw };
  fill(
    root,
    h("p", {}, view.title),
    period.node,
    person.node,
    deal.node,
    buttonBar(button("Show", find)),
    line.node,
    view.rep === "" ? whoChoice(context, find) : undefined,
    submitForm(desk),
    overrideForm(desk),
    scenarioForm(desk),
    fitSection(context),
  );
}
