import { activityRules } from "./activityRules.ts";
import { dateRules } from "./dateRules.ts";
import { dealStandardRules } from "./dealStandardRules.ts";
import { missingRules } from "./missingRules.ts";
import type { HygieneRule } from "./rule.ts";
import { stageRules } from "./stageRules.ts";

/** Every rule about deals, in the order in which reports list them. */
export const dealRules: readonly HygieneRule[] = [
  ...dateRules,
  ...missingRules,
  ...stageRules,
  ...activityRules,
  ...dealStandardRules,
];
