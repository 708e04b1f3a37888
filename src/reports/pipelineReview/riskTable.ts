import { dealRiskLevel } from "../../core/deals/dealRiskLevel.ts";
import { groupBy } from "../../core/groupBy.ts";
import { share } from "../parts/tally.ts";
import { unitOf } from "../parts/unit.ts";
import { sayHidden } from "../parts/words.ts";
import type { ReportTable, TableRow } from "../report.ts";
import { amountOf, type ReviewDeal } from "./dealSignals.ts";
import type { Review } from "./review.ts";

const MOST_OWNERS = 15;

const most = (amount: number | undefined) => amount ?? 0;

type Band = "high" | "medium" | "low" | "unknown";

/** Open value of each owner by the level of its risk score, those with most at high risk first. */
export function riskTable({ book, deals }: Review): ReportTable {
  const { risk } = book.request.settings;
  const bandOf = ({ risk: score }: ReviewDeal): Band =>
    score === undefined
      ? "unknown"
      : ({ High: "high", Medium: "medium", Low: "low" } as const)[dealRiskLevel(score, risk)];
  const rows = [...groupBy(deals, ({ deal }) => deal.owner.key)].map(([key, own]) => {
    const bands = groupBy(own, bandOf);
    const amount = (band: Band) => amountOf(bands.get(band) ?? []);
    const high = amount("high");
    return {
      key: key === "" ? "(none)" : key,
      cells: {
        owner: own[0]?.deal.owner.label ?? "",
        high,
        medium: amount("medium"),
        low: amount("low"),
        unknown: amount("unknown"),
        share: share(high, amountOf(own)),
      },
    } satisfies TableRow;
  });
  rows.sort(
    ({ cells: a }, { cells: b }) =>
      most(b.high) - most(a.high) || most(b.medium) - most(a.medium) || most(b.low) - most(a.low),
  );
  const isScored = deals.some((deal) => bandOf(deal) !== "unknown");
  const unit = unitOf(book);
  return {
    id: "risk",
    columns: [
      { id: "owner", label: "Owner", format: "text", span: 3 },
      { id: "high", label: `High${unit}`, format: "money", span: 2, bar: true },
      { id: "medium", label: `Medium${unit}`, format: "money", span: 2 },
      { id: "low", label: `Low${unit}`, format: "money", span: 2 },
      { id: "unknown", label: `Not scored${unit}`, format: "money", span: 2 },
      { id: "share", label: "High", format: "percent", span: 1 },
    ],
    rows: isScored ? rows.slice(0, MOST_OWNERS) : [],
    more: sayHidden(rows.length - MOST_OWNERS, "more owner", "with less at high risk"),
    empty: "No open deal says anything that a risk score could be told from.",
  };
}
