import { plainText } from "../deals/stageIndex.ts";
import type { Lead } from "./lead.ts";
import { type RuleTest, ruleTest } from "./ruleTest.ts";
import type { ScoredRule } from "./scoredRule.ts";
import type { ScoringKind, ScoringRule, ScoringSettings } from "./scoring.ts";

/** The lead's field that a rule's attribute names. */
export type FieldOf = (attribute: string) => keyof Lead | undefined;

type PreparedRule = { readonly rule: ScoringRule; readonly test: RuleTest };

/** Engagement is about events alone; the other kinds say by their operator whether they ask for an event. */
export function isAboutEvents({ kind, operator }: ScoringRule): boolean {
  return kind === "engagement" || operator === "happened" || operator === "not since";
}

/** The active rules of a kind that look at the lead's own fields, made ready for many leads, by attribute. */
export function fieldRules(
  settings: ScoringSettings,
  kind: ScoringKind,
  fieldOf: FieldOf,
): PreparedRule[][] {
  const byAttribute = new Map<string, PreparedRule[]>();
  for (const rule of settings.rules) {
    const field =
      rule.active && rule.kind === kind && !isAboutEvents(rule)
        ? fieldOf(rule.attribute)
        : undefined;
    if (field === undefined) continue;
    const group = byAttribute.get(plainText(rule.attribute)) ?? [];
    group.push({ rule, test: ruleTest(rule, field) });
    byAttribute.set(plainText(rule.attribute), group);
  }
  return [...byAttribute.values()];
}

function judged({ rule, test }: PreparedRule, lead: Lead): ScoredRule {
  const met = test(lead);
  return { rule, points: met === undefined ? undefined : met ? rule.points : 0 };
}

/**
 * Fit points of a lead: of the rules on one attribute (title, industry, size …) the best one that is met counts.
 * One entry for each attribute.
 */
export function fitPoints(groups: readonly (readonly PreparedRule[])[], lead: Lead): ScoredRule[] {
  return groups.flatMap((group) => {
    const [first, ...rest] = group.map((rule) => judged(rule, lead));
    if (first === undefined) return [];
    return [
      rest.reduce((best, next) => ((next.points ?? 0) > (best.points ?? 0) ? next : best), first),
    ];
  });
}

/** Negative points of a lead for its own fields: every rule that is met counts. */
export function negativeFieldPoints(
  groups: readonly (readonly PreparedRule[])[],
  lead: Lead,
): ScoredRule[] {
  return groups.flatMap((group) => group.map((rule) => negative(judged(rule, lead))));
}

/** Settings may write a deduction as 10 or -10. */
export function negative({ rule, points }: ScoredRule): ScoredRule {
  return { rule, points: points === undefined || points === 0 ? points : -Math.abs(points) };
}
