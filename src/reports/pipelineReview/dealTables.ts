import { upperFirst } from "../../core/firstLetter.ts";
import { groupBy } from "../../core/groupBy.ts";
import { type AgeBucket, ageBucket } from "../../core/pipeline/ageBucket.ts";
import { byAmount } from "../forecast/largestDeals.ts";
import { dealName } from "../parts/dealName.ts";
import { shownId } from "../parts/detailDeals.ts";
import { share, tally, whole } from "../parts/tally.ts";
import { unitOf } from "../parts/unit.ts";
import { sayCount, sayHidden, sayNumber } from "../parts/words.ts";
import type { ReportTable } from "../report.ts";
import { amountOf, type ReviewDeal, type Signal } from "./dealSignals.ts";
import type { Review } from "./review.ts";

const MOST_DEALS = 10;
const MOST_FOCUS = 15;

const reasonOf = (deal: ReviewDeal, signal: Signal): string => {
  const { daysInStage = 0, limit = 0, inactive = 0, pushes = 0, risk = 0 } = deal;
  const words: Record<Signal, string> = {
    overdue: "close date passed",
    stalled: `${sayNumber(daysInStage, 0)} days in stage, limit ${sayNumber(limit, 0)}`,
    inactive: `no activity for ${sayNumber(inactive, 0)} days`,
    pushed: `close date pushed ${sayCount(pushes, "time")}`,
    risky: `risk score ${sayNumber(risk, 0)}`,
  };
  return words[signal];
};

const NEXT: Readonly<Record<Signal, string>> = {
  overdue: "New date with a reason, or close out",
  stalled: "Agree what has to happen to leave the stage",
  inactive: "Contact the customer this week",
  pushed: "Review the forecast with the manager",
  risky: "Work through its risk factors",
};

/** At-risk deals, those with most at stake first. */
export const atRiskDeals = ({ deals }: Review): readonly ReviewDeal[] =>
  deals
    .filter(({ isAtRisk }) => isAtRisk)
    .sort((a, b) => (b.amount ?? -1) - (a.amount ?? -1) || b.signals.length - a.signals.length);

export function atRiskTable(review: Review): ReportTable {
  const all = atRiskDeals(review);
  return {
    id: "at_risk",
    columns: [
      { id: "name", label: "Deal", format: "text", span: 2 },
      { id: "owner", label: "Owner", format: "text", span: 1 },
      { id: "stage", label: "Stage", format: "text", span: 1 },
      { id: "close", label: "Close date", format: "date", span: 1 },
      { id: "amount", label: `Amount${unitOf(review.book)}`, format: "money", span: 1 },
      { id: "why", label: "Why", format: "text", span: 3 },
      { id: "next", label: "Next step", format: "text", span: 3 },
    ],
    rows: all.slice(0, MOST_DEALS).map((deal) => ({
      key: deal.id,
      cells: {
        name: dealName(deal.deal),
        owner: deal.deal.owner.label,
        stage: deal.deal.stageName,
        close: deal.deal.standing.deal.closeDate,
        amount: deal.amount,
        why: `${upperFirst(deal.signals.map((signal) => reasonOf(deal, signal)).join(", "))}.`,
        next: deal.signals[0] === undefined ? "" : NEXT[deal.signals[0]],
      },
    })),
    more: sayHidden(all.length - MOST_DEALS, "more deal", "at risk in the list of deals below"),
    empty: "No open deal is at risk.",
  };
}

/** Deals in late stages, which decide the period. */
export function focusTable({ book }: Review): ReportTable {
  const late = byAmount(book.allOpen.filter(({ standing }) => standing.stage?.group === "late"));
  return {
    id: "focus",
    columns: [
      { id: "name", label: "Deal", format: "text", span: 4 },
      { id: "owner", label: "Owner", format: "text", span: 2 },
      { id: "stage", label: "Stage", format: "text", span: 2 },
      { id: "close", label: "Close date", format: "date", span: 2 },
      { id: "amount", label: `Amount${unitOf(book)}`, format: "money", span: 2, bar: true },
    ],
    rows: late.slice(0, MOST_FOCUS).map((deal) => ({
      key: deal.standing.deal.opportunityId,
      cells: {
        name: dealName(deal),
        owner: deal.owner.label,
        stage: deal.stageName,
        close: deal.standing.deal.closeDate,
        amount: deal.standing.amount,
      },
    })),
    more: sayHidden(late.length - MOST_FOCUS, "more deal", "in late stages"),
    empty: "No open deal is in a stage whose group is late.",
  };
}

const BUCKETS: readonly (AgeBucket | "Not known")[] = [
  "0-30",
  "31-60",
  "61-90",
  "Over 90",
  "Not known",
];

/** Open deals by age since they were created. */
export function ageTable({ book, deals }: Review): ReportTable {
  const groups = groupBy(deals, ({ age }) =>
    age === undefined ? "Not known" : (ageBucket(age) ?? "Not known"),
  );
  const all = whole(tally(deals, ({ amount }) => amount));
  return {
    id: "ages",
    columns: [
      { id: "bucket", label: "Age in days", format: "text", span: 2 },
      { id: "deals", label: "Open deals", format: "integer", span: 2, bar: true },
      { id: "amount", label: `Open${unitOf(book)}`, format: "money", span: 3, bar: true },
      { id: "share", label: "Share", format: "percent", span: 2 },
      { id: "at_risk", label: `Of it at risk${unitOf(book)}`, format: "money", span: 3 },
    ],
    rows: BUCKETS.flatMap((bucket) => {
      const own = groups.get(bucket) ?? [];
      if (deals.length === 0 || (bucket === "Not known" && own.length === 0)) return [];
      const amount = amountOf(own);
      return {
        key: bucket,
        cells: {
          bucket,
          deals: own.length,
          amount,
          share: share(amount, all),
          at_risk: amountOf(own.filter(({ isAtRisk }) => isAtRisk)),
        },
      };
    }),
    empty: "There is no open deal.",
  };
}

/** Every open deal: the rows that the totals above add up. */
export function allDeals({ book, deals }: Review): ReportTable {
  return {
    id: "deals",
    columns: [
      { id: "id", label: "Record", format: "text", span: 2 },
      { id: "name", label: "Deal", format: "text", span: 2 },
      { id: "owner", label: "Owner", format: "text", span: 1 },
      { id: "stage", label: "Stage", format: "text", span: 1 },
      { id: "close", label: "Close date", format: "date", span: 1 },
      { id: "amount", label: `Amount${unitOf(book)}`, format: "money", span: 1 },
      { id: "age", label: "Age", format: "days", span: 1 },
      { id: "in_stage", label: "In stage", format: "days", span: 1 },
      { id: "risk", label: "Risk", format: "points", span: 1 },
      { id: "at_risk", label: "State", format: "text", span: 1, status: { "At risk": "bad" } },
    ],
    rows: [...deals]
      .sort((a, b) => (b.amount ?? -1) - (a.amount ?? -1))
      .map((deal) => {
        return {
          key: deal.id,
          cells: {
            id: shownId(deal.id),
            name: dealName(deal.deal),
            owner: deal.deal.owner.label,
            stage: deal.deal.stageName,
            close: deal.deal.standing.deal.closeDate,
            amount: deal.amount,
            age: deal.age,
            in_stage: deal.daysInStage,
            risk: deal.risk,
            at_risk: deal.isAtRisk ? "At risk" : "",
          },
        };
      }),
    empty: "There is no open deal.",
  };
}
