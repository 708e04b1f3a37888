import { dealRules } from "../../core/hygiene/dealRules.ts";
import { qualityRules } from "../../core/hygiene/qualityRules.ts";
import { accountRules, contactRules, leadRules } from "../../core/hygiene/recordRules.ts";
import type { Severity } from "../../core/hygiene/rule.ts";
import type { RuleSetting } from "../../core/hygiene/ruleSetting.ts";

/** Limits that rules start from where nobody changes them. Others stand in Report options and Stages. */
const LIMITS: Readonly<Record<string, number>> = {
  likely_lost: 90,
  silence: 7,
  few_contacts: 3,
  off_proposal: 0.1,
  probability_mismatch: 30,
  far_close_date: 1095,
};

/** Who acts, where it is not the record's owner. */
const OWNERS: Readonly<Record<string, string>> = {
  unknown_stage: "RevOps",
  stage_conflict: "RevOps",
  no_rate: "RevOps",
  "history.orphan": "RevOps",
  "conflict.stage": "RevOps",
};

const WHY: Readonly<Record<string, string>> = {
  overdue: "The forecast of a period counts on dates that can still come true",
  closed_in_future: "Won revenue of the future is in no period's actuals",
  closed_before_created: "Cycle times turn negative",
  created_in_future: "Ages and cohorts are wrong",
  no_amount: "The deal counts with nothing in every forecast",
  no_close_date: "The deal belongs to no period",
  no_owner: "Nobody works on it and nobody is asked",
  no_stage: "No probability and no category can be told",
  no_next_step: "A deal without a next step does not move",
  required_fields: "The stage promises what is not there",
  no_loss_reason: "Nothing is learned from the loss",
  bad_amount: "It takes from the pipeline instead of adding to it",
  unknown_stage: "Its probability and status are guessed",
  stage_conflict: "The deal is open in one report and closed in another",
  probability_mismatch: "The weighted forecast follows the wrong number",
  stale_stage: "Deals that stay too long are lost more often",
  close_out: "Dead deals make the pipeline look larger than it is",
  likely_lost: "Dead deals make the pipeline look larger than it is",
  low_activity: "Silence comes before losing",
  silence: "Silence comes before losing",
  overdue_task: "What was promised to the customer is late",
  pushed: "Each push makes the deal less likely",
  silent_push: "A push without a reason teaches nothing",
  few_contacts: "One contact who leaves ends the deal",
  off_proposal: "The forecast does not hold what was offered",
  stage_skipped: "What the stage left out asks for was perhaps never done",
  stage_regressed: "The deal was further on paper than in truth",
  reopened: "Cycle time and win rate count it twice",
  no_currency: "Amounts of different currencies would be added",
  no_rate: "The amount is left out of every total",
  far_close_date: "A slip of the pen moves revenue by years",
  stage_before_created: "Days in stage are wrong",
  activity_in_future: "The deal looks more alive than it is",
  bad_email: "Nobody can be written to",
  bad_phone: "Nobody can be called",
  bad_employees: "Segment and territory go wrong",
  bad_revenue: "Segment and score go wrong",
  bad_website: "Duplicates and domains cannot be told",
  stale_contact: "People change jobs; who is silent may have left",
  stale_account: "An account without activity blocks a territory",
  stale_archive: "What nobody has touched for a year hides what is alive",
  bad_delivery: "Mail to it reaches nobody and harms the sender's name",
};

const rowsOf = (
  sheet: string,
  rules: readonly { readonly id: string; readonly label: string; readonly severity: Severity }[],
  prefix = "",
): RuleSetting[] =>
  rules.map(({ id, label, severity }) => ({
    id: `${prefix}${id}`,
    sheet,
    label,
    severity,
    limit: LIMITS[id],
    owner: OWNERS[id] ?? "",
    systemOfRecord: "",
    why: WHY[id] ?? "",
  }));

const loose = (id: string, sheet: string, label: string, why: string): RuleSetting => ({
  id,
  sheet,
  label,
  severity: "medium",
  limit: undefined,
  owner: OWNERS[id] ?? "",
  systemOfRecord: "",
  why,
});

const conflict = (id: string, label: string, system: string): RuleSetting => ({
  ...loose(`conflict.${id}`, "Two sheets", label, "One of the two is wrong in every report"),
  systemOfRecord: system,
});

/** Rules about one record in two CRMs; which of them is believed is for a person to say. */
const sourceRows: readonly RuleSetting[] = [
  ["accounts", "Account differs between two sources"],
  ["people", "Contact or lead differs between two sources"],
  ["deals", "Deal differs between two sources"],
].map(([id = "", label = ""]) =>
  loose(`sources.${id}`, "Two sources", label, "Each report depends on which of the two it reads"),
);

/** Every rule as it stands until a person changes it. Reasons in words are our own. */
export const hygieneRows: readonly RuleSetting[] = [
  ...rowsOf("Opportunities", dealRules),
  ...rowsOf("Opportunities", qualityRules),
  ...rowsOf("Leads", leadRules, "leads."),
  ...rowsOf("Contacts", contactRules, "contacts."),
  ...rowsOf("Accounts", accountRules, "accounts."),
  loose(
    "activities.orphan",
    "Activities",
    "Activity without a record",
    "Work that was done counts for no deal",
  ),
  loose(
    "tickets.orphan",
    "Tickets",
    "Ticket without an account",
    "The account's health looks better than it is",
  ),
  loose(
    "contacts.orphan",
    "Contacts",
    "Contact without an account",
    "The account looks as if nobody were known there",
  ),
  loose(
    "deals.orphan",
    "Opportunities",
    "Deal without an account",
    "Segment and territory cannot be told",
  ),
  loose(
    "history.orphan",
    "Opportunity History",
    "History of an unknown deal",
    "Movement reports and the pipeline do not meet",
  ),
  conflict("account_name", "Account name differs", "Accounts"),
  conflict("last_activity", "Last activity is later than the deal says", "Activities"),
  conflict("push_count", "Push count differs from the history", "Opportunity History"),
  conflict("contact_count", "Contact count differs from the contacts", "Opportunity Contacts"),
  conflict("stage", "Stage differs from the last one of the history", "Opportunities"),
  conflict("lead_phone", "Phone of lead and contact differ", "Contacts"),
  conflict("lead_title", "Title of lead and contact differ", "Contacts"),
  conflict("lead_company", "Company of lead and account differ", "Contacts"),
  ...sourceRows,
];
