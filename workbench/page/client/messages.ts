import type { ToPage } from "../protocol.ts";

type Ask = Extract<ToPage, { type: "ask" }>;

function element<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  className: string,
  text = "",
): HTMLElementTagNameMap[K] {
  const made = document.createElement(tag);
  if (className) made.className = className;
  made.textContent = text;
  return made;
}

function byId(id: string): HTMLElement {
  const found = document.getElementById(id);
  if (!found) throw new Error(`The page has no element ${id}.`);
  return found;
}

/** A short message at the bottom right; with no seconds it stays until it is closed. */
export function toast(title: string, text: string, seconds: number): void {
  const box = element("div", "toast-box");
  const words = element("div", "");
  if (title) words.append(element("strong", "", title));
  words.append(element("span", "", text));
  const close = element("button", "", "×");
  close.setAttribute("aria-label", "Close");
  close.addEventListener("click", () => box.remove());
  box.append(words, close);
  byId("toasts").append(box);
  if (seconds > 0) setTimeout(() => box.remove(), seconds * 1000);
}

const BUTTONS: Readonly<Record<string, readonly (readonly [name: string, label: string])[]>> = {
  OK: [["OK", "OK"]],
  OK_CANCEL: [
    ["CANCEL", "Cancel"],
    ["OK", "OK"],
  ],
  YES_NO: [
    ["NO", "No"],
    ["YES", "Yes"],
  ],
  YES_NO_CANCEL: [
    ["CANCEL", "Cancel"],
    ["NO", "No"],
    ["YES", "Yes"],
  ],
};

/** An alert or a prompt of the script, which waits for the answer. */
export function question(
  { kind, title, text, buttons }: Ask,
  answer: (button: string, text: string) => void,
): void {
  const dialog = element("dialog", "page");
  const input = kind === "prompt" ? element("input", "") : undefined;
  const row = element("div", "buttons");
  const finish = (button: string): void => {
    dialog.remove();
    answer(button, input?.value ?? "");
  };
  const choices = BUTTONS[buttons] ?? BUTTONS.OK ?? [];
  for (const [name, label] of choices) {
    const button = element("button", name === "OK" || name === "YES" ? "primary" : "", label);
    button.addEventListener("click", () => finish(name));
    row.append(button);
  }
  dialog.append(element("h2", "", title), element("p", "", text));
  if (input) {
    input.setAttribute("aria-label", text || title);
    input.addEventListener("keydown", (event) => {
      if (event.key === "Enter") finish(choices.at(-1)?.[0] ?? "OK");
    });
    dialog.append(input);
  }
  dialog.append(row);
  dialog.addEventListener("cancel", (event) => {
    event.preventDefault();
    finish("CLOSE");
  });
  document.body.append(dialog);
  dialog.showModal();
  (input ?? row.querySelector<HTMLElement>(".primary"))?.focus();
}

/** What goes on above the sheet, such as a running script; undefined takes it away. */
export function busy(text: string | undefined): void {
  const box = byId("busy");
  box.textContent = text ?? "";
  box.hidden = text === undefined;
}

/** Why the sheet shows nothing. */
export function notice(text: string | undefined): void {
  const box = byId("notice");
  box.textContent = text ?? "";
  box.hidden = text === undefined;
}
