import type { Dimension } from "../../core/hygiene/dataQuality.ts";

/** What each rule about deals tells of the data; rules that are not named ask for work on the deal alone. */
export const RULE_DIMENSIONS: Readonly<Record<string, Dimension>> = {
  overdue: "timeliness",
  closed_in_future: "accuracy",
  closed_before_created: "consistency",
  created_in_future: "accuracy",
  bad_amount: "validity",
  silent_push: "completeness",
  unknown_stage: "validity",
  stage_conflict: "consistency",
  probability_mismatch: "consistency",
  stale_stage: "timeliness",
  close_out: "timeliness",
  likely_lost: "timeliness",
  low_activity: "timeliness",
  off_proposal: "consistency",
  stage_skipped: "consistency",
  stage_regressed: "consistency",
  no_currency: "completeness",
  no_rate: "validity",
  far_close_date: "accuracy",
  stage_before_created: "consistency",
  activity_in_future: "accuracy",
};

/** Blank fields are counted field by field. */
export const BY_FIELD = new Set([
  "no_amount",
  "no_close_date",
  "no_owner",
  "no_stage",
  "no_next_step",
  "no_loss_reason",
  "required_fields",
]);

/** True of a rule about what is entered; the others ask for work on the deal alone. */
export const isAboutData = (ruleId: string): boolean =>
  BY_FIELD.has(ruleId) || ruleId in RULE_DIMENSIONS;
