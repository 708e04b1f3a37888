import { riskDimensions } from "../../core/deals/riskDimensions.ts";
import { riskEvidence } from "../../core/deals/riskEvidence.ts";
import { riskFactorLabels } from "../../settings/presets/riskFactors.ts";
import type { ReportTable, TableRow } from "../report.ts";
import { actorOf } from "../risk/plan.ts";
import { sayList, sayPercent } from "../words.ts";
import { chanceAt, type DealCard } from "./numbers.ts";

/** Base, every factor with what the record says, and the cap: they add up to the score. */
export function factorsTable(card: DealCard): ReportTable {
  const { one, isOpen } = card;
  const { risk, facts, evidence } = one;
  const rows = risk.factors
    .filter(({ factor }) => factor.points > 0)
    .map(({ factor, points }): TableRow => {
      const present = one.top.find((other) => other.factor.id === factor.id);
      const chance = chanceAt(card, present?.without);
      return {
        key: factor.id,
        cells: {
          factor: riskFactorLabels[factor.id],
          points,
          evidence: present
            ? riskEvidence(factor, facts, evidence)
            : points === undefined
              ? "unknown"
              : "fine",
          without: present?.without,
          chance,
        },
      };
    })
    .sort((a, b) => Number(b.cells.points ?? -1) - Number(a.cells.points ?? -1));
  const extra = (key: string, factor: string, points: number): TableRow => ({
    key,
    cells: { factor, points },
  });
  return {
    id: "factors",
    columns: [
      { id: "factor", label: "Factor", format: "text", span: 4 },
      { id: "points", label: "Points", format: "points", span: 1, bar: true },
      { id: "evidence", label: "What the record says", format: "text", span: 5 },
      { id: "without", label: "Risk then", format: "points", span: 1 },
      { id: "chance", label: "Chance then", format: "percent", span: 1 },
    ],
    rows:
      risk.score === undefined || !isOpen
        ? []
        : [extra("base", "Base", risk.base), ...rows, extra("cap", "Above the cap", risk.cap)],
    ...(risk.score === undefined || !isOpen
      ? {}
      : {
          total: {
            key: "total",
            cells: { factor: "Risk", points: risk.score },
            formulas: { points: "SUM({factors.points})" },
          },
        }),
    empty: isOpen
      ? "Nothing is known that a risk could be told from."
      : "The deal is closed: nothing is at risk any more.",
  };
}

/** What to do about each factor that is present, by whom and until when, as the Risk settings have it. */
export function actionsTable({ one, risks, isOpen }: DealCard): ReportTable {
  const { asOf } = risks.book.request;
  return {
    id: "plan",
    columns: [
      { id: "action", label: "Action", format: "text", span: 6 },
      { id: "factor", label: "Against", format: "text", span: 3 },
      { id: "who", label: "Who", format: "text", span: 2 },
      { id: "due", label: "Due", format: "date", span: 1 },
    ],
    rows: (isOpen ? one.top : []).map(({ factor }) => ({
      key: factor.id,
      cells: {
        action: factor.action,
        factor: riskFactorLabels[factor.id],
        who: actorOf(one, factor, risks),
        due: asOf + factor.windowDays,
      },
    })),
    empty: "No risk factor is present: nothing has to be done about the risk.",
  };
}

/** The five dimensions, and how much of each the data can tell. */
export function dimensionsTable({ one, isOpen }: DealCard): ReportTable {
  const { profile, risk } = one;
  const rows = riskDimensions.map((dimension): TableRow => {
    const own = risk.factors.filter(
      ({ factor }) => factor.dimension === dimension && factor.points > 0,
    );
    const all = own.reduce((sum, { factor }) => sum + factor.points, 0);
    const known = own.reduce(
      (sum, { factor, points }) => sum + (points === undefined ? 0 : factor.points),
      0,
    );
    const present = own.filter(({ points }) => (points ?? 0) > 0);
    return {
      key: dimension,
      cells: {
        dimension: `${dimension.charAt(0).toUpperCase()}${dimension.slice(1)}`,
        score: profile.dimensions[dimension],
        known: all > 0 ? known / all : undefined,
        present: sayList(present.map(({ factor }) => riskFactorLabels[factor.id].toLowerCase())),
      },
    };
  });
  return {
    id: "dimensions",
    columns: [
      { id: "dimension", label: "Dimension", format: "text", span: 2 },
      { id: "score", label: "Risk, 0-100", format: "points", span: 1, bar: true },
      { id: "known", label: "Data known", format: "percent", span: 1 },
      { id: "present", label: "Factors present", format: "text", span: 8 },
    ],
    rows: isOpen && risk.score !== undefined ? rows : [],
    empty: "There is no risk to part into dimensions.",
  };
}

/** The closed deals most like this one, the latest first. */
export function similarTable({ similar }: DealCard): ReportTable {
  const MOST = 8;
  const latest = [...(similar?.rows ?? [])].sort(
    (a, b) => (b.deal.standing.deal.closeDate ?? 0) - (a.deal.standing.deal.closeDate ?? 0),
  );
  const seen = new Set<string>();
  return {
    id: "similar",
    columns: [
      { id: "name", label: "Deal", format: "text", span: 4 },
      { id: "owner", label: "Owner", format: "text", span: 2 },
      { id: "amount", label: "Amount", format: "money", span: 1 },
      { id: "close", label: "Closed", format: "date", span: 1 },
      {
        id: "outcome",
        label: "Outcome",
        format: "text",
        span: 1,
        status: { "▲ Won": "good", "▼ Lost": "bad" },
      },
      { id: "reason", label: "Reason", format: "text", span: 3 },
    ],
    rows: latest.slice(0, MOST).flatMap(({ deal, won }): TableRow[] => {
      const { deal: record, amount } = deal.standing;
      if (seen.has(record.opportunityId)) return [];
      seen.add(record.opportunityId);
      return [
        {
          key: record.opportunityId,
          cells: {
            name: record.opportunityName ?? record.accountName ?? record.opportunityId,
            owner: deal.owner.label,
            amount,
            close: record.closeDate,
            outcome: won ? "▲ Won" : "▼ Lost",
            reason: (won ? record.winReason : record.lossReason) ?? "",
          },
        },
      ];
    }),
    ...(similar && similar.closed > MOST
      ? { more: `The latest ${MOST} of ${similar.closed}.` }
      : {}),
    empty: "Fewer than 10 deals have closed: there is nothing to compare with yet.",
  };
}

/** What the similar deals share and how many of them were won, in words. */
export function similarReading({ similar, interval }: DealCard): string {
  if (!similar || !interval) return "";
  const alike =
    similar.alike.length === 0
      ? "All closed deals"
      : `Closed deals of the same ${sayList(similar.alike)}`;
  const [low, high] = interval;
  return `${alike}: ${similar.won} of ${similar.closed} won, ${sayPercent(similar.won / similar.closed)} (80 % interval ${sayPercent(low)} to ${sayPercent(high)}).`;
}
