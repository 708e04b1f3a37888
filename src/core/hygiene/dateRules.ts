import { addMonths, type Day, dayFromParts, isoFromDay, partsOfDay } from "../calendar/day.ts";
import { type HygieneRule, isOpen, lacksColumn } from "./rule.ts";

/** Last day of the month after the one that holds a day. */
export function endOfNextMonth(day: Day): Day {
  const { year, month } = partsOfDay(day);
  return addMonths(dayFromParts(year, month, 1), 2) - 1;
}

/** Close and creation dates that cannot be right. */
export const dateRules: readonly HygieneRule[] = [
  {
    id: "overdue",
    label: "Close date has passed",
    severity: "high",
    cleanUp: "Update",
    condition: () => "Open deal with a close date before the as-of date",
    lacks: lacksColumn("closeDate", "Close Date"),
    find: (standing, { asOf }) => {
      const { closeDate } = standing.deal;
      return isOpen(standing) && closeDate !== undefined && closeDate < asOf
        ? `Close date ${asOf - closeDate} ${asOf - closeDate === 1 ? "day" : "days"} ago`
        : undefined;
    },
    // Never changed in the CRM: moving a date needs the owner's reason.
    action: (_, { asOf }) => `New date, e.g. ${isoFromDay(endOfNextMonth(asOf))}`,
  },
  {
    id: "closed_in_future",
    label: "Closed in the future",
    severity: "high",
    cleanUp: "Update",
    condition: () => "Won or lost deal with a close date after the as-of date",
    lacks: lacksColumn("closeDate", "Close Date"),
    find: (standing, { asOf }) => {
      const { closeDate } = standing.deal;
      const isClosed = standing.status === "won" || standing.status === "lost";
      return isClosed && closeDate !== undefined && closeDate > asOf
        ? `${standing.status === "won" ? "Won" : "Lost"} on ${isoFromDay(closeDate)}`
        : undefined;
    },
    action: () => "Enter the real close date",
  },
  {
    id: "closed_before_created",
    label: "Close date before creation",
    severity: "medium",
    cleanUp: "Update",
    condition: () => "Close date before the day on which the deal was created",
    lacks: ({ has }) =>
      has("closeDate") && has("createdDate")
        ? undefined
        : "the data has no columns Close Date and Created Date",
    find: ({ deal: { closeDate, createdDate } }) =>
      closeDate !== undefined && createdDate !== undefined && closeDate < Math.floor(createdDate)
        ? `Closes before ${isoFromDay(createdDate)}`
        : undefined,
    action: () => "Correct the wrong date",
  },
  {
    id: "created_in_future",
    label: "Created in the future",
    severity: "low",
    cleanUp: "Update",
    condition: () => "Creation date after the as-of date",
    lacks: lacksColumn("createdDate", "Created Date"),
    find: ({ deal: { createdDate } }, { asOf }) =>
      createdDate !== undefined && Math.floor(createdDate) > asOf
        ? `Created on ${isoFromDay(createdDate)}`
        : undefined,
    action: () => "Check the creation date",
  },
];
