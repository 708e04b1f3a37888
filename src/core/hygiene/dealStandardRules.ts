import { blank, type HygieneRule, isOpen, lacksColumn, limitOf } from "./rule.ts";

/** Amount in home currency above which a deal needs several contacts. */
const CONTACTS_FROM = 50_000;
const LEAST_CONTACTS = 3;
/** Largest difference between the amount and the price proposed. */
const PROPOSAL_SHARE = 0.1;
/** Close-date moves from which a deal is cleaned up rather than reviewed. */
const CLEAN_UP_PUSHES = 3;

const lacksPushes = ({ knowsPushes }: { readonly knowsPushes: boolean }) =>
  knowsPushes ? undefined : "the data has no push count and no history of close dates";

const times = (count: number) => `Pushed ${count} ${count === 1 ? "time" : "times"}`;

/** Standards for moved close dates, contacts and amounts. */
export const dealStandardRules: readonly HygieneRule[] = [
  {
    id: "pushed",
    label: "Close date pushed repeatedly",
    severity: "medium",
    cleanUp: "Update",
    condition: ({ pushLimit }) =>
      `Open deal whose close date was moved out ${pushLimit} times or more`,
    lacks: lacksPushes,
    find: (standing, { limits, pushes }) => {
      const count = isOpen(standing) ? (pushes(standing.deal) ?? 0) : 0;
      return count > 0 && count >= limits.pushLimit ? times(count) : undefined;
    },
    action: (standing, { pushes }) =>
      (pushes(standing.deal) ?? 0) >= CLEAN_UP_PUSHES
        ? "Requalify or close out"
        : "Review the forecast",
  },
  {
    id: "silent_push",
    label: "Pushed without a reason",
    severity: "low",
    cleanUp: "Update",
    condition: () => "Open deal whose close date was moved out and whose push reason is blank",
    lacks: (context) => lacksPushes(context) ?? lacksColumn("pushReason", "Push Reason")(context),
    find: (standing, { pushes }) => {
      const count = isOpen(standing) ? (pushes(standing.deal) ?? 0) : 0;
      return count > 0 && blank(standing.deal.pushReason)
        ? `${times(count)}, no reason`
        : undefined;
    },
    action: () => "Record the reason",
  },
  {
    id: "few_contacts",
    label: "Too few contacts",
    severity: "low",
    cleanUp: "Accelerate",
    condition: (limits) =>
      `Open deal above 50,000 in home currency with fewer than ${limitOf(limits, "few_contacts", LEAST_CONTACTS)} contacts`,
    lacks: ({ knowsContacts }) =>
      knowsContacts ? undefined : "the data has no contact count and no contacts of deals",
    find: (standing, { contacts, limits }) => {
      if (!isOpen(standing) || (standing.amount ?? 0) <= CONTACTS_FROM) return undefined;
      const count = contacts(standing.deal);
      return count !== undefined && count < limitOf(limits, "few_contacts", LEAST_CONTACTS)
        ? `${count} ${count === 1 ? "contact" : "contacts"}`
        : undefined;
    },
    action: () => "Involve further people",
  },
  {
    id: "off_proposal",
    label: "Amount off the price proposed",
    severity: "low",
    cleanUp: "Update",
    condition: (limits) =>
      `Open deal whose amount is more than ${Math.round(100 * limitOf(limits, "off_proposal", PROPOSAL_SHARE))} % off list amount less discount`,
    lacks: ({ has }) =>
      has("listAmount") && has("discountPct")
        ? undefined
        : "the data has no columns List Amount and Discount",
    find: (standing, { limits }) => {
      const { amount, listAmount, discountPct } = standing.deal;
      if (!isOpen(standing) || amount === undefined) return undefined;
      if (listAmount === undefined || discountPct === undefined) return undefined;
      const proposed = listAmount * (1 - discountPct);
      return proposed > 0 &&
        Math.abs(amount - proposed) > limitOf(limits, "off_proposal", PROPOSAL_SHARE) * proposed
        ? `Proposed ${Math.round(proposed)}`
        : undefined;
    },
    action: () => "Align amount and proposal",
  },
];
