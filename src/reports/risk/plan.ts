import type { RiskFactor } from "../../core/deals/risk.ts";
import { riskEvidence } from "../../core/deals/riskEvidence.ts";
import { dealName } from "../dealName.ts";
import type { ReportTable, TableRow } from "../report.ts";
import type { RiskBook, RiskDeal } from "./riskDeals.ts";

const MOST = 12;

/** Who should act: the deal's owner, the owner's manager, or the role where nobody is known for it. */
export function actorOf({ deal }: RiskDeal, { ownerRole }: RiskFactor, { book }: RiskBook): string {
  if (/executive|owner|rep/i.test(ownerRole) && deal.owner.key !== "") return deal.owner.label;
  if (/manager/i.test(ownerRole)) {
    return book.people.managerOf(deal.owner.key)?.label ?? ownerRole;
  }
  return ownerRole;
}

/** What to do about the heaviest factor of the riskiest deals, by whom and until when, and the score once it is done. */
export function planTable(risks: RiskBook): ReportTable {
  const { asOf } = risks.book.request;
  const rows: TableRow[] = [];
  for (const one of risks.deals) {
    const [first] = one.top;
    if (rows.length >= MOST || first === undefined) continue;
    const { factor, without, standing } = first;
    const key = `${one.facts.opportunityId}/${factor.id}`;
    if (rows.some((row) => row.key === key)) continue;
    rows.push({
      key,
      cells: {
        name: dealName(one.deal),
        evidence: standing ?? riskEvidence(factor, one.facts, one.evidence),
        action: factor.action,
        who: actorOf(one, factor, risks),
        due: asOf + factor.windowDays,
        after: `${Math.round(one.score ?? 0)} > ${Math.round(without)}`,
      },
    });
  }
  return {
    id: "plan",
    columns: [
      { id: "name", label: "Deal", format: "text", span: 2 },
      { id: "evidence", label: "Evidence", format: "text", span: 3 },
      { id: "action", label: "Action", format: "text", span: 4 },
      { id: "who", label: "Who", format: "text", span: 1 },
      { id: "due", label: "Due", format: "date", span: 1 },
      { id: "after", label: "Risk then", format: "text", span: 1 },
    ],
    rows,
    empty: "No open deal has a risk factor that the data can tell.",
  };
}
