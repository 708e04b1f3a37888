import type { StageFlow } from "../../core/pipeline/stageFlow.ts";
import { lossKindOf } from "../../core/winloss/lossCategory.ts";
import type { Book, BookDeal } from "../book.ts";
import { dealHistoryOf } from "../parts/dealHistoryOf.ts";
import { stageFlowsOf } from "../parts/stageFlowsOf.ts";

/** Deals closed within so many days are looked at. */
const PAST_DAYS = 365;
/** Days that the youngest lead looked at has had to become something (our assumption). */
export const LEAD_DAYS = 90;

/** How far leads came; undefined where no lead tells of that step. */
type LeadFunnel = {
  readonly all: number;
  readonly mql: number | undefined;
  readonly sql: number | undefined;
  readonly opportunity: number | undefined;
};

/** What the own numbers are made from. */
export type Past = {
  readonly book: Book;
  /** Won or lost in the 12 months to the as-of day. */
  readonly decided: readonly BookDeal[];
  /** Lost without a decision; undefined where too few lost deals have a reason. */
  readonly noDecision: number | undefined;
  readonly lost: number;
  /** Of the stays that began in those 12 months. */
  readonly flows: readonly StageFlow[];
  readonly leads: LeadFunnel;
};

export const isDecided = ({ standing: { status } }: BookDeal) =>
  status === "won" || status === "lost";

/** Leads created in the 12 months that ended so long ago that they had time to become something. */
function funnelOf({ request: { tables, asOf } }: Book): LeadFunnel {
  const last = asOf - LEAD_DAYS;
  const leads = (tables.leads?.rows ?? []).filter(
    ({ createdDate }) =>
      createdDate !== undefined && createdDate < last + 1 && createdDate >= last - PAST_DAYS + 1,
  );
  type Step = "mqlDate" | "sqlDate" | "opportunityDate";
  const reached = (step: Step, ...later: readonly Step[]): number | undefined =>
    leads.some((lead) => lead[step] !== undefined)
      ? leads.filter((lead) => [step, ...later].some((one) => lead[one] !== undefined)).length
      : undefined;
  return {
    all: leads.length,
    mql: reached("mqlDate", "sqlDate", "opportunityDate"),
    sql: reached("sqlDate", "opportunityDate"),
    opportunity: reached("opportunityDate"),
  };
}

/** Lost deals with a reason that a share of all lost ones needs (our assumption). */
const TOLD = 0.8;

function noDecisionOf({ request }: Book, lost: readonly BookDeal[]): number | undefined {
  const kindOf = lossKindOf(request.settings.lossReasons);
  const kinds = lost.flatMap(({ standing }) => kindOf(standing.deal.lossReason) ?? []);
  if (kinds.length === 0 || kinds.length < TOLD * lost.length) return undefined;
  return kinds.filter(({ category }) => category === "No decision").length;
}

/** Without snapshots and history no stay in a stage has ended: nothing would be told. */
function flowsOf(book: Book): readonly StageFlow[] {
  const { snapshots, opportunityHistory } = book.request.tables;
  const count = (snapshots?.rows.length ?? 0) + (opportunityHistory?.rows.length ?? 0);
  if (count === 0) return [];
  return stageFlowsOf(book, dealHistoryOf(book.request), book.request.asOf - PAST_DAYS + 1);
}

export function pastOf(book: Book): Past {
  const { asOf } = book.request;
  const decided = book.deals.filter((deal) => {
    const day = deal.standing.deal.closeDate;
    if (!isDecided(deal)) return false;
    return !book.knowsClosed || (day !== undefined && day <= asOf && day > asOf - PAST_DAYS);
  });
  const lost = decided.filter(({ standing }) => standing.status === "lost");
  return {
    book,
    decided,
    lost: lost.length,
    noDecision: noDecisionOf(book, lost),
    flows: flowsOf(book),
    leads: funnelOf(book),
  };
}
