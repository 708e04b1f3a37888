import type { ReportRunResult } from "../../../src/addon/calls/requests.ts";
import { h } from "../../dom.ts";
import { cellTable } from "../../parts/cellTable.ts";
import { shownFigure } from "../../parts/figure.ts";

/** The figures that differ from the run before, or a line that none do. */
export function changedFigures({ comparison, currency }: ReportRunResult): HTMLElement | undefined {
  if (!comparison) return undefined;
  const { since, changes } = comparison;
  if (since === undefined)
    return h("p", { class: "help" }, "There is no earlier run of this period to compare with.");
  const when = since;
  if (changes.length === 0)
    return h("p", { class: "help" }, `No figure has changed since ${when}.`);
  return h(
    "div",
    {},
    h("h3", {}, `Changed since ${when}`),
    cellTable(
      `Figures that changed since ${when}`,
      [
        { heading: currency === "" ? "Figure" : `Figure, ${currency}` },
        { heading: "Before", isNumber: true },
        { heading: "Now", isNumber: true },
      ],
      changes.map(({ label, format, before, after }) => [
        label,
        shownFigure(before, format),
        shownFigure(after, format),
      ]),
    ),
  );
}
