import type { Day } from "../../core/calendar/day.ts";
import type { DealRisk } from "../../core/deals/dealRisk.ts";
import type { RiskFactorId } from "../../core/deals/risk.ts";
import { type PresentFactor, topRiskFactors } from "../../core/deals/topRiskFactors.ts";
import { type FittedRisk, type RiskModel, riskScorer } from "../../core/risk/riskModel.ts";
import { riskModelFromRows } from "../../core/risk/riskModelRows.ts";
import { topFitted } from "../../core/risk/topFitted.ts";
import type { ReportRequest } from "../report.ts";
import type { DealFacts } from "./facts.ts";

export type ScoredRisk = {
  /** Chance of a loss x 100 where the risk was fitted, else points. */
  readonly score: number | undefined;
  readonly fitted: FittedRisk | undefined;
  /** Factors that raise it, the heaviest first. */
  readonly top: readonly PresentFactor[];
};

export type Scorer = {
  /** Undefined: the risk was not fitted. */
  readonly model: RiskModel | undefined;
  /** False for a factor that the workbook's own history does not hold against deals. */
  readonly counts: (id: RiskFactorId) => boolean;
  readonly scoreOf: (risk: DealRisk, deal: DealFacts, day: Day) => ScoredRisk;
};

/** Scores by the workbook's fitted risk where there is one, else by the points of the Risk settings. */
export function scorer({ tables }: ReportRequest): Scorer {
  const model = riskModelFromRows(tables.riskModel?.rows ?? []);
  if (!model) {
    const scoreOf = (risk: DealRisk) => ({
      score: risk.score,
      fitted: undefined,
      top: topRiskFactors(risk),
    });
    return { model, counts: () => true, scoreOf };
  }
  const riskOf = riskScorer(model);
  const weights = new Map(model.coefficients.map(({ id, coefficient }) => [id, coefficient]));
  return {
    model,
    counts: (id) => (weights.get(id) ?? 0) > 0,
    scoreOf(risk, deal, day) {
      const fitted = riskOf(risk, deal, day);
      return { score: fitted.score, fitted, top: topFitted(risk, fitted, model) };
    },
  };
}
