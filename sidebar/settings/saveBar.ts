import type {
  SettingProblem,
  SettingsEdit,
  SubjectState,
} from "../../src/addon/settings/settingsTypes.ts";
import { fill, h } from "../dom.ts";
import type { PanelContext } from "../panel.ts";
import { button, buttonBar } from "../parts/button.ts";
import { settingChanges } from "../parts/settingChanges.ts";
import { type WorkLine, workLine } from "../parts/workLine.ts";
import type { Draft } from "./draft.ts";

export type SaveBarOptions = {
  readonly root: HTMLElement;
  readonly context: PanelContext;
  readonly drafts: () => readonly Draft[];
  /** Completes the edits before they are saved. */
  readonly settle?: () => void;
  /** Takes over what the sheets say now, after a save, an undo or when edits are given up. */
  readonly adopt: (states: readonly SubjectState[]) => void;
  /** Shows what is wrong beside its field. */
  readonly problems: (problems: readonly SettingProblem[]) => void;
};

export type SaveBar = {
  readonly node: HTMLElement;
  /** Says whether there is something to save; call it after each edit. */
  readonly refresh: () => void;
  /** The effect of the edits in a few words, beside the buttons while there are edits. */
  readonly say: (words: string) => void;
};

/** Save, give up and take back, with what to do when somebody else changed the sheet meanwhile. */
export function saveBar(options: SaveBarOptions): SaveBar {
  const { root, context, drafts, adopt } = options;
  const line = workLine(() => root);
  const place = h("div", {});
  const bar = h("div", {});
  const said = h("p", { class: "effect", "aria-live": "polite", hidden: true });
  const changed = () => drafts().filter((draft) => draft.isChanged());
  const save = (edits: readonly SettingsEdit[]) => void runSave(edits, { ...options, line, place });
  const refresh = () => {
    const isChanged = changed().length > 0;
    context.keep(isChanged);
    said.hidden = !isChanged || said.textContent === "";
    const saveChanges = () => {
      options.settle?.();
      save(changed().map((draft) => draft.edit()));
    };
    const saveButton = button("Save", saveChanges, { kind: "primary" });
    saveButton.disabled = !isChanged;
    const giveUp = () => {
      fill(place);
      adopt(drafts().map(({ state }) => state));
    };
    fill(
      bar,
      buttonBar(
        saveButton,
        isChanged ? button("Discard changes", giveUp) : undefined,
        ...(isChanged ? [] : undoButtons(drafts(), { ...options, line })),
      ),
    );
  };
  const say = (words: string) => {
    fill(said, words);
    said.hidden = changed().length === 0 || words === "";
  };
  refresh();
  return { node: h("div", { class: "save" }, place, said, bar, line.node), refresh, say };
}

type Running = SaveBarOptions & { readonly line: WorkLine };

function undoButtons(drafts: readonly Draft[], { context, adopt, line }: Running): HTMLElement[] {
  return drafts
    .filter(({ state }) => state.canUndo)
    .map(({ state: { subject, sheet } }) => {
      const words = drafts.length > 1 ? `Undo last save of ${sheet}` : "Undo last save";
      return button(
        words,
        () =>
          void line.run({
            doing: "Taking back the last save…",
            task: async () => adopt([await context.server.revopsUndoSettings(subject)]),
            done: () => `${sheet} is as it was before the last save.`,
          }),
      );
    });
}

async function runSave(
  edits: readonly SettingsEdit[],
  options: Running & { readonly place: HTMLElement },
): Promise<void> {
  const { context, adopt, problems, line, place } = options;
  fill(place);
  const result = await line.run({
    doing: "Saving…",
    task: () => context.server.revopsSaveSettings(edits),
    done: (answer) =>
      answer.saved ? `Saved to ${answer.states.map(({ sheet }) => sheet).join(", ")}.` : undefined,
  });
  if (!result) return;
  if (result.saved) return adopt(result.states);
  problems(result.problems);
  if (result.problems.length > 0) line.fail(problemText(result.problems));
  if (result.changed.length > 0) showConflict(edits, result.changed, options);
}

function problemText(found: readonly SettingProblem[]): string {
  const [first] = found;
  const more = found.length > 1 ? ` ${found.length - 1} more beside their fields.` : "";
  return `Nothing was saved. ${first?.column ? `${first.column}: ` : ""}${first?.message}${more}`;
}

function showConflict(
  edits: readonly SettingsEdit[],
  states: readonly SubjectState[],
  options: Running & { readonly place: HTMLElement },
): void {
  const { drafts, adopt, place } = options;
  const said = states.flatMap((state) => {
    const draft = drafts().find((one) => one.state.subject === state.subject);
    return draft ? settingChanges(draft.state.rows, state) : [];
  });
  const names = states.map(({ sheet }) => sheet).join(" and ");
  const mine = edits.map((edit) => {
    const now = states.find(({ subject }) => subject === edit.subject);
    // Places in the older state say nothing about the newer one.
    return now ? { subject: edit.subject, rows: edit.rows, basedOn: now.hash } : edit;
  });
  fill(
    place,
    h(
      "div",
      { class: "ask", role: "alertdialog", "aria-label": `${names} was changed meanwhile` },
      h(
        "p",
        {},
        `${names} was changed by somebody else since you opened it, so nothing was saved. Their changes:`,
      ),
      h("ul", { class: "plain" }, ...said.map((words) => h("li", {}, words))),
      buttonBar(
        button("Take theirs", () => {
          fill(place);
          adopt(states);
        }),
        button("Save mine over them", () => void runSave(mine, options)),
      ),
    ),
  );
  place.querySelector("button")?.focus();
}
