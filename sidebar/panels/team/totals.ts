import { h } from "../../dom.ts";
import { shownNumber } from "../../notation.ts";
import { cellTable } from "../../parts/cellTable.ts";
import { section } from "../../parts/section.ts";
import { type QuotaDraft, quotaTotals } from "./quotaDraft.ts";

const sum = (amounts: readonly number[]) =>
  amounts.reduce((cents, amount) => cents + Math.round(amount * 100), 0) / 100;

/** The company's target beside the sum of its people's quotas, by period and for the year. */
export function totals(draft: QuotaDraft): HTMLElement {
  const { year, target, targets } = draft;
  if (year.totals === undefined) {
    return section(
      "Totals",
      "The quotas of this year are in different currencies, so they are not added up here.",
    );
  }
  const quotas = quotaTotals(draft);
  const all = sum(quotas);
  const difference = (amount: number, wanted: number | undefined) =>
    wanted === undefined ? "–" : Math.round((amount - wanted) * 100) / 100;
  const rows = year.periods.map(({ label }, period) => {
    const quota = quotas[period] ?? 0;
    return [label, targets?.[period] ?? "–", quota, difference(quota, targets?.[period])];
  });
  const columns = [
    { heading: "Period", isShort: true },
    { heading: "Target", isNumber: true },
    { heading: "Quotas", isNumber: true },
    { heading: "Gap", isNumber: true },
  ];
  return section(
    `Totals${year.currency === "" ? "" : ` in ${year.currency}`}`,
    "Quotas of managers that repeat those of their people are not added.",
    cellTable("Company target and sum of quotas", columns, [
      [year.year, target ?? "–", all, difference(all, target)],
      ...rows,
    ]),
    h("p", { role: "status" }, words(all, target)),
  );
}

function words(all: number, target: number | undefined): string {
  if (target === undefined) return "No company target is set, so there is nothing to agree with.";
  const cents = Math.round((all - target) * 100);
  if (cents === 0) return "The quotas add up to the company target.";
  const shown = shownNumber(Math.abs(cents) / 100);
  return cents > 0
    ? `The quotas are ${shown} above the company target.`
    : `The quotas are ${shown} below the company target.`;
}
