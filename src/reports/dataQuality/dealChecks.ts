import { isoFromDay } from "../../core/calendar/day.ts";
import { endOfNextMonth } from "../../core/hygiene/dateRules.ts";
import { dealRules } from "../../core/hygiene/dealRules.ts";
import { type QualityContext, qualityRules } from "../../core/hygiene/qualityRules.ts";
import { toldProbability } from "../../core/pipeline/assumedProbability.ts";
import type { Book, BookDeal } from "../book.ts";
import { atStake, type Inspected, type Inspection, inspect } from "../hygiene/inspect.ts";
import { dealName } from "../parts/dealName.ts";
import type { Proposal, QualityCheck, Unchecked } from "./check.ts";
import { BY_FIELD, RULE_DIMENSIONS } from "./ruleDimensions.ts";

/** Rules about deals of every status; all others are about open ones. */
const ANY_STATUS = new Set([
  "closed_in_future",
  "closed_before_created",
  "created_in_future",
  "stage_conflict",
  "required_fields",
  "no_currency",
  "no_rate",
  "stage_before_created",
  "activity_in_future",
]);

/** The one currency that amounts name; undefined when they name several. */
function onlyCurrency(book: Book): string | undefined {
  const names = new Set(
    (book.request.tables.opportunities?.rows ?? []).flatMap(({ currency }) =>
      currency === undefined || currency === "" ? [] : [currency],
    ),
  );
  return names.size === 1 ? [...names][0] : undefined;
}

const percent = (value: number | undefined) =>
  value === undefined ? "" : `${Math.round(value * 100)} %`;

/** What a deal that breaks a rule could hold instead. */
function proposer(book: Book): (ruleId: string, deal: BookDeal) => Proposal | undefined {
  const { asOf } = book.request;
  const lost = book.standings.stages.ordered.find(({ status }) => status === "lost")?.stage;
  const currency = onlyCurrency(book);
  return (ruleId, { standing: { deal, stage } }) => {
    if (ruleId === "overdue") {
      return {
        field: "Close Date",
        now: deal.closeDate === undefined ? "" : isoFromDay(deal.closeDate),
        value: isoFromDay(endOfNextMonth(asOf)),
        reason: "End of next month; needs the owner's reason",
      };
    }
    if ((ruleId === "close_out" || ruleId === "likely_lost") && lost !== undefined) {
      return {
        field: "Stage",
        now: deal.stage ?? "",
        value: lost,
        reason: "Nobody works on it any more",
      };
    }
    const usual = toldProbability(stage);
    if (ruleId === "probability_mismatch" && usual !== undefined) {
      return {
        field: "Probability (%)",
        now: percent(deal.probability),
        value: percent(usual),
        reason: `What stage ${stage?.stage} stands for`,
      };
    }
    if (ruleId === "no_currency" && currency !== undefined) {
      return { field: "Currency", now: "", value: currency, reason: "All other amounts are in it" };
    }
    return undefined;
  };
}

export type DealChecks = {
  readonly inspection: Inspection;
  readonly checks: readonly QualityCheck[];
  readonly unchecked: readonly Unchecked[];
};

/** Every rule about deals, with the deals that break it. */
export function dealChecks(book: Book, context: QualityContext): DealChecks {
  const inspection = inspect(book, context, [...dealRules, ...qualityRules]);
  const { records, checked, unchecked } = inspection;
  const openCount = records.filter(({ deal }) => deal.standing.status === "open").length;
  const proposalOf = proposer(book);
  const byRule = new Map<string, { issue: string; action: string; record: Inspected }[]>();
  for (const record of records) {
    for (const { rule, issue, action } of record.hits) {
      const hits = byRule.get(rule.id) ?? [];
      hits.push({ issue, action, record });
      byRule.set(rule.id, hits);
    }
  }
  return {
    inspection,
    checks: checked
      .filter(({ id }) => !BY_FIELD.has(id))
      .map((rule): QualityCheck => {
        const hits = byRule.get(rule.id) ?? [];
        return {
          id: rule.id,
          sheet: "Opportunities",
          label: rule.label,
          dimension: RULE_DIMENSIONS[rule.id],
          severity: rule.severity,
          condition: rule.condition(context.limits),
          action: hits[0]?.action ?? "",
          checked: ANY_STATUS.has(rule.id) ? records.length : openCount,
          failing: hits.map(({ issue, record: { deal } }) => ({
            id: deal.standing.deal.opportunityId,
            name: dealName(deal),
            owner: deal.owner.key === "" ? undefined : deal.owner.label,
            found: issue,
            amount: atStake(deal),
            proposal: proposalOf(rule.id, deal),
          })),
        };
      }),
    unchecked: unchecked.map(({ rule, why }) => ({ label: rule.label, why })),
  };
}
