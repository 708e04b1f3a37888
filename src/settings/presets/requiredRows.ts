import type { RequiredField } from "../settings.ts";

const DEALS = "Opportunities";

const everywhere = (
  object: string,
  severity: RequiredField["severity"],
  ...fields: readonly string[]
): RequiredField[] => fields.map((field) => ({ object, stage: "", field, severity }));

const needed = (
  stage: string,
  severity: RequiredField["severity"],
  ...fields: readonly string[]
): RequiredField[] => fields.map((field) => ({ object: DEALS, stage, field, severity }));

/**
 * Every open deal needs the first five; the others follow the RevOps guide's stage requirements and the gates of sales
 * automation before a proposal and a negotiation, where a CRM has the field. What leads, contacts and accounts need is our own choice.
 */
export const requiredRows: readonly RequiredField[] = [
  ...needed("", "high", "Owner", "Stage", "Amount", "Close Date"),
  ...needed("", "medium", "Next Step"),
  ...needed("Qualified", "medium", "Account Name"),
  ...needed("Qualified", "low", "Lead Source"),
  ...needed("Proposal", "medium", "Budget Confirmed", "Economic Buyer", "Decision Makers"),
  ...needed("Negotiation", "medium", "Economic Buyer Met"),
  ...needed("Negotiation", "medium", "Proposal Sent Date", "Decision Criteria"),
  ...needed("Closed Won", "low", "Payment Terms"),
  ...needed("Closed Lost", "medium", "Loss Reason"),
  ...needed("Closed Lost", "low", "Competitor"),
  ...everywhere("Leads", "medium", "Email", "Company", "Owner", "Source"),
  ...everywhere("Contacts", "medium", "Last Name", "Email"),
  ...everywhere("Accounts", "medium", "Account Name", "Owner"),
  ...everywhere("Accounts", "low", "Industry"),
];
