import { dealRules } from "../../core/hygiene/dealRules.ts";
import type { HygieneContext, HygieneRule } from "../../core/hygiene/rule.ts";
import { rulesInUse } from "../../core/hygiene/ruleSetting.ts";
import type { Book, BookDeal } from "../book.ts";

/** What a rule says about itself. */
export type RuleFacts = Omit<HygieneRule, "lacks" | "find" | "action">;

/** One rule that one deal breaks. */
export type Hit = {
  readonly rule: RuleFacts;
  readonly issue: string;
  readonly action: string;
};

export type Inspected = { readonly deal: BookDeal; readonly hits: readonly Hit[] };

export type Inspection = {
  /** Open deals and deals closed in the period, with what is wrong with each. */
  readonly records: readonly Inspected[];
  readonly checked: readonly RuleFacts[];
  readonly unchecked: readonly { readonly rule: RuleFacts; readonly why: string }[];
};

const isClosedInPeriod = ({ standing }: BookDeal, { request }: Book): boolean => {
  const { status, deal } = standing;
  const { from, to } = request.period;
  return (
    (status === "won" || status === "lost") &&
    deal.closeDate !== undefined &&
    deal.closeDate >= from &&
    deal.closeDate <= to
  );
};

/** Checks open deals and deals closed in the period against the rules that the data allows. */
export function inspect<Context extends HygieneContext>(
  book: Book,
  context: Context,
  rules: readonly HygieneRule<Context>[] = dealRules,
): Inspection {
  const inUse = rulesInUse(rules, book.request.settings.hygieneRules);
  const lacking = inUse.map((rule) => ({ rule, why: rule.lacks(context) }));
  const checked = lacking.filter(({ why }) => why === undefined).map(({ rule }) => rule);
  const population = book.deals.filter(
    (deal) => deal.standing.status === "open" || isClosedInPeriod(deal, book),
  );
  const records = population.map((deal): Inspected => {
    const hits: Hit[] = [];
    for (const rule of checked) {
      const issue = rule.find(deal.standing, context);
      if (issue === undefined) continue;
      hits.push({ rule, issue, action: rule.action(deal.standing, context) });
    }
    return { deal, hits };
  });
  return {
    records,
    checked,
    unchecked: lacking.flatMap(({ rule, why }) => (why === undefined ? [] : [{ rule, why }])),
  };
}

/** Amount of an open deal; a closed one has nothing at stake. */
export const atStake = ({ standing }: BookDeal): number | undefined =>
  standing.status === "open" ? standing.amount : undefined;
