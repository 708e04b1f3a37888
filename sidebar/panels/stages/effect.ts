import type { StagesPreview } from "../../../src/addon/settings/settingsTypes.ts";
import { h } from "../../dom.ts";
import { shownNumber, shownWhole } from "../../notation.ts";
import { section } from "../../parts/section.ts";
import { shownChange } from "../../settings/cellText.ts";

export function money(amount: number, currency: string): string {
  return `${shownWhole(amount)} ${currency}`.trim();
}

/** What the edited stages do to the forecast, before they are saved. */
export function effect(preview: StagesPreview): HTMLElement {
  const { deals, forecast, weighted, period, currency, ownProbability, warnings } = preview;
  const notes = warnings.map((words) => h("p", { class: "note" }, words));
  if (deals === 0) {
    return section(
      "Effect on the forecast",
      "There are no deals yet; import them to see it.",
      ...notes,
    );
  }
  return section(
    "Effect on the forecast",
    "By stage probabilities, before anything is saved.",
    period === "" ? undefined : change(`Weighted forecast, ${period}`, forecast, currency),
    change("All open deals, weighted", weighted, currency),
    ownProbability > 0
      ? h(
          "p",
          { class: "help" },
          `${shownNumber(ownProbability)} open ${ownProbability === 1 ? "deal carries" : "deals carry"} a probability from the CRM, which counts before the stage's.`,
        )
      : undefined,
    ...notes,
  );
}

/** The same in a few words. */
export function shortEffect(preview: StagesPreview): string {
  const { deals, forecast, weighted, period, currency } = preview;
  if (deals === 0) return "";
  const label = period === "" ? "all open deals" : period.split(",")[0];
  const [before, after] = period === "" ? weighted : forecast;
  const isSame = Math.abs(after - before) < 0.5;
  const difference = isSame ? "no change" : shownChange(Math.round(before), Math.round(after));
  return `Weighted, ${label}: ${money(after, currency)} (${difference})`;
}

function change(
  label: string,
  [before, after]: readonly [number, number],
  currency: string,
): HTMLElement {
  const isSame = Math.abs(after - before) < 0.5;
  return h(
    "div",
    { class: "figure", role: "group", "aria-label": label },
    h("span", {}, label),
    h("b", {}, money(after, currency)),
    h(
      "p",
      { class: "help" },
      isSame
        ? "No change."
        : `${money(before, currency)} before, ${shownChange(Math.round(before), Math.round(after))}.`,
    ),
  );
}
