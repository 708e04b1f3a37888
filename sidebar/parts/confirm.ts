import { fill, h } from "../dom.ts";
import { button, buttonBar } from "./button.ts";

/**
 * Asks in place, under what it is about, before something that cannot be seen coming: `act` runs on yes. The focus goes
 * to the question and back.
 */
export function askFirst(place: HTMLElement, question: string, yes: string, act: () => void): void {
  const before = document.activeElement;
  const close = () => {
    fill(place);
    if (before instanceof HTMLElement) before.focus();
  };
  const accept = button(
    yes,
    () => {
      close();
      act();
    },
    { kind: "primary" },
  );
  fill(
    place,
    h(
      "div",
      {
        class: "ask",
        role: "alertdialog",
        "aria-label": question,
        on: { keydown: (event) => event.key === "Escape" && close() },
      },
      h("p", {}, question),
      buttonBar(accept, button("Keep as it is", close)),
    ),
  );
  accept.focus();
}
