import type { SettingsDefaults } from "../../../src/addon/settings/settingsTypes.ts";
import { fill, h } from "../../dom.ts";
import type { PanelContext } from "../../panel.ts";
import { button, buttonBar } from "../../parts/button.ts";
import { askFirst } from "../../parts/confirm.ts";
import { type Row, rowList } from "../../parts/rows.ts";
import { section } from "../../parts/section.ts";
import { FROM_DEFAULT, settingChanges } from "../../parts/settingChanges.ts";
import { workLine } from "../../parts/workLine.ts";
import { draftOf } from "../../settings/draft.ts";

const SHOWN = 3;

/** What was changed, the first of it. */
function differences(said: readonly string[]): string {
  const more = said.length > SHOWN ? [`And ${said.length - SHOWN} more.`] : [];
  return [...said.slice(0, SHOWN), ...more].join(" ");
}

/** Where each settings sheet differs from what it came with, and the way back. */
export function settingDefaults({ server }: PanelContext): HTMLElement {
  const [part, list, question] = [h("div", {}), h("div", {}), h("div", {})];
  const line = workLine(() => part);

  const compare = () =>
    line.run({
      doing: "Comparing with the defaults…",
      task: async () => show(await server.revopsDefaults()),
    });

  const reset = async ({ state, defaults }: SettingsDefaults) => {
    const draft = draftOf(state);
    draft.replace(defaults);
    const result = await line.run({
      doing: `Resetting ${state.sheet}…`,
      task: () => server.revopsSaveSettings([draft.edit()]),
    });
    if (!result) return;
    await compare();
    if (result.saved) line.say(`${state.sheet} is as it came.`);
    else line.fail(`${state.sheet} was changed meanwhile, so nothing was reset; look at it again.`);
  };

  const undo = async ({ state: { subject, sheet } }: SettingsDefaults) => {
    const result = await line.run({
      doing: "Taking back the last save…",
      task: () => server.revopsUndoSettings(subject),
    });
    if (!result) return;
    await compare();
    line.say(`${sheet} is as it was before the last save.`);
  };

  const tell = (error: unknown) =>
    line.fail(error instanceof Error ? error.message : String(error));

  const rowOf = (one: SettingsDefaults): Row => {
    const { state, defaults } = one;
    const said = settingChanges(defaults, state, FROM_DEFAULT);
    const ask = () =>
      askFirst(
        question,
        `Set ${state.sheet} back to its defaults? What you gave a value that has none stays; one click takes it back.`,
        "Reset it",
        () => void reset(one),
      );
    const back = { kind: "link", label: `Undo last save of ${state.sheet}` } as const;
    return {
      title: state.sheet,
      text: said.length === 0 ? "As it came." : differences(said),
      actions: [
        button("Open", () => void server.revopsShowSheet(state.sheet).catch(tell), {
          kind: "link",
          label: `Open ${state.sheet}`,
        }),
        ...(said.length === 0
          ? []
          : [
              button("Reset to default", ask, {
                kind: "link",
                label: `Reset ${state.sheet} to default`,
              }),
            ]),
        ...(state.canUndo ? [button("Undo last save", () => void undo(one), back)] : []),
      ],
    };
  };

  const show = (all: readonly SettingsDefaults[]) => fill(list, rowList(all.map(rowOf), ""));

  fill(
    part,
    list,
    question,
    buttonBar(button("Compare with the defaults", () => void compare())),
    line.node,
  );
  return section(
    "Settings and their defaults",
    "Where a settings sheet differs from what it came with. Stages start from a preset in their own panel; what has no panel, such as what risk factors weigh by stage and segment, is edited on its sheet.",
    part,
  );
}
