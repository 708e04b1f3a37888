import type { Deal } from "./deal.ts";
import type { RiskFactorId, RiskSettings } from "./risk.ts";
import { riskFactorPresent } from "./riskFactor.ts";

const ABOUT_PEOPLE: ReadonlySet<RiskFactorId> = new Set([
  "contacts",
  "economicBuyer",
  "championLeft",
  "activityDown",
]);

/** Points of the risk factors that are about people, at most the cap; undefined when none of them is known. */
export function stakeholderRisk(
  people: Pick<Deal, "contactCount" | "economicBuyerMet" | "championLeft" | "activityChange">,
  { factors, cap }: RiskSettings,
): number | undefined {
  const deal: Deal = { opportunityId: "", ...people };
  let total: number | undefined;
  for (const { id, limit, points } of factors) {
    if (!ABOUT_PEOPLE.has(id)) continue;
    const present = riskFactorPresent(
      id,
      deal,
      { asOf: undefined, benchmarkDays: undefined },
      limit,
    );
    if (present !== undefined) total = (total ?? 0) + (present ? points : 0);
  }
  return total === undefined ? undefined : Math.min(total, cap);
}
