import { dealAge } from "../deals/dealAge.ts";
import { type HygieneContext, type HygieneRule, isOpen, lacksColumn, limitOf } from "./rule.ts";

/** Days of silence from which a deal stands below the usual standard. */
const SILENCE_DAYS = 7;
/** Silence and lateness after which a deal is proposed as lost. */
const LOST_INACTIVE_DAYS = 90;
const LOST_OVERDUE_DAYS = 30;

const lacksActivity = ({ knowsActivity }: HygieneContext): string | undefined =>
  knowsActivity ? undefined : "the data has no Last Activity column and no activities of deals";

/** Deals that nobody works on. */
export const activityRules: readonly HygieneRule[] = [
  {
    id: "close_out",
    label: "Old and without activity",
    severity: "high",
    cleanUp: "Close",
    condition: ({ closeAgeDays, closeInactiveDays }) =>
      `Open deal older than ${closeAgeDays} days and more than ${closeInactiveDays} days without activity`,
    lacks: (context) =>
      lacksActivity(context) ??
      (context.has("createdDate") ? undefined : "the data has no column Created Date"),
    find: (standing, { asOf, limits, inactiveDays }) => {
      const { deal } = standing;
      if (!isOpen(standing) || deal.createdDate === undefined) return undefined;
      const age = dealAge(deal.createdDate, undefined, asOf) ?? 0;
      const silent = inactiveDays(deal) ?? 0;
      return age > limits.closeAgeDays && silent > limits.closeInactiveDays
        ? `${age} days old, ${silent} silent`
        : undefined;
    },
    action: () => "Close out or requalify",
  },
  {
    id: "likely_lost",
    label: "Silent and long overdue",
    severity: "high",
    cleanUp: "Close",
    condition: (limits) =>
      `Open deal over ${limitOf(limits, "likely_lost", LOST_INACTIVE_DAYS)} days without activity, close date over ${LOST_OVERDUE_DAYS} days ago`,
    lacks: (context) =>
      lacksActivity(context) ??
      (context.has("closeDate") ? undefined : "the data has no column Close Date"),
    find: (standing, { asOf, limits, inactiveDays }) => {
      const { deal } = standing;
      if (!isOpen(standing) || (deal.closeDate ?? asOf) >= asOf - LOST_OVERDUE_DAYS) {
        return undefined;
      }
      const silent = inactiveDays(deal) ?? 0;
      return silent > limitOf(limits, "likely_lost", LOST_INACTIVE_DAYS)
        ? `${silent} days silent`
        : undefined;
    },
    action: () => "Propose Closed Lost",
  },
  {
    id: "low_activity",
    label: "Low activity",
    severity: "medium",
    cleanUp: "Accelerate",
    condition: ({ inactiveDays }) => `Open deal without activity for ${inactiveDays} days or more`,
    lacks: lacksActivity,
    find: (standing, { limits, inactiveDays }) => {
      const silent = isOpen(standing) ? inactiveDays(standing.deal) : undefined;
      return silent !== undefined && silent >= limits.inactiveDays
        ? `${silent} days silent`
        : undefined;
    },
    action: () => "Contact the customer",
  },
  {
    id: "silence",
    label: "A week of silence",
    severity: "low",
    cleanUp: "Accelerate",
    condition: (limits) =>
      `Open deal without activity for ${limitOf(limits, "silence", SILENCE_DAYS)} days or more, below ${limits.inactiveDays}`,
    lacks: lacksActivity,
    find: (standing, { limits, inactiveDays }) => {
      const silent = isOpen(standing) ? inactiveDays(standing.deal) : undefined;
      return silent !== undefined &&
        silent >= limitOf(limits, "silence", SILENCE_DAYS) &&
        silent < limits.inactiveDays
        ? `${silent} days silent`
        : undefined;
    },
    action: () => "Plan the next contact",
  },
  {
    id: "overdue_task",
    label: "Overdue task",
    severity: "low",
    cleanUp: "Accelerate",
    condition: () => "Open deal that the CRM flags as having an overdue task",
    lacks: lacksColumn("hasOverdueTask", "Has Overdue Task"),
    find: (standing) =>
      isOpen(standing) && standing.deal.hasOverdueTask === true ? "Overdue task" : undefined,
    action: () => "Do or reschedule the task",
  },
];
