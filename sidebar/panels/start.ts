import type { Headline, SetupItem, SidebarStart } from "../../src/addon/start/startTypes.ts";
import { fill, h } from "../dom.ts";
import { shownFormula } from "../formulaNotation.ts";
import { shownAs, shownWhole } from "../notation.ts";
import type { Panel, PanelContext } from "../panel.ts";
import { button, buttonBar } from "../parts/button.ts";
import { type Badge, rowList } from "../parts/rows.ts";
import { section } from "../parts/section.ts";
import { workLine } from "../parts/workLine.ts";

const STATES: Readonly<Record<SetupItem["state"], Badge>> = {
  done: { word: "done", tone: "good" },
  default: { word: "default", tone: "neutral" },
  optional: { word: "optional", tone: "neutral" },
  missing: { word: "to do", tone: "warning" },
  check: { word: "check", tone: "bad" },
};

export const startPanel: Panel = {
  id: "start",
  title: "Start",
  about: "What is set up in this spreadsheet, and what comes next.",
  show: (root, context) => draw(root, context, context.start()),
};

function draw(root: HTMLElement, context: PanelContext, start: SidebarStart): void {
  const { setup, headline, isEmpty } = start;
  const next = setup.find(({ state }) => state === "missing" || state === "check");
  fill(
    root,
    headline ? headlineBox(headline, context) : undefined,
    isEmpty
      ? firstSteps(root, context)
      : buttonBar(
          button("Run a report", () => context.open("reports"), { kind: "primary" }),
          button("Use a function", () => context.open("functions")),
        ),
    section(
      "Setup",
      next && !isEmpty ? `Next: ${next.title.toLowerCase()}.` : undefined,
      rowList(
        setup.map((item) => ({
          title: item.title,
          text: item.text,
          badge: STATES[item.state],
          actions: [
            button(item.action, () => context.open(item.panel), {
              kind: "link",
              label: `${item.title}: ${item.action}`,
            }),
          ],
        })),
        "",
      ),
    ),
  );
}

/** One number about the spreadsheet's own data, and the formula that gives it. */
function headlineBox(headline: Headline, { server }: PanelContext): HTMLElement {
  const { label, value, format, currency, context, formula, call } = headline;
  const shown =
    format === "percent"
      ? shownAs(value, { style: "percent", maximumFractionDigits: 1 })
      : `${shownWhole(value)} ${currency}`.trim();
  const box = h("div", { class: "figure", role: "group", "aria-label": label });
  const line = workLine(() => box);
  const insert = () =>
    line.run({
      doing: "Writing the formula…",
      task: () => server.revopsInsertFormula(call),
      done: ({ cell, isTaken }) =>
        isTaken
          ? `${cell} is not empty; select an empty cell and click again.`
          : `${cell} now holds the formula.`,
    });
  fill(
    box,
    h("span", {}, label),
    h("b", {}, shown),
    h("p", { class: "help" }, `${context}. The same in a cell:`),
    h("code", { class: "formula" }, shownFormula(formula)),
    button("Put it in the selected cell", () => void insert(), { kind: "link" }),
    line.node,
  );
  return box;
}

/** Without data there are two ways on: one's own export, or the sample. */
function firstSteps(root: HTMLElement, context: PanelContext): HTMLElement {
  const line = workLine(() => root);
  const sample = () =>
    line.run({
      doing: "Making the sample company…",
      task: async () => {
        await context.server.revopsSample();
        draw(root, context, await context.reload());
      },
    });
  return section(
    "Begin with data",
    "Forecast, quota and hygiene sheets are made from your CRM's export. To look around first, fill this spreadsheet with a small made-up company; one click takes it out again.",
    buttonBar(
      button("Import a CRM file", () => context.open("import"), { kind: "primary" }),
      button("Use the sample company", () => void sample()),
    ),
    line.node,
  );
}
