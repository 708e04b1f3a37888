import type { HealthView, SetupCheck } from "../../src/addon/start/healthTypes.ts";
import { fill, h } from "../dom.ts";
import type { Panel, PanelContext } from "../panel.ts";
import { button, buttonBar } from "../parts/button.ts";
import { type Badge, rowList } from "../parts/rows.ts";
import { section } from "../parts/section.ts";
import { whoChoice } from "../parts/who.ts";
import { workLine } from "../parts/workLine.ts";
import { settingDefaults } from "./health/settingDefaults.ts";
import { settingsFile } from "./health/settingsFile.ts";

const STATES: Readonly<Record<SetupCheck["state"], Badge>> = {
  good: { word: "fine", tone: "good" },
  warning: { word: "look", tone: "warning" },
  bad: { word: "fix", tone: "bad" },
};

export const healthPanel: Panel = {
  id: "health",
  title: "Health",
  about: "Whether the setup is sound, what ran last and what went wrong.",
  show: (root, context) => check(root, context),
};

function check(root: HTMLElement, context: PanelContext): void {
  const line = workLine();
  fill(root, line.node);
  void line
    .run({ doing: "Checking the setup…", task: () => context.server.revopsHealth() })
    .then((view) => view && draw(root, context, view));
}

function draw(root: HTMLElement, context: PanelContext, view: HealthView): void {
  const { checks, runs, problems, problemCount, permissions, version } = view;
  const open = checks.filter(({ state }) => state !== "good").length;
  fill(
    root,
    section(
      "Setup check",
      open === 0 ? "Nothing to do." : `${open} of ${checks.length} want a look.`,
      rowList(
        checks.map((one) => checkRow(one, context)),
        "",
      ),
      buttonBar(button("Check again", () => check(root, context), { kind: "primary" })),
    ),
    section(
      "Last runs",
      undefined,
      rowList(
        runs.map(({ title, text, at }) => ({
          title,
          text: [at, text].filter((part) => part !== "").join(": "),
        })),
        "Nothing has run yet.",
      ),
    ),
    section(
      "Cells that cannot be read",
      problemCount > problems.length
        ? `The first ${problems.length} of ${problemCount}.`
        : undefined,
      rowList([...problems], "None."),
    ),
    settingDefaults(context),
    settingsFile(context, () => check(root, context)),
    whoChoice(context),
    section(
      "Permissions",
      "What the add-on may do, and why.",
      rowList(
        permissions.map(({ scope, why }) => ({
          title: scope.split("/").pop() ?? scope,
          text: why,
        })),
        "",
      ),
      h("p", { class: "help" }, `RevOps version ${version}.`),
    ),
  );
}

function checkRow({ title, state, text, panel }: SetupCheck, context: PanelContext) {
  return {
    title,
    text,
    badge: STATES[state],
    actions:
      panel && state !== "good"
        ? [
            button("Put it right", () => context.open(panel), {
              kind: "link",
              label: `${title}: put it right`,
            }),
          ]
        : [],
  };
}
