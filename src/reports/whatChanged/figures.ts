import { sayCount, sayDay, sayPercent } from "../parts/words.ts";
import type { Figure } from "../report.ts";
import type { Changes } from "./changes.ts";
import { reasonSum } from "./movementTable.ts";
import { MEANING, wordOf } from "./reasons.ts";

const HEADLINES: ReadonlySet<string> = new Set(["new", "won", "lost", "pushed_out"]);

/** Start, each reason and end, signed so that all of them add up; then what is missing. */
export function movementFigures({ total, days, deals, reasons }: Changes): readonly Figure[] {
  const hasDeals = deals.length > 0;
  const { start, end, check, startDeals, endDeals, moves } = total;
  const change = start > 0 ? ` (${signed((end - start) / start)})` : "";
  const money = (
    id: string,
    label: string,
    value: number,
    words: string,
    formula: string,
    more: Partial<Figure> = {},
  ): Figure => ({
    id,
    label,
    value,
    format: "money",
    words,
    source: "Table of deals in this report",
    ...(hasDeals ? { formula } : {}),
    ...more,
  });
  return [
    money(
      "start",
      `Start ${sayDay(days.from)}`,
      start,
      "Amounts of the deals that were open on the earlier day and then closed in the period, in home currency.",
      "SUM({deals.start})",
      { headline: true, context: sayCount(startDeals, "deal") },
    ),
    money("end", `End ${sayDay(days.to)}`, end, "The same on the later day.", "SUM({deals.end})", {
      headline: true,
      context: `${sayCount(endDeals, "deal")}${change}`,
    }),
    ...reasons.map((reason) =>
      money(
        reason,
        wordOf(reason),
        moves[reason].amount,
        MEANING[reason],
        reasonSum(`"${wordOf(reason)}"`),
        HEADLINES.has(reason)
          ? { headline: true, context: sayCount(moves[reason].deals, "deal") }
          : {},
      ),
    ),
    money(
      "check",
      "Check",
      check,
      "Start plus all moves less end: 0 when right.",
      `ROUND({=start}+${reasons.map((reason) => `{=${reason}}`).join("+")}-{=end},2)`,
      { source: "Figures of this report" },
    ),
  ];
}

const signed = (share: number) => `${share > 0 ? "+" : ""}${sayPercent(share)}`;
