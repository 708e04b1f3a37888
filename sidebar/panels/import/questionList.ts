import type { Question } from "../../../src/addon/calls/requests.ts";
import { h } from "../../dom.ts";
import { selectField } from "../../parts/field.ts";
import { section } from "../../parts/section.ts";

/** What the add-on will not guess, each with its possible answers. */
export function questionList(
  questions: readonly Question[],
  answer: (id: string, value: string) => void,
): HTMLElement | undefined {
  if (questions.length === 0) return undefined;
  const rows = questions.map(({ id, text, options, samples, until }) => {
    const such = samples.length > 0 ? `Such as ${samples.join(", ")}. ` : "";
    const { node } = selectField({
      label: text,
      help: `${such}Without an answer: ${until ?? "left blank"}.`,
      choices: [{ value: "", label: "Choose…" }, ...options],
      onChange: (value) => answer(id, value),
    });
    return h("li", {}, node);
  });
  const count = questions.length === 1 ? "One question" : `${questions.length} questions`;
  return section(count, undefined, h("ul", { class: "rows" }, ...rows));
}
