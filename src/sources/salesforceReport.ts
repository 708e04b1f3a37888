import type { Source } from "./source.ts";

/** A report exported as CSV or formatted .xlsx: headings as people see them, titles above, totals and a footer below. */
export const salesforceReport: Source = {
  name: "salesforce",
  label: "Salesforce report export",
  system: "Salesforce",
  marks: [
    /^(Opportunity|Account|Lead|Contact|Case) Owner(: \w+)*$/i,
    /^(Opportunity|Account|Lead|Contact|Activity|Case) ID$/,
    /^(Probability \(%\)|Fiscal Period|Last Stage Change Date|Forecast Category|Opportunity Record Type)$/i,
    /^(\w+ )*\(converted\)( Currency)?$/i,
    /^(Amount Currency|Opportunity Name|Opportunity Stage|Primary Campaign Source|Push Count)$/i,
    /^(Billing State\/Province|Billing Zip\/Postal Code|Company \/ Account|Date\/Time (Opened|Closed)|Case Number)$/i,
    /^(Field \/ Event|Old Value|New Value|Edited By|Edit Date|From Stage|To Stage)$/i,
    /^(Assigned|Task Subtype|Call Result|Email Opt Out|Has Open Activity)$/i,
  ],
  marksNeeded: 2,
  stagePreset: "salesforce",
  tables: [
    {
      table: "opportunities",
      headings: {
        owner: ["Opportunity Owner", "Owner"],
        accountName: ["Account Name"],
        stage: ["Stage", "Opportunity Stage"],
        amount: ["Amount", "Total Amount"],
        amountConverted: ["Amount (converted)"],
        currency: ["Amount Currency", "Currency ISO Code", "Total Amount Currency"],
        closeDate: ["Close Date"],
        nextStep: ["Next Step", "Opportunity Next Steps", "Next Steps & Progress Summary"],
        region: ["Region", "Territory Region", "Billing State/Province"],
      },
      ignored: [
        "Amount (converted) Currency",
        "Expected Revenue Currency",
        "Expected Revenue (converted)",
        "Expected Revenue (converted) Currency",
        "Annual Recurring Amount (converted)",
        "Predictive Amount (converted)",
        "Has Open Activity",
      ],
    },
    {
      table: "opportunityHistory",
      headings: {
        opportunityId: ["Opportunity ID"],
        changedAt: ["Edit Date", "Last Modified Date", "Last Modified"],
        changedBy: ["Edited By", "Last Modified By"],
        field: ["Field / Event", "Field"],
        fromValue: ["Old Value", "From Stage"],
        toValue: ["New Value", "To Stage", "Stage"],
        amount: ["Amount"],
        closeDate: ["Close Date"],
      },
      derived: [
        { field: "field", from: [], make: () => "stage" },
        { field: "source", from: [], make: () => "history" },
      ],
    },
    {
      table: "activities",
      headings: {
        date: ["Date", "Due Date", "Activity Date"],
        type: ["Type", "Task Subtype", "Activity Type"],
        owner: ["Assigned", "Assigned To"],
        opportunityId: ["Opportunity ID", "Opportunity", "Related To"],
        accountId: ["Account ID", "Company / Account", "Account Name"],
        contactId: ["Contact ID", "Contact", "Name"],
      },
    },
    {
      table: "accounts",
      headings: {
        accountName: ["Account Name"],
        owner: ["Account Owner"],
        type: ["Account Type", "Type"],
      },
    },
    {
      table: "contacts",
      headings: { owner: ["Contact Owner"], accountId: ["Account ID", "Account Name"] },
    },
    {
      table: "leads",
      headings: { owner: ["Lead Owner"], company: ["Company / Account", "Company"] },
    },
    {
      table: "tickets",
      headings: {
        ticketId: ["Case ID", "Case Number"],
        owner: ["Case Owner"],
        category: ["Type", "Case Reason"],
      },
    },
    {
      table: "reps",
      headings: {
        repId: ["User ID", "Username"],
        name: ["Full Name", "Name"],
        team: ["Role", "Department"],
      },
    },
    {
      table: "quotas",
      headings: {
        repId: ["User ID", "Owner ID", "Quota Owner"],
        periodStart: ["Start Date"],
        quotaAmount: ["Quota Amount"],
      },
    },
  ],
};
