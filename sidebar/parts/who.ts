import type { WhoView } from "../../src/addon/team/whoTypes.ts";
import { fill, h } from "../dom.ts";
import type { PanelContext } from "../panel.ts";
import { selectField } from "./field.ts";
import { section } from "./section.ts";
import { workLine } from "./workLine.ts";

/** Who the person is: chosen once, kept for this person alone, and never checked. `chosen` comes after each choice. */
export function whoChoice(
  { server }: PanelContext,
  chosen: () => void = () => undefined,
): HTMLElement {
  const place = h("div", {});
  const line = workLine(() => place);
  const draw = ({ chosen: now, people }: WhoView) => {
    if (people.length === 0)
      return fill(place, h("p", { class: "help" }, "The sheet Reps names nobody yet."));
    const { node } = selectField({
      label: "You are",
      help: "As you say yourself: only you see and change it, and nobody checks it.",
      choices: [
        { value: "", label: "Not said" },
        ...people.map(({ repId, label }) => ({ value: repId, label })),
      ],
      value: now?.repId ?? "",
      onChange: (repId) =>
        void line.run({
          doing: "Keeping it…",
          task: async () => {
            draw(await server.revopsChooseWho({ repId }));
            chosen();
          },
          done: () => (repId === "" ? "It is not said any more who you are." : "Kept."),
        }),
    });
    fill(place, node);
  };
  void line.run({ doing: "Reading the team…", task: async () => draw(await server.revopsWho()) });
  return section(
    "Who you are",
    "Stands beside what you submit or override, marked as self-declared.",
    place,
    line.node,
  );
}
