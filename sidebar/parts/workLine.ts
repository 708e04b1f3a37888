import { fill, h } from "../dom.ts";
import { button } from "./button.ts";

/** What a running task can tell while it runs. */
export type Progress = {
  /** `share` is between 0 and 1; without it the bar only shows that something is going on. */
  readonly say: (words: string, share?: number) => void;
  /** Puts a Stop button beside the progress. */
  readonly offerStop: () => void;
  /** True once the person pressed Cancel or Stop; the task stops at the next safe point. */
  readonly isCancelled: () => boolean;
};

export type Work<T> = {
  /** What is being done: `Building the forecast…`. */
  readonly doing: string;
  readonly task: (progress: Progress) => Promise<T>;
  /** The sentence that stays when it is done; undefined leaves nothing. */
  readonly done?: (value: T) => string | undefined;
  /** Called with the sentence each time it fails. */
  readonly failed?: (sentence: string) => void;
  /** True: a Cancel button stands beside the progress. */
  readonly cancel?: boolean;
  /** False: the panel itself offers what to do after a failure. */
  readonly retry?: boolean;
};

export type WorkLine = {
  readonly node: HTMLElement;
  readonly isRunning: () => boolean;
  /**
   * Runs one task at a time. It answers once the task succeeds, at first or after Try again; with undefined when the
   * person cancelled it. Until then what stands behind it does not go on.
   */
  readonly run: <T>(work: Work<T>) => Promise<T | undefined>;
  readonly say: (words: string) => void;
  readonly fail: (words: string, again?: () => void) => void;
};

/** Thrown by a task that stopped since the person asked it to. */
export class Cancelled extends Error {}

/**
 * The line under the buttons of a panel: what is being done with a bar, then how it went, or what went wrong with a
 * button to try again. Controls inside `controls` rest meanwhile.
 */
export function workLine(controls: () => HTMLElement | undefined = () => undefined): WorkLine {
  const line = h("div", { class: "work", role: "status", "aria-live": "polite" });
  let running = false;
  const say = (words: string) => {
    fill(line, h("p", {}, words));
    comeIntoView(line);
  };
  const fail = (words: string, again?: () => void) => {
    fill(
      line,
      h("p", { class: "error", role: "alert" }, words),
      again ? button("Try again", again) : undefined,
    );
    comeIntoView(line);
  };
  const attempt = async <T>(work: Work<T>, resolve: (value: T | undefined) => void) => {
    if (running) return resolve(undefined);
    running = true;
    const wake = rest(controls());
    const { progress, end } = showProgress(line, work.doing, work.cancel === true);
    let finish: () => void;
    try {
      const value = await work.task(progress);
      const words = work.done?.(value);
      finish = () => {
        if (words) say(words);
        resolve(value);
      };
    } catch (error) {
      const words = error instanceof Error ? error.message : String(error);
      finish = () => {
        if (error instanceof Cancelled) {
          say(words);
          return resolve(undefined);
        }
        fail(words, work.retry === false ? undefined : () => void attempt(work, resolve));
        work.failed?.(words);
      };
    }
    end();
    running = false;
    wake();
    finish();
  };
  const run = <T>(work: Work<T>) =>
    new Promise<T | undefined>((resolve) => void attempt(work, resolve));
  return { node: line, isRunning: () => running, run, say, fail };
}

/** What is said below the edge of the panel would not be read. */
function comeIntoView(line: HTMLElement): void {
  line.scrollIntoView({ block: "nearest" });
}

function showProgress(
  line: HTMLElement,
  doing: string,
  canCancel: boolean,
): { progress: Progress; end: () => void } {
  let cancelled = false;
  const words = h("p", {}, doing);
  const bar = h("progress", { max: 1, "aria-label": doing });
  const stopButton = (label: string) => {
    const stop = button(label, () => {
      cancelled = true;
      stop.disabled = true;
      fill(words, "Stopping…");
    });
    return stop;
  };
  fill(line, words, bar, canCancel ? stopButton("Cancel") : undefined);
  comeIntoView(line);
  return {
    progress: {
      say: (text, share) => {
        if (cancelled) return;
        fill(words, text);
        if (share === undefined) bar.removeAttribute("value");
        else bar.value = share;
      },
      offerStop: () => {
        if (!line.querySelector("button")) line.append(stopButton("Stop"));
      },
      isCancelled: () => cancelled,
    },
    end: () => fill(line),
  };
}

type Control = HTMLButtonElement | HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;

/** Puts the controls to rest; what comes back wakes those again that were awake, and gives back the focus. */
function rest(root: HTMLElement | undefined): () => void {
  const focused = document.activeElement;
  const awake = root
    ? [...root.querySelectorAll<Control>("button, input, select, textarea")].filter(
        (control) => !control.disabled,
      )
    : [];
  for (const control of awake) control.disabled = true;
  return () => {
    for (const control of awake) control.disabled = false;
    if (
      focused instanceof HTMLElement &&
      focused.isConnected &&
      document.activeElement === document.body
    )
      focused.focus();
  };
}
