import { riskEvidence } from "../../core/deals/riskEvidence.ts";
import { dueDay } from "../../core/hygiene/dueDay.ts";
import { dealName } from "../parts/dealName.ts";
import { unitOf } from "../parts/unit.ts";
import { sayCount, sayDay, sayHidden } from "../parts/words.ts";
import type { ReportTable, TableRow } from "../report.ts";
import { actorOf } from "../risk/plan.ts";
import type { MyDeal, MyDeals } from "./numbers.ts";

const MOST = 15;
const SOON = 30;

type Todo = {
  /** Smaller is more pressing. */
  readonly rank: number;
  readonly what: string;
  readonly why: string;
  /** Days within which; undefined: the report's own number of working days. */
  readonly within?: number;
};

/** What its owner has to do about a deal first: a date that passed, a stop condition, silence, risk, what is missing. */
function todoOf({ risk, ready, inactiveDays }: MyDeal, mine: MyDeals): Todo | undefined {
  const { asOf, settings } = mine.book.request;
  const { closeDate, nextStep } = risk.deal.standing.deal;
  if (closeDate !== undefined && closeDate < asOf) {
    return {
      rank: 0,
      what: "Set a new close date with the customer, or close it out",
      why: `close date ${sayDay(closeDate)} has passed`,
    };
  }
  const [stop] = risk.stops;
  if (stop !== undefined) return { rank: 1, what: "Mend it or stop working the deal", why: stop };
  if (inactiveDays !== undefined && inactiveDays > settings.options.inactiveDays) {
    return {
      rank: 2,
      what: "Get back in touch",
      why: `${sayCount(inactiveDays, "day")} without activity`,
    };
  }
  const own = risk.top.find(
    ({ factor }) => actorOf(risk, factor, mine.risks) === risk.deal.owner.label,
  );
  if (own !== undefined && risk.level !== "Low") {
    return {
      rank: 3,
      what: own.factor.action,
      why: own.standing ?? riskEvidence(own.factor, risk.facts, risk.evidence),
      within: own.factor.windowDays,
    };
  }
  if (mine.book.has("nextStep") && (nextStep ?? "").trim() === "")
    return { rank: 4, what: "Agree and enter the next step", why: "no next step" };
  if (ready !== undefined && ready.missing.length > 0) {
    return {
      rank: 5,
      what: `Fill ${ready.missing.join(", ")}`,
      why: `needed for ${ready.stage.stage}`,
    };
  }
  return undefined;
}

/** One thing to do for each deal, the most pressing first, then the largest. */
export function todoTable(mine: MyDeals): ReportTable {
  const { asOf, settings } = mine.book.request;
  const due = dueDay(asOf, settings.options.dueDays, settings.calendar);
  const all = mine.deals.flatMap((deal) => {
    const todo = todoOf(deal, mine);
    return todo === undefined ? [] : [{ deal, todo }];
  });
  const amount = ({ deal }: (typeof all)[number]) => deal.risk.deal.standing.amount ?? 0;
  all.sort((a, b) => a.todo.rank - b.todo.rank || amount(b) - amount(a));
  const seen = new Set<string>();
  const rows: TableRow[] = [];
  for (const { deal, todo } of all) {
    const id = deal.risk.facts.opportunityId;
    if (seen.has(id) || rows.length >= MOST) continue;
    seen.add(id);
    rows.push({
      key: id,
      cells: {
        name: dealName(deal.risk.deal),
        amount: deal.risk.deal.standing.amount,
        what: todo.what,
        why: todo.why,
        due: todo.within === undefined ? due : asOf + todo.within,
      },
    });
  }
  return {
    id: "todo",
    columns: [
      { id: "name", label: "Deal", format: "text", span: 3 },
      { id: "amount", label: "Amount", format: "money", span: 1 },
      { id: "what", label: "What to do", format: "text", span: 4 },
      { id: "why", label: "Why", format: "text", span: 3 },
      { id: "due", label: "Due", format: "date", span: 1 },
    ],
    rows,
    more: sayHidden(all.length - rows.length, "more deal"),
    empty: "No open deal asks for anything.",
  };
}

/** Low risk, nothing missing for the next stage, closing soon: where a call may be all that is needed. */
export function quickWinsTable(mine: MyDeals): ReportTable {
  const { asOf } = mine.book.request;
  const rows = mine.deals.filter(({ risk, ready }) => {
    const { closeDate } = risk.deal.standing.deal;
    const isSoon = closeDate !== undefined && closeDate >= asOf && closeDate <= asOf + SOON;
    return isSoon && risk.level === "Low" && ready?.looked !== 0 && ready?.missing.length === 0;
  });
  return dealTable(
    mine,
    rows,
    "wins",
    "No deal of low risk with everything its next stage needs closes within 30 days.",
  );
}

/** What is planned for the coming week by the deals' next activity. */
export function scheduleTable(mine: MyDeals): ReportTable {
  const { asOf } = mine.book.request;
  const planned = mine.deals
    .flatMap(({ risk }) => {
      const at = risk.facts.nextActivity;
      return at !== undefined && at >= asOf && at < asOf + 8 ? [{ risk, at }] : [];
    })
    .sort((a, b) => a.at - b.at);
  const seen = new Set<string>();
  return {
    id: "schedule",
    columns: [
      { id: "day", label: "Day", format: "date", span: 1 },
      { id: "name", label: "Deal", format: "text", span: 4 },
      { id: "step", label: "Next step", format: "text", span: 7 },
    ],
    rows: planned.flatMap(({ risk, at }): TableRow[] => {
      const id = risk.facts.opportunityId;
      if (seen.has(id) || seen.size >= MOST) return [];
      seen.add(id);
      const cells = {
        day: Math.floor(at),
        name: dealName(risk.deal),
        step: risk.facts.nextStep ?? "",
      };
      return [{ key: id, cells }];
    }),
    empty: "No open deal has a next activity within a week.",
  };
}

/** Deals with what their owner looks at. */
export function dealTable(
  { book }: MyDeals,
  deals: readonly MyDeal[],
  id: string,
  empty: string,
): ReportTable {
  const unit = unitOf(book);
  return {
    id,
    columns: [
      { id: "name", label: "Deal", format: "text", span: 3 },
      { id: "stage", label: "Stage", format: "text", span: 1 },
      { id: "close", label: "Close date", format: "date", span: 1 },
      { id: "amount", label: `Amount${unit}`, format: "money", span: 1 },
      { id: "weighted", label: "Weighted", format: "money", span: 1 },
      { id: "score", label: "Risk", format: "integer", span: 1 },
      { id: "atRisk", label: "At risk", format: "money", span: 1 },
      { id: "lately", label: "Touches, 14 d", format: "integer", span: 1 },
      { id: "missing", label: "Missing for next stage", format: "text", span: 2 },
    ],
    rows: deals.map(({ risk, ready, lately }) => {
      const { deal, opportunityId } = { deal: risk.deal, ...risk.facts };
      return {
        key: opportunityId,
        cells: {
          name: dealName(risk.deal),
          stage: deal.stageName,
          close: deal.standing.deal.closeDate,
          amount: deal.standing.amount,
          weighted: deal.standing.weighted,
          score: risk.score,
          atRisk: risk.atRisk,
          lately,
          missing: ready?.missing.join(", ") ?? "",
        },
      };
    }),
    empty,
  };
}
