import type { Day } from "../calendar/day.ts";
import { eventPoints, eventRules, type LeadEvents, negativeEventPoints } from "./eventRules.ts";
import { type FieldOf, fieldRules, fitPoints, negativeFieldPoints } from "./fieldRules.ts";
import { isMql } from "./isMql.ts";
import type { Lead } from "./lead.ts";
import { type ScoreBlend, scoreBlend } from "./scoreBlend.ts";
import { type ScoredRule, totalPoints } from "./scoredRule.ts";
import type { ScoringSettings } from "./scoring.ts";
import { withSeniority } from "./seniority.ts";

type LeadPoints = {
  /** Points before weighting; undefined where nothing is known. */
  readonly fit: number | undefined;
  readonly engagement: number | undefined;
  /** 0 or below. */
  readonly negative: number | undefined;
  readonly rules: readonly ScoredRule[];
};

export type LeadScore = LeadPoints & {
  /** Undefined when neither fit nor engagement is known; points that are unknown add nothing. */
  readonly blend: ScoreBlend | undefined;
  readonly isMql: boolean | undefined;
  /** The high-intent event that alone made it a qualified lead, where the settings allow that. */
  readonly highIntent: string | undefined;
};

export type LeadScorer = (
  lead: Lead,
  events: LeadEvents | undefined,
  asOf: Day | undefined,
) => LeadScore;

/** An event whose points never decay, such as a demo request, shows high intent. */
function highIntentEvent(rules: readonly ScoredRule[]): string | undefined {
  return rules.find(
    ({ rule, points }) =>
      rule.kind === "engagement" && rule.decayPoints === 0 && points !== undefined && points > 0,
  )?.rule.attribute;
}

/** Makes the scoring rules ready and returns a scorer for many leads. */
export function leadScorer(settings: ScoringSettings, fieldOf: FieldOf): LeadScorer {
  const fit = fieldRules(settings, "fit", fieldOf);
  const negativeFields = fieldRules(settings, "negative", fieldOf);
  const engagement = eventRules(settings, "engagement");
  const negativeEvents = eventRules(settings, "negative");
  return (given, events, asOf) => {
    const lead = withSeniority(given);
    const fitRules = fitPoints(fit, lead);
    const engagementRules = eventPoints(engagement, events, lead, asOf);
    const negativeRules = [
      ...negativeFieldPoints(negativeFields, lead),
      ...negativeEventPoints(negativeEvents, events, lead, asOf),
    ];
    const points: LeadPoints = {
      fit: totalPoints(fitRules),
      engagement: totalPoints(engagementRules),
      negative: totalPoints(negativeRules),
      rules: [...fitRules, ...engagementRules, ...negativeRules],
    };
    return { ...points, ...judge(points, settings) };
  };
}

function judge(points: LeadPoints, settings: ScoringSettings): Omit<LeadScore, keyof LeadPoints> {
  const { fit, engagement, negative } = points;
  if (fit === undefined && engagement === undefined) {
    return { blend: undefined, isMql: undefined, highIntent: undefined };
  }
  const blend = scoreBlend(fit ?? 0, engagement ?? 0, negative ?? 0, settings);
  const highIntent = settings.highIntent ? highIntentEvent(points.rules) : undefined;
  const qualified = isMql(fit ?? 0, engagement ?? 0, blend.score, settings);
  return { blend, isMql: qualified || highIntent !== undefined, highIntent };
}
