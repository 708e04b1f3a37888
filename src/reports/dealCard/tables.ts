import { riskDimensions } from "../../core/deals/riskDimensions.ts";
import { riskEvidence } from "../../core/deals/riskEvidence.ts";
import { riskEvidenceDay } from "../../core/deals/riskEvidenceDay.ts";
import { weightWords } from "../../core/deals/riskWeights.ts";
import { upperFirst } from "../../core/firstLetter.ts";
import { RISK_DAYS } from "../../core/risk/riskModel.ts";
import { type RiskFeature, riskFeatureLabels } from "../../core/risk/riskTraits.ts";
import { factorName } from "../../settings/presets/riskFactors.ts";
import { sayList, sayPercent } from "../parts/words.ts";
import type { ReportTable, TableRow } from "../report.ts";
import { actorOf } from "../risk/plan.ts";
import { chanceAt, type DealCard } from "./numbers.ts";

/** How the deal stands beside its factors, in log-odds; nothing by points. */
function standingRows(card: DealCard): TableRow[] {
  const { one } = card;
  const { deal } = one.deal.standing;
  const said: Readonly<Partial<Record<RiskFeature, string | undefined>>> = {
    stage: one.deal.stageName,
    segment: one.facts.segment,
    type: deal.type,
    source: deal.leadSource,
    owner: one.deal.owner.label,
  };
  const traits = one.fitted?.traits ?? [];
  // Of a count of activities and the days of silence that stand in for it, one is told.
  const isTold = (of: RiskFeature) =>
    traits.some(({ feature, level }) => feature === of && level !== undefined);
  const spare = isTold("silence") && !isTold("activity") ? "activity" : "silence";
  const shown = traits.filter(({ feature }) => feature !== spare);
  const quiet = one.top.find(({ standing }) => standing !== undefined);
  return shown.map(({ feature, level, logOdds }) => {
    const mended = quiet && (feature === "activity" || feature === "silence") ? quiet : undefined;
    return {
      key: feature,
      cells: {
        factor: riskFeatureLabels[feature],
        points: logOdds,
        evidence: level === undefined ? "unknown" : (said[feature] ?? level),
        without: mended?.without,
        chance: mended && chanceAt(card, mended),
      },
    };
  });
}

/** Base, every factor with what the record says, and the cap or how the deal stands: they add up to the score. */
export function factorsTable(card: DealCard): ReportTable {
  const { one, isOpen } = card;
  const { risk, facts, evidence, fitted, score } = one;
  const rows = risk.factors
    .map((own, at) => ({ ...own, part: fitted ? fitted.parts[at] : own.points }))
    .filter(({ factor }) => factor.points > 0)
    .map(({ factor, points, part, weight }): TableRow => {
      const present = one.top.find(
        (other) => other.factor.id === factor.id && other.standing === undefined,
      );
      const isPresent = (points ?? 0) > 0;
      return {
        key: factor.id,
        cells: {
          factor:
            weight && !fitted
              ? `${factorName(factor.id)} (${factor.points} ${weightWords(weight)})`
              : factorName(factor.id),
          points: part,
          evidence: isPresent
            ? riskEvidence(factor, facts, evidence)
            : points === undefined
              ? "unknown"
              : "fine",
          day: isPresent ? riskEvidenceDay(factor.id, facts) : undefined,
          without: present?.without,
          chance: present && chanceAt(card, present),
        },
      };
    })
    .sort((a, b) => Number(b.cells.points ?? -9) - Number(a.cells.points ?? -9));
  const extra = (key: string, factor: string, points: number): TableRow => ({
    key,
    cells: { factor, points },
  });
  return {
    id: "factors",
    columns: [
      { id: "factor", label: "Factor", format: "text", span: 4 },
      fitted
        ? { id: "points", label: "Log-odds", format: "score", span: 1 }
        : { id: "points", label: "Points", format: "points", span: 1, bar: true },
      { id: "evidence", label: "What the record says", format: "text", span: 4 },
      { id: "day", label: "Day", format: "date", span: 1 },
      { id: "without", label: "Risk then", format: "integer", span: 1 },
      { id: "chance", label: "Chance then", format: "percent", span: 1 },
    ],
    rows:
      score === undefined || !isOpen
        ? []
        : fitted
          ? [extra("base", "Average deal", fitted.base), ...rows, ...standingRows(card)]
          : [extra("base", "Base", risk.base), ...rows, extra("cap", "Above the cap", risk.cap)],
    ...(score === undefined || !isOpen
      ? {}
      : {
          total: {
            key: "total",
            cells: {
              factor: fitted ? `Log-odds of a loss within ${RISK_DAYS} days` : "Risk",
              points: fitted ? fitted.logOdds : score,
            },
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
  const isHarmless = risks.model && one.risk.factors.some(({ points = 0 }) => points > 0);
  const { asOf } = risks.book.request;
  return {
    id: "plan",
    columns: [
      { id: "action", label: "Action", format: "text", span: 6 },
      { id: "factor", label: "Against", format: "text", span: 3 },
      { id: "who", label: "Who", format: "text", span: 2 },
      { id: "due", label: "Due", format: "date", span: 1 },
    ],
    rows: (isOpen ? one.top : []).map(({ factor, standing }) => ({
      key: factor.id,
      cells: {
        action: factor.action,
        factor: standing ?? factorName(factor.id),
        who: actorOf(one, factor, risks),
        due: asOf + factor.windowDays,
      },
    })),
    empty: isHarmless
      ? "The history holds none of the factors that are present against a deal: there is nothing to mend."
      : "No risk factor that the data can tell is present: there is nothing to mend.",
  };
}

/** The five dimensions, and how much of each the data can tell. */
export function dimensionsTable({ one, isOpen, risks }: DealCard): ReportTable {
  const { profile, risk } = one;
  const rows = riskDimensions.map((dimension): TableRow => {
    const own = risk.factors.filter(
      ({ factor }) =>
        factor.dimension === dimension && factor.points > 0 && risks.counts(factor.id),
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
        dimension: upperFirst(dimension),
        score: profile.dimensions[dimension],
        known: all > 0 ? known / all : undefined,
        present: sayList(present.map(({ factor }) => factorName(factor.id).toLowerCase())),
      },
    };
  });
  return {
    id: "dimensions",
    columns: [
      { id: "dimension", label: "Dimension", format: "text", span: 2 },
      { id: "score", label: "Risk, 0-100", format: "integer", span: 1, bar: true },
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
