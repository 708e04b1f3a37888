import type { RiskFactorId } from "../../core/deals/risk.ts";
import { type RiskFeature, riskFeatureLabels } from "../../core/risk/riskTraits.ts";
import { dealName } from "../parts/dealName.ts";
import { CHARACTERS, shownId } from "../parts/detailDeals.ts";
import { unitOf } from "../parts/unit.ts";
import { sayHidden } from "../parts/words.ts";
import type { ReportTable, TableColumn, TableRow } from "../report.ts";
import { LEVEL_STATUS, levelWord } from "./levels.ts";
import type { RiskBook, RiskDeal } from "./riskDeals.ts";

/** Rows of a table at most. */
export const MOST = 15;

const record = (rows: readonly RiskDeal[]): TableColumn => ({
  id: "id",
  label: "Record",
  format: "text",
  span: rows.some(({ facts }) => facts.opportunityId.length > CHARACTERS) ? 2 : 1,
});

/** What tells a deal apart at the start of a row; the cells are those of `head`. */
export const headColumns = (stageSpan: number): TableColumn[] => [
  record([]),
  { id: "name", label: "Deal", format: "text", span: 2 },
  { id: "owner", label: "Owner", format: "text", span: 2 },
  { id: "stage", label: "Stage", format: "text", span: stageSpan },
];

export const head = (one: RiskDeal) => ({
  id: shownId(one.facts.opportunityId, true),
  name: dealName(one.deal),
  owner: one.deal.owner.label,
  stage: one.deal.stageName,
  amount: one.deal.standing.amount,
});

/** Below so much log-odds nothing of a deal's standing is a reason. */
const NOTABLE = 0.05;

/** The two heaviest factors where both fit, else the heaviest; without one what of its standing raises a fitted risk most. */
function why({ deal, facts, top, fitted }: RiskDeal): string {
  if (top.length === 0) {
    const traits = [...(fitted?.traits ?? [])].filter(({ logOdds = 0 }) => logOdds >= NOTABLE);
    const [most] = traits.sort((a, b) => (b.logOdds ?? 0) - (a.logOdds ?? 0));
    if (most === undefined) return "nothing stands out";
    if (most.feature === "owner") return "owner's past deals";
    const named: Readonly<Partial<Record<RiskFeature, string | undefined>>> = {
      segment: deal.segment,
      type: facts.type,
      source: facts.leadSource,
    };
    const [label, name] = [riskFeatureLabels[most.feature].toLowerCase(), named[most.feature]];
    return name === undefined ? `its ${label}` : `${label} ${name}`;
  }
  const [first = "", second] = top.map(({ factor, standing }) =>
    standing === undefined ? SHORT[factor.id] : "little activity",
  );
  const both = second === undefined ? first : `${first}, ${second}`;
  return both.length <= 2 * CHARACTERS ? both : `${first} …`;
}

/** The deals of which most is at risk, with their heaviest factors. */
export function registerTable(risks: RiskBook): ReportTable {
  const risky = risks.deals.filter(
    ({ top, score }) => top.length > 0 || (risks.model && score !== undefined),
  );
  const rows = risky.slice(0, MOST);
  return {
    id: "register",
    columns: [
      ...headColumns(1),
      { id: "amount", label: "Amount", format: "money", span: 1 },
      { id: "score", label: "Risk", format: "integer", span: 1 },
      { id: "change", label: "Change", format: "integer", span: 1 },
      { id: "atRisk", label: "At risk", format: "money", span: 1 },
      { id: "why", label: "Why", format: "text", span: 2 },
    ],
    rows: rows.map(
      (one): TableRow => ({
        key: one.facts.opportunityId,
        cells: {
          ...head(one),
          score: one.score,
          change:
            one.before === undefined || one.score === undefined
              ? undefined
              : Math.round(one.score - one.before),
          atRisk: one.atRisk,
          why: why(one),
        },
      }),
    ),
    more: sayHidden(risky.length - MOST, "more deal", "in the last table"),
    empty: "No open deal has a risk factor that the data can tell.",
  };
}

/** Factors in as few words as a cell holds. */
const SHORT: Readonly<Record<RiskFactorId, string>> = {
  economicBuyer: "no economic buyer",
  championLeft: "champion left",
  age: "old",
  competitor: "competitor",
  stageTime: "long in stage",
  activityDown: "activity down",
  discount: "discount",
  technicalConcern: "technical concern",
  contacts: "few contacts",
  budget: "no budget",
};

/** Deals whose category is higher than their risk allows. */
export function categoryTable(risks: RiskBook): ReportTable {
  const differ = risks.deals.filter(
    ({ recommended, deal }) => recommended !== deal.standing.category,
  );
  const largest = [...differ].sort(
    (a, b) => (b.deal.standing.amount ?? 0) - (a.deal.standing.amount ?? 0),
  );
  return {
    id: "categories",
    columns: [
      ...headColumns(2),
      { id: "amount", label: `Amount${unitOf(risks.book)}`, format: "money", span: 1 },
      { id: "probability", label: "Probability", format: "percent", span: 1 },
      { id: "score", label: "Risk", format: "integer", span: 1 },
      { id: "now", label: "Now", format: "text", span: 1 },
      { id: "recommended", label: "At most", format: "text", span: 1 },
    ],
    rows: largest.slice(0, MOST).map(
      (one): TableRow => ({
        key: one.facts.opportunityId,
        cells: {
          ...head(one),
          probability: one.deal.standing.probability,
          score: one.score,
          now: one.deal.standing.category,
          recommended: one.recommended,
        },
      }),
    ),
    more: sayHidden(largest.length - MOST, "more deal", "of less value"),
    empty: "No deal's category is higher than its risk allows.",
  };
}

/** Deals that a stop condition speaks against. */
export function stopsTable(risks: RiskBook): ReportTable {
  const stopped = risks.deals
    .filter(({ stops }) => stops.length > 0)
    .sort((a, b) => (b.deal.standing.amount ?? 0) - (a.deal.standing.amount ?? 0));
  return {
    id: "stops",
    columns: [
      ...headColumns(2),
      { id: "amount", label: `Amount${unitOf(risks.book)}`, format: "money", span: 1 },
      { id: "stops", label: "Stop condition", format: "text", span: 4 },
    ],
    rows: stopped.slice(0, MOST).map(
      (one): TableRow => ({
        key: one.facts.opportunityId,
        cells: { ...head(one), stops: one.stops.join("; ") },
      }),
    ),
    more: sayHidden(stopped.length - MOST, "more deal", "of less value"),
    empty: "No stop condition holds that the data can tell.",
  };
}

/** Every open deal: the rows that the totals add up. */
export function allDealsTable(risks: RiskBook): ReportTable {
  const { deals } = risks;
  const id = record(deals);
  return {
    id: "deals",
    columns: [
      id,
      { id: "name", label: "Deal", format: "text", span: 4 - id.span },
      { id: "owner", label: "Owner", format: "text", span: 1 },
      { id: "stage", label: "Stage", format: "text", span: 1 },
      { id: "level", label: "Level", format: "text", span: 1, status: LEVEL_STATUS },
      { id: "score", label: "Risk", format: "integer", span: 1 },
      { id: "confidence", label: "Data known", format: "percent", span: 1 },
      { id: "amount", label: "Amount", format: "money", span: 1 },
      { id: "weighted", label: "Weighted", format: "money", span: 1 },
      { id: "atRisk", label: "At risk", format: "money", span: 1 },
    ],
    rows: deals.map(
      (one): TableRow => ({
        key: one.facts.opportunityId,
        cells: {
          ...head(one),
          id: shownId(one.facts.opportunityId),
          level: levelWord(one),
          score: one.score,
          confidence: one.profile.confidence,
          weighted: one.deal.standing.weighted,
          atRisk: one.atRisk,
        },
      }),
    ),
    empty: "There is no open deal.",
  };
}
