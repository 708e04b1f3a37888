import type { Deal } from "../../../src/core/deals/deal.ts";
import { standDeals } from "../../../src/core/deals/standing.ts";
import type { HygieneContext, HygieneRule } from "../../../src/core/hygiene/rule.ts";
import { asOf, settings } from "../../reports/company.ts";

const context: HygieneContext = {
  asOf,
  limits: settings.options,
  has: () => true,
  knowsActivity: true,
  inactiveDays: ({ lastActivity }) =>
    lastActivity === undefined ? undefined : asOf - lastActivity,
  knowsPushes: true,
  pushes: ({ pushCount }) => pushCount,
  knowsStageEntry: true,
  stageEntered: ({ stageEntered }) => stageEntered,
  knowsBenchmarks: true,
  keepsStatusApart: false,
  knowsContacts: true,
  contacts: ({ contactCount }) => contactCount,
  requirements: [],
};

/** What a rule says about one deal on the small company's as-of day. */
export function findIn(
  rules: readonly HygieneRule[],
  id: string,
  deal: Partial<Deal>,
  change: Partial<HygieneContext> = {},
): string | undefined {
  const rule = rules.find((one) => one.id === id);
  if (rule === undefined) throw new Error(`no rule ${id}`);
  const [standing] = standDeals(
    [{ opportunityId: "1", stage: "Proposal", ...deal }],
    settings,
    asOf,
  ).deals;
  if (standing === undefined) throw new Error("no standing");
  return rule.find(standing, { ...context, ...change });
}
