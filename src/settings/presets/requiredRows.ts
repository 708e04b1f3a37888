import type { RequiredField } from "../settings.ts";

const DEALS = "Opportunities";

const needed = (
  stage: string,
  severity: RequiredField["severity"],
  ...fields: readonly string[]
): RequiredField[] => fields.map((field) => ({ object: DEALS, stage, field, severity }));

/** Every open deal needs the first five; the others follow the RevOps guide's stage requirements where a CRM has the field. */
export const requiredRows: readonly RequiredField[] = [
  ...needed("", "high", "Owner", "Stage", "Amount", "Close Date"),
  ...needed("", "medium", "Next Step"),
  ...needed("Qualified", "medium", "Account Name"),
  ...needed("Qualified", "low", "Lead Source"),
  ...needed("Proposal", "medium", "Budget Confirmed", "Economic Buyer"),
  ...needed("Negotiation", "medium", "Economic Buyer Met"),
  ...needed("Closed Won", "low", "Payment Terms"),
  ...needed("Closed Lost", "high", "Loss Reason"),
  ...needed("Closed Lost", "low", "Competitor"),
];
