import type { ScoringKind, ScoringOperator, ScoringRule } from "../../core/leads/scoring.ts";

/** A rule of a preset with its note for the sheet. */
export type PresetRule = ScoringRule & { readonly about: string };

type Extra = {
  readonly decay?: readonly [points: number, days: number];
  readonly active?: boolean;
  readonly about?: string;
};

export function rule(
  kind: ScoringKind,
  attribute: string,
  operator: ScoringOperator,
  value: string,
  points: number,
  extra: Extra = {},
): PresetRule {
  return {
    kind,
    attribute,
    operator,
    value,
    points,
    decayPoints: extra.decay?.[0] ?? 0,
    decayDays: extra.decay?.[1] ?? 0,
    active: extra.active ?? true,
    about: extra.about ?? "",
  };
}

const YOURS = { active: false };

/** Fit: company and person. Rules that depend on the business stay off until their values are filled in. */
export const fitRules: readonly PresetRule[] = [
  rule("fit", "employees", "between", "1-10", 5),
  rule("fit", "employees", "between", "11-50", 10),
  rule("fit", "employees", "between", "51-200", 15),
  rule("fit", "employees", "between", "201-1000", 20),
  rule("fit", "employees", "at least", "1001", 15, { about: "25 when enterprises are the focus" }),
  rule("fit", "industry", "one of", "", 20, { ...YOURS, about: "Your primary industries" }),
  rule("fit", "industry", "one of", "", 10, { ...YOURS, about: "Your secondary industries" }),
  rule("fit", "revenue", "between", "1-999999", 5),
  rule("fit", "revenue", "between", "1000000-9999999", 10),
  rule("fit", "revenue", "between", "10000000-99999999", 15),
  rule("fit", "revenue", "at least", "100000000", 20),
  rule("fit", "country", "one of", "", 10, { ...YOURS, about: "Your primary countries" }),
  rule("fit", "country", "one of", "", 5, { ...YOURS, about: "Your secondary countries" }),
  rule("fit", "seniority", "one of", "C-level; C-suite; executive; founder; owner", 25),
  rule("fit", "seniority", "one of", "VP; vice president", 20),
  rule("fit", "seniority", "one of", "director; head", 15),
  rule("fit", "seniority", "one of", "manager", 10),
  rule("fit", "seniority", "one of", "IC; individual contributor; senior; entry; junior", 5),
  rule("fit", "seniority", "one of", "decision maker", 20),
  rule("fit", "seniority", "one of", "influencer", 10),
  rule("fit", "seniority", "one of", "end user", 5),
  rule("fit", "department", "one of", "", 15, { ...YOURS, about: "The departments you sell to" }),
  rule("fit", "department", "one of", "", 5, { ...YOURS, about: "Departments next to those" }),
  rule("fit", "techStack", "contains", "", 15, { ...YOURS, about: "Tools that complement yours" }),
  rule("fit", "techStack", "contains", "", 10, { ...YOURS, about: "Tools of a competitor" }),
  rule("fit", "techStack", "contains", "", 20, { ...YOURS, about: "Tools that yours replaces" }),
];

const WEEK = 7;
const MONTH = 30;

/** Engagement: what people did, losing points as it ages. */
export const engagementRules: readonly PresetRule[] = [
  rule("engagement", "demo request", "happened", "", 30),
  rule("engagement", "contact sales", "happened", "", 30),
  rule("engagement", "trial", "happened", "", 25),
  rule("engagement", "pricing page", "happened", "", 20, { decay: [5, WEEK] }),
  rule("engagement", "ROI calculator", "happened", "", 20, { decay: [5, 2 * WEEK] }),
  rule("engagement", "comparison page", "happened", "", 15, { decay: [5, WEEK] }),
  rule("engagement", "case study", "at least", "2", 15, { decay: [5, 2 * WEEK] }),
  rule("engagement", "webinar attended", "happened", "", 15, { decay: [5, MONTH] }),
  rule("engagement", "webinar registered", "happened", "", 10, { decay: [5, MONTH] }),
  rule("engagement", "whitepaper", "happened", "", 10, { decay: [5, MONTH] }),
  rule("engagement", "blog", "at least", "3", 10, {
    decay: [5, 2 * WEEK],
    about: "3 visits or more in a week",
  }),
  rule("engagement", "email click", "happened", "each", 5, { decay: [2, MONTH] }),
  rule("engagement", "email open", "at least", "3", 5, { decay: [2, MONTH] }),
  rule("engagement", "social", "happened", "", 5, { decay: [2, MONTH] }),
  rule("engagement", "blog", "is", "1", 2, { decay: [2, MONTH] }),
  rule("engagement", "newsletter open", "happened", "", 2, { decay: [1, MONTH] }),
  rule("engagement", "email open", "is", "1", 1, { decay: [1, MONTH] }),
  rule("engagement", "homepage", "happened", "", 1, { decay: [1, WEEK] }),
];

/** What people do in a product they can try by themselves. */
export const productRules: readonly PresetRule[] = [
  rule("engagement", "account created", "happened", "", 15),
  rule("engagement", "onboarding completed", "happened", "", 20),
  rule("engagement", "core feature used", "at least", "3", 25, { decay: [5, MONTH] }),
  rule("engagement", "teammate invited", "happened", "", 25),
  rule("engagement", "usage limit reached", "happened", "", 20, { decay: [10, MONTH] }),
  rule("engagement", "data exported", "happened", "", 10, { decay: [5, MONTH] }),
  rule("engagement", "integration connected", "happened", "", 15),
  rule("engagement", "active day", "at least", "5", 20, { decay: [10, 2 * WEEK] }),
];

/** What makes a lead worth less, whatever else is known. */
export const negativeRules: readonly PresetRule[] = [
  rule("negative", "email", "ends with", "", -50, { ...YOURS, about: "Competitors' mail domains" }),
  rule("negative", "email", "ends with", ".edu", -30),
  rule(
    "negative",
    "email",
    "ends with",
    "@gmail.com; @yahoo.com; @hotmail.com; @outlook.com; @icloud.com; @aol.com; @gmx.de; @web.de",
    -10,
  ),
  rule("negative", "optOut", "is", "TRUE", -20),
  rule("negative", "bounced", "contains", "hard", -50),
  rule("negative", "spam complaint", "happened", "", -100),
  rule("negative", "title", "contains", "student; intern", -25),
  rule("negative", "title", "contains", "consultant", -10),
  rule("negative", "visit", "not since", "90", -15, { about: "Days without a visit" }),
  rule("negative", "phone", "is", "invalid", -10),
  rule("negative", "careers page only", "happened", "", -30),
];
