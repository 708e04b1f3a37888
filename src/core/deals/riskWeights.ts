import type { Deal } from "./deal.ts";
import type { RiskFactor, RiskFactorId, RiskSettings, RiskWeight } from "./risk.ts";
import { plainText } from "./stageIndex.ts";

type Weights = ReadonlyMap<RiskFactorId, RiskWeight>;

const none: Weights = new Map();
const plain = (text: string | undefined) => (text === undefined ? "" : plainText(text));

/** Both named come before the stage alone, that before the segment alone. */
const rank = ({ stage, segment }: RiskWeight) => Number(stage !== "") * 2 + Number(segment !== "");

/** Worked out once for all deals of one stage and segment. */
const known = new WeakMap<readonly RiskWeight[], Map<string, Weights>>();

function weightsAt(
  weights: readonly RiskWeight[],
  stages: readonly string[],
  segment: string,
): Weights {
  const found = new Map<RiskFactorId, RiskWeight>();
  for (const weight of weights) {
    if (weight.stage !== "" && !stages.includes(plain(weight.stage))) continue;
    if (weight.segment !== "" && plain(weight.segment) !== segment) continue;
    const before = found.get(weight.id);
    if (!before || rank(weight) > rank(before)) found.set(weight.id, weight);
  }
  return found;
}

/**
 * The factors that count otherwise than in general for a deal: by its stage, as the record or the Stages settings
 * spell it, and its segment. Of two the more particular one counts, of equal ones the earlier.
 */
export function riskWeights(
  { weights }: Pick<RiskSettings, "weights">,
  deal: Pick<Deal, "stage" | "segment">,
  stageName: string | undefined,
): Weights {
  if (weights.length === 0) return none;
  const asked = `${deal.stage ?? ""}\n${stageName ?? ""}\n${deal.segment ?? ""}`;
  const byDeal = known.get(weights) ?? new Map<string, Weights>();
  known.set(weights, byDeal);
  const before = byDeal.get(asked);
  if (before) return before;
  const stages = [plain(deal.stage), plain(stageName)].filter((name) => name !== "");
  const found = weightsAt(weights, stages, plain(deal.segment));
  byDeal.set(asked, found);
  return found;
}

/** A factor as it counts where it has a weight of its own. */
export function weighted(general: RiskFactor, weight: RiskWeight): RiskFactor {
  return {
    ...general,
    points: weight.points ?? general.points,
    limit: weight.limit ?? general.limit,
    action: weight.action || general.action,
    ownerRole: weight.ownerRole || general.ownerRole,
    windowDays: weight.windowDays ?? general.windowDays,
  };
}

/** Whose weight it is: `in Proposal`, `of SMB`, `in Proposal of SMB`. */
export function weightWords({ stage, segment }: Pick<RiskWeight, "stage" | "segment">): string {
  const parts = [stage === "" ? "" : `in ${stage}`, segment === "" ? "" : `of ${segment}`];
  return parts.filter((part) => part !== "").join(" ");
}
