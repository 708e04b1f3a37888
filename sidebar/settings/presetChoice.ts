import type { Preset } from "../../src/addon/settings/settingsTypes.ts";
import { fill, h } from "../dom.ts";
import { button, buttonBar } from "../parts/button.ts";
import { selectField } from "../parts/field.ts";
import { disclosure } from "../parts/section.ts";

/** A list of presets with where each comes from; choosing one fills the panel and saves nothing. */
export function presetChoice(
  words: string,
  presets: readonly Preset[],
  use: (preset: Preset) => void,
  fitting?: string,
): HTMLElement {
  const said = h("p", { class: "help" });
  const chosen = () => presets.find(({ id }) => id === select.control.value) ?? presets[0];
  const say = () => {
    const preset = chosen();
    const fits = preset && preset.id === fitting ? " It fits what the Context panel says." : "";
    fill(said, `${preset?.about ? `${preset.about} ` : ""}Source: ${preset?.source}.${fits}`);
  };
  const select = selectField({
    label: "Preset",
    value: fitting ?? presets[0]?.id,
    choices: presets.map(({ id, title }) => ({ value: id, label: title })),
    onChange: say,
  });
  say();
  const act = () => {
    const preset = chosen();
    if (preset) use(preset);
  };
  return disclosure(words, [
    select.node,
    said,
    buttonBar(button("Use this preset", act)),
    h(
      "p",
      { class: "help" },
      "It takes the place of what is below; nothing is saved until you press Save.",
    ),
  ]);
}
