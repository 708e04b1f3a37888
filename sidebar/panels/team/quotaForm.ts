import { h } from "../../dom.ts";
import { shownNumber } from "../../notation.ts";
import { button, buttonBar } from "../../parts/button.ts";
import { textField } from "../../parts/field.ts";
import { section } from "../../parts/section.ts";
import type { QuotaDraft, QuotaEntry } from "./quotaDraft.ts";

/** One person's quotas by period, in place of the list. */
export function quotaForm(
  { year }: QuotaDraft,
  { row, amounts }: QuotaEntry,
  changed: () => void,
  back: () => void,
): HTMLElement {
  const fields = year.periods.map(({ title }, period) => {
    const { isSplit } = row.cells[period] ?? {};
    const capacity = Math.round((row.capacity[period] ?? 1) * 100);
    if (isSplit)
      return h(
        "p",
        {},
        `${title}: ${shownNumber(amounts[period] ?? 0)}, split over several rows of the sheet Quotas; edit it there.`,
      );
    return textField({
      label: title,
      type: "number",
      value: amounts[period] === undefined ? "" : String(amounts[period]),
      help: capacity < 100 ? `Can carry ${capacity}% by ramp and absences.` : undefined,
      onInput: (text) => {
        amounts[period] = text === "" ? undefined : Number(text);
        changed();
      },
    }).node;
  });
  return section(
    `${row.label}, ${year.year}`,
    undefined,
    ...fields,
    buttonBar(button("Back to the quotas", back, { kind: "primary" })),
  );
}
