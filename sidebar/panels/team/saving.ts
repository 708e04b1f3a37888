import { fill, h } from "../../dom.ts";
import { button, buttonBar } from "../../parts/button.ts";
import type { WorkLine } from "../../parts/workLine.ts";

export type SavingOptions = {
  readonly line: WorkLine;
  readonly isChanged: () => boolean;
  readonly canUndo: () => boolean;
  /** Saves and says what was saved; undefined when something is wrong and shown beside its field. */
  readonly save: () => Promise<string | undefined>;
  readonly discard: () => void;
  readonly undo: () => Promise<string>;
  /** Reads the sheet again and puts the edits on top of what it says. */
  readonly readAgain: () => Promise<void>;
  readonly keep: (hasWork: boolean) => void;
};

export type Saving = { readonly node: HTMLElement; readonly refresh: () => void };

/** Save, give up, take back, and a way on when somebody else changed the sheet meanwhile. */
export function saving(options: SavingOptions): Saving {
  const { line, isChanged, canUndo, discard, keep } = options;
  const [bar, place] = [h("div", {}), h("div", {})];
  const run = async (doing: string, task: () => Promise<string | undefined>) => {
    fill(place);
    // The buttons that began it stay, so there is no other one to try again.
    await line.run({ doing, task, done: (said) => said, retry: false, failed: offerReading });
    refresh();
  };
  const offerReading = () => {
    if (!isChanged()) return;
    const again = () =>
      void run("Reading the sheet…", async () => {
        await options.readAgain();
        return "Your changes stand on what the sheet says now; look through them and save.";
      });
    fill(place, buttonBar(button("Read the sheet again and keep my changes", again)));
  };
  const refresh = () => {
    const hasWork = isChanged();
    keep(hasWork);
    const save = button("Save", () => void run("Saving…", options.save), { kind: "primary" });
    save.disabled = !hasWork;
    fill(
      bar,
      buttonBar(
        save,
        hasWork ? button("Discard changes", discard) : undefined,
        !hasWork && canUndo()
          ? button("Undo last save", () => void run("Taking back the last save…", options.undo))
          : undefined,
      ),
    );
  };
  refresh();
  return { node: h("div", { class: "save" }, place, bar, line.node), refresh };
}
