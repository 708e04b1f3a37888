import type { Severity } from "./rule.ts";

/** What a person can change about a rule. */
export type RuleSetting = {
  readonly id: string;
  readonly sheet: string;
  readonly label: string;
  readonly severity: Severity | "off";
  /** Where the rule starts; undefined where it has no limit of its own. */
  readonly limit: number | undefined;
  /** Who puts it right; blank: the record's owner. */
  readonly owner: string;
  /** Of a rule about two sheets, or two sources of one record: the one that is believed. */
  readonly systemOfRecord: string;
  readonly why: string;
};

export type RuleSettings = ReadonlyMap<string, RuleSetting>;

/** Rules that are not switched off, each with the severity it is given. */
export function rulesInUse<Rule extends { readonly id: string; readonly severity: Severity }>(
  rules: readonly Rule[],
  settings: RuleSettings,
  idOf: (rule: Rule) => string = ({ id }) => id,
): readonly Rule[] {
  return rules.flatMap((rule) => {
    const severity = settings.get(idOf(rule))?.severity ?? rule.severity;
    if (severity === "off") return [];
    return severity === rule.severity ? [rule] : [{ ...rule, severity }];
  });
}

/** The limits that rules are given, by rule. */
export function ruleLimits(settings: RuleSettings): ReadonlyMap<string, number> {
  const limits = new Map<string, number>();
  for (const { id, limit } of settings.values()) if (limit !== undefined) limits.set(id, limit);
  return limits;
}
