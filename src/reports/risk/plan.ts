import type { RiskFactor } from "../../core/deals/risk.ts";
import { riskEvidence } from "../../core/deals/riskEvidence.ts";
import type { PresentFactor } from "../../core/deals/topRiskFactors.ts";
import { dealName } from "../parts/dealName.ts";
import type { Finding, ReportTable, TableRow } from "../report.ts";
import { amountOf } from "./levels.ts";
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

type Step = { readonly one: RiskDeal; readonly present: PresentFactor };

/** The Action register's number of a step, the same in every week. */
const stepId = ({ one, present }: Step) => `plan/${one.facts.opportunityId}/${present.factor.id}`;

export type RiskPlan = {
  readonly table: ReportTable;
  /** What the table plans, for the Action register. */
  readonly planned: readonly Finding[];
  /** What an earlier run planned and still holds, though the table has no room for it. */
  readonly others: readonly Finding[];
};

const SEVERITIES = { High: "high", Medium: "medium", Low: "low" } as const;

/**
 * What to do about the heaviest factor of the riskiest deals, by whom and until when, and the score once it is done. Who
 * and when are proposals; once a step stands in the Action register, what people have written there.
 */
export function riskPlan(risks: RiskBook): RiskPlan {
  const { asOf, tables } = risks.book.request;
  const known = new Map((tables.actions?.rows ?? []).map((action) => [action.actionId, action]));
  const written = (step: Step) => known.get(`deal-risk/${stepId(step)}`);
  const shown: Step[] = [];
  const others: Step[] = [];
  const seen = new Set<string>();
  for (const one of risks.deals) {
    one.top.forEach((present, at) => {
      const step = { one, present };
      if (seen.has(stepId(step))) return;
      seen.add(stepId(step));
      if (at === 0 && shown.length < MOST) shown.push(step);
      else if (written(step)) others.push(step);
    });
  }
  const evidenceOf = ({ one, present: { factor, standing } }: Step) =>
    standing ?? riskEvidence(factor, one.facts, one.evidence);
  const proposal = ({ one, present: { factor } }: Step) => ({
    owner: actorOf(one, factor, risks),
    due: asOf + factor.windowDays,
  });
  const finding = (step: Step): Finding => ({
    id: stepId(step),
    severity: SEVERITIES[step.one.level ?? "Low"],
    what: `${dealName(step.one.deal)}: ${evidenceOf(step)}.`,
    evidence: [step.one.facts.opportunityId],
    amount: amountOf(step.one),
    action: `${step.present.factor.action}.`,
    ...proposal(step),
  });
  const table: ReportTable = {
    id: "plan",
    columns: [
      { id: "name", label: "Deal", format: "text", span: 2 },
      { id: "evidence", label: "Evidence", format: "text", span: 3 },
      { id: "action", label: "Action", format: "text", span: 4 },
      { id: "who", label: "Who", format: "text", span: 1 },
      { id: "due", label: "Due", format: "date", span: 1 },
      { id: "after", label: "Risk then", format: "text", span: 1 },
    ],
    rows: shown.map((step): TableRow => {
      const { one, present } = step;
      const { owner, due } = proposal(step);
      return {
        key: `${one.facts.opportunityId}/${present.factor.id}`,
        cells: {
          name: dealName(one.deal),
          evidence: evidenceOf(step),
          action: present.factor.action,
          who: written(step)?.owner ?? owner,
          due: written(step)?.due ?? due,
          after: `${Math.round(one.score ?? 0)} > ${Math.round(present.without)}`,
        },
      };
    }),
    empty: "No open deal has a risk factor that the data can tell.",
  };
  return { table, planned: shown.map(finding), others: others.map(finding) };
}
