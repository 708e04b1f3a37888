import type { QualifyFramework, QualifyView } from "../../src/addon/qualify/qualifyTypes.ts";
import { fill, h } from "../dom.ts";
import type { Panel, PanelContext } from "../panel.ts";
import { button, buttonBar } from "../parts/button.ts";
import { selectField, textField } from "../parts/field.ts";
import { rowList } from "../parts/rows.ts";
import { section } from "../parts/section.ts";
import { workLine } from "../parts/workLine.ts";

export const qualifyPanel: Panel = {
  id: "qualify",
  title: "Qualify",
  about: "Ask what has to be asked about one deal or lead, and see what is missing.",
  show: (root, context) => {
    const line = workLine();
    fill(root, line.node);
    void line
      .run({
        doing: "Looking at the selected row…",
        task: () => context.server.revopsQualify({ recordId: "" }),
      })
      .then((view) => view && draw(root, context, view, view.frameworks[0]?.id ?? ""));
  },
};

function draw(root: HTMLElement, context: PanelContext, view: QualifyView, framework: string) {
  const line = workLine(() => root);
  const wanted = textField({
    label: "Record id",
    help: "Blank: the row that is selected on the sheet.",
    value: view.record?.id ?? "",
  });
  const find = () =>
    void line
      .run({
        doing: "Looking the record up…",
        task: () => context.server.revopsQualify({ recordId: wanted.control.value }),
      })
      .then((found) => found && draw(root, context, found, framework));
  fill(
    root,
    wanted.node,
    buttonBar(button("Show", find, view.record ? {} : { kind: "primary" })),
    ...(view.record
      ? recordParts(root, context, view, framework)
      : [
          h(
            "p",
            { class: "empty" },
            "Select a row of Opportunities or Leads, or type a record id, then press Show.",
          ),
        ]),
    line.node,
  );
}

function recordParts(
  root: HTMLElement,
  context: PanelContext,
  view: QualifyView,
  framework: string,
): HTMLElement[] {
  const { record, next, stops, frameworks } = view;
  const chosen = frameworks.find(({ id }) => id === framework) ?? frameworks[0];
  const missing = next && [
    next.missing.length === 0
      ? `Nothing is missing for ${next.stage}.`
      : `Missing for ${next.stage}: ${next.missing.join(", ")}.`,
    next.unknown.length === 0 ? "" : `The data has no column for ${next.unknown.join(", ")}.`,
  ];
  return [
    section(
      record?.name ?? "",
      [record?.kind, record?.state].filter(Boolean).join(" · "),
      ...(next && missing ? [h("p", {}, missing.filter(Boolean).join(" "))] : []),
      ...(stops.length > 0
        ? [h("p", { class: "note" }, `Speaks against it: ${stops.join("; ")}.`)]
        : []),
    ),
    section(
      "Scores",
      undefined,
      rowList(
        frameworks.filter(({ says }) => says !== undefined).map(scoreRow),
        "Nothing has been asked yet.",
      ),
    ),
    selectField({
      label: "Framework",
      help: chosen?.about ?? "",
      choices: frameworks.map(({ id, title }) => ({ value: id, label: title })),
      value: chosen?.id ?? "",
      onChange: (id) => draw(root, context, view, id),
    }).node,
    ...(chosen ? [questions(root, context, view, chosen)] : []),
  ];
}

const WORDS = { good: "good", warning: "weak", bad: "stop", neutral: "noted" } as const;
const wordOf = ({ tone }: QualifyFramework) => WORDS[tone];

/** What the answers of one framework come to, and whether they still hold. */
const scoreRow = (one: QualifyFramework) => ({
  title: one.title,
  text: [one.says ?? "", one.isExpired ? `the answers held until ${one.validUntil}: ask again` : ""]
    .filter(Boolean)
    .join("; "),
  badge: { word: one.isExpired ? "old" : wordOf(one), tone: one.tone },
});

/** The questions of one framework as a form. */
function questions(
  root: HTMLElement,
  context: PanelContext,
  view: QualifyView,
  framework: QualifyFramework,
): HTMLElement {
  const edits: Record<string, string> = {};
  const line = workLine(() => root);
  const fields = framework.questions.map(({ id, ask, choices, answer = "" }) =>
    selectField({
      label: id,
      help: ask,
      choices: [
        { value: "", label: "Not asked" },
        ...choices.map(({ words, points }) => ({
          value: words,
          label: framework.kind === "score" ? `${words} (${points})` : words,
        })),
      ],
      value: answer,
      onChange: (value) => {
        edits[id] = value;
        context.keep(true);
      },
    }),
  );
  const save = () =>
    void line
      .run({
        doing: "Saving the answers…",
        task: () =>
          context.server.revopsSaveQualification({
            recordId: view.record?.id ?? "",
            framework: framework.id,
            answers: edits,
          }),
      })
      .then((saved) => {
        if (!saved) return;
        context.keep(false);
        draw(root, context, saved, framework.id);
      });
  return section(
    `Questions of ${framework.title}`,
    undefined,
    ...fields.map(({ node }) => node),
    buttonBar(button("Save the answers", save, { kind: "primary" })),
    line.node,
  );
}
