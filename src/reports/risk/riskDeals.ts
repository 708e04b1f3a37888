import { type DealRisk, dealRisk } from "../../core/deals/dealRisk.ts";
import { type DealRiskLevel, dealRiskLevel } from "../../core/deals/dealRiskLevel.ts";
import { categoryAtRisk } from "../../core/deals/recommendedCategory.ts";
import type { RiskFactorId } from "../../core/deals/risk.ts";
import { type RiskProfile, riskProfile } from "../../core/deals/riskDimensions.ts";
import type { RiskEvidence } from "../../core/deals/riskFactor.ts";
import { expectedLoss, moneyAtRisk } from "../../core/deals/riskRates.ts";
import type { PresentFactor } from "../../core/deals/topRiskFactors.ts";
import type { ForecastCategory } from "../../core/pipeline/stage.ts";
import { disqualifiers } from "../../core/qualification/disqualified.ts";
import type { FittedRisk, RiskModel } from "../../core/risk/riskModel.ts";
import type { Book, BookDeal } from "../book.ts";
import { type Assessed, assessedRecords, heldStops } from "./assessed.ts";
import { type DealFacts, dealFacts } from "./facts.ts";
import { type RiskBefore, riskBefore } from "./riskBefore.ts";
import { scorer } from "./scorer.ts";
import { usualDays } from "./usualDays.ts";

/** An open deal with all that is said about its risk. */
export type RiskDeal = {
  readonly deal: BookDeal;
  readonly facts: DealFacts;
  /** Its factors with the points of the settings. */
  readonly risk: DealRisk;
  /** 0-100: by the fitted risk where there is one, else the points. */
  readonly score: number | undefined;
  readonly fitted: FittedRisk | undefined;
  readonly level: DealRiskLevel | undefined;
  readonly profile: RiskProfile;
  readonly top: readonly PresentFactor[];
  readonly evidence: RiskEvidence;
  readonly atRisk: number | undefined;
  /** Score on the day that is compared with. */
  readonly before: number | undefined;
  /** The most of its category that its risk allows; undefined without a category. */
  readonly recommended: ForecastCategory | undefined;
  readonly stops: readonly string[];
  /** What the answers on the Qualification sheet come to. */
  readonly assessed: readonly Assessed[];
};

export type RiskBook = {
  readonly book: Book;
  /** The riskiest money first. */
  readonly deals: readonly RiskDeal[];
  readonly before: RiskBefore | undefined;
  /** Undefined: risk is the points of the settings. */
  readonly model: RiskModel | undefined;
  /** False for a factor that the workbook's own history does not hold against deals. */
  readonly counts: (id: RiskFactorId) => boolean;
};

type RiskReader = Pick<RiskBook, "before" | "model" | "counts"> & {
  readonly riskOf: (deal: BookDeal) => RiskDeal;
};

/** What tells the risk of single deals: the other sheets are read once. */
export function riskReader(book: Book): RiskReader {
  const { settings, asOf } = book.request;
  const factsOf = dealFacts(book);
  const { model, counts, scoreOf } = scorer(book.request);
  const benchmarkOf = usualDays(book, model !== undefined);
  const before = riskBefore(book, scoreOf, benchmarkOf);
  const assessedOf = assessedRecords(book.request);
  const riskOf = (deal: BookDeal): RiskDeal => {
    const { standing } = deal;
    const facts = factsOf(standing.deal);
    const { stage } = standing;
    const evidence = { asOf, benchmarkDays: benchmarkOf(stage), stageName: stage?.stage };
    const risk = dealRisk(facts, settings.risk, evidence);
    const assessed = assessedOf(standing.deal.opportunityId);
    const { score, fitted, top } = scoreOf(risk, facts, asOf);
    return {
      deal,
      facts,
      risk,
      score,
      fitted,
      level: score === undefined ? undefined : dealRiskLevel(score, settings.risk),
      profile: riskProfile({ factors: risk.factors.filter(({ factor }) => counts(factor.id)) }),
      top,
      evidence,
      atRisk: fitted
        ? expectedLoss(standing.amount, score)
        : moneyAtRisk(standing.amount, standing.probability, score, settings.risk),
      before: score === undefined ? undefined : before?.scoreOf(facts),
      recommended: standing.category && categoryAtRisk(standing.category, score, settings.risk),
      stops: [...disqualifiers(facts, asOf, book.has), ...heldStops(assessed)],
      assessed,
    };
  };
  return { before, model, counts, riskOf };
}

/** The risk of every open deal. */
export function riskDeals(book: Book): RiskBook {
  const { riskOf, ...reader } = riskReader(book);
  const deals = book.allOpen.map(riskOf).sort(riskiest);
  return { book, ...reader, deals };
}

/** Money at risk first, then the score, then the amount. */
export function riskiest(a: RiskDeal, b: RiskDeal): number {
  return (
    (b.atRisk ?? -1) - (a.atRisk ?? -1) ||
    (b.score ?? -1) - (a.score ?? -1) ||
    (b.deal.standing.amount ?? 0) - (a.deal.standing.amount ?? 0)
  );
}
