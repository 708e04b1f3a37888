import { fill, h } from "../dom.ts";
import { button } from "../parts/button.ts";

const PAUSE_MS = 500;
/** An answer that took longer is only asked for again when a button is pressed. */
const SLOW_MS = 5000;

export type LivePreview = {
  /** Asks again soon; while an answer is under way the last wish waits for it. */
  readonly refresh: () => void;
  /** Asks now. */
  readonly start: () => void;
};

/**
 * Keeps what the add-on says about unsaved edits in step with them: asks when typing pauses, one question at a time,
 * and says beside what it shows that an answer is on its way or failed.
 */
export function livePreview<T>(
  status: HTMLElement,
  ask: () => Promise<T>,
  show: (value: T) => void,
): LivePreview {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isAsking = false;
  let isStale = false;
  let took = 0;
  const start = async () => {
    clearTimeout(timer);
    if (isAsking) {
      isStale = true;
      return;
    }
    isAsking = true;
    isStale = false;
    const began = Date.now();
    fill(status, h("p", { class: "help" }, "Looking at your data…"));
    try {
      const value = await ask();
      fill(status);
      show(value);
    } catch (error) {
      const words = error instanceof Error ? error.message : String(error);
      fill(
        status,
        h("p", { class: "error" }, words),
        button("Try again", () => void start()),
      );
    }
    isAsking = false;
    took = Date.now() - began;
    if (isStale) refresh();
  };
  const refresh = () => {
    clearTimeout(timer);
    if (took > SLOW_MS && !isAsking)
      fill(
        status,
        button("Show the effect", () => void start()),
      );
    else timer = setTimeout(() => void start(), PAUSE_MS);
  };
  return { start: () => void start(), refresh };
}
