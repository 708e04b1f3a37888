import type { Cell } from "../tables/reading/cell.ts";
import { isBlank } from "../tables/reading/cell.ts";
import { cellText } from "./cellText.ts";
import type { Source } from "./source.ts";

/** A state that says nothing leaves the stage to tell. */
const closed = (status: Cell) =>
  isBlank(status) ? undefined : !/^(open|in progress|on hold)$/i.test(cellText(status));
const won = (status: Cell) => (isBlank(status) ? undefined : /^won$/i.test(cellText(status)));

/** What came of it, where that is known: a day, a sum of money. */
const actualElseEstimate = (actual: Cell, estimate: Cell) => (isBlank(actual) ? estimate : actual);
/** An actual revenue of 0 stands on every deal that is not won. */
const actualRevenue = (status: Cell, actual: Cell, estimate: Cell) =>
  won(status) && !isBlank(actual) ? actual : estimate;
/** The status reason of a deal that is open or won says nothing of a loss. */
const reasonOfLoss = (status: Cell, reason: Cell) =>
  closed(status) && !won(status) ? reason : undefined;

/** Dynamics 365 Sales heads its columns by their labels in an export, by their schema names in a data set. */
export const dynamics: Source = {
  name: "dynamics",
  label: "Dynamics 365 export",
  system: "Dynamics 365",
  marks: [
    /^\(Do Not Modify\) (Opportunity|Account|Contact|Lead|Activity)$/i,
    /^\(Do Not Modify\) (Modified On|Row Checksum)$/i,
    /^(Topic|Potential Customer|potentialcustomer|customeridname|parentaccountidname)$/i,
    /^(Est\.? (Revenue|Close Date)|estimatedvalue|estimatedclosedate)$/i,
    /^(Actual Revenue|Actual Close Date|actualvalue|actualclosedate)$/i,
    /^(Pipeline Phase|stepname|salesstagename|closeprobability|msdyn_forecastcategoryname)$/i,
    /^(statecodename|statuscodename|transactioncurrencyidname|owneridname)$/i,
    /^(opportunityid|accountid|leadid|contactid|activityid)$/,
  ],
  marksNeeded: 2,
  stagePreset: undefined,
  tables: [
    {
      table: "opportunities",
      headings: {
        opportunityId: ["(Do Not Modify) Opportunity", "opportunityid", "Opportunity"],
        opportunityName: ["Topic", "name"],
        accountId: ["parentaccountid", "customerid"],
        accountName: ["Account", "Potential Customer", "parentaccountidname", "customeridname"],
        owner: ["Owner", "owneridname"],
        pipeline: ["Process", "Business Process Flow"],
        stage: ["Sales Stage", "Pipeline Phase", "salesstagename", "stepname"],
        amount: ["Est. Revenue", "estimatedvalue"],
        amountConverted: ["Est. Revenue (Base)", "estimatedvalue_base"],
        currency: ["Currency", "transactioncurrencyidname"],
        probability: ["Probability", "closeprobability"],
        forecastCategory: ["Forecast Category", "msdyn_forecastcategoryname"],
        closeDate: ["Est. Close Date", "estimatedclosedate"],
        createdDate: ["Created On", "createdon"],
        lastModified: ["(Do Not Modify) Modified On", "Modified On", "modifiedon"],
        leadSource: ["Lead Source", "Originating Lead", "campaignidname"],
      },
      ignored: [
        "Status",
        "statecodename",
        "Actual Revenue",
        "actualvalue",
        "Actual Close Date",
        "actualclosedate",
        "Status Reason",
        "statuscodename",
        "(Do Not Modify) Row Checksum",
      ],
      derived: [
        { field: "isClosed", from: ["Status"], make: closed },
        { field: "isClosed", from: ["statecodename"], make: closed },
        { field: "isWon", from: ["Status"], make: won },
        { field: "isWon", from: ["statecodename"], make: won },
        {
          field: "closeDate",
          from: ["Actual Close Date", "Est. Close Date"],
          make: actualElseEstimate,
          note: "Close dates of closed deals are Dynamics' actual close dates.",
        },
        {
          field: "closeDate",
          from: ["actualclosedate", "estimatedclosedate"],
          make: actualElseEstimate,
          note: "Close dates of closed deals are Dynamics' actual close dates.",
        },
        {
          field: "amount",
          from: ["Status", "Actual Revenue", "Est. Revenue"],
          make: actualRevenue,
          note: "Amounts of won deals are Dynamics' actual revenues.",
        },
        {
          field: "amount",
          from: ["statecodename", "actualvalue", "estimatedvalue"],
          make: actualRevenue,
          note: "Amounts of won deals are Dynamics' actual revenues.",
        },
        { field: "lossReason", from: ["Status", "Status Reason"], make: reasonOfLoss },
        { field: "lossReason", from: ["statecodename", "statuscodename"], make: reasonOfLoss },
      ],
    },
    {
      table: "accounts",
      headings: {
        accountId: ["(Do Not Modify) Account", "accountid"],
        accountName: ["Account Name", "name"],
        owner: ["Owner", "owneridname"],
        createdDate: ["Created On", "createdon"],
        employees: ["Number of Employees", "No. of Employees", "numberofemployees"],
        annualRevenue: ["Annual Revenue", "revenue"],
      },
    },
    {
      table: "contacts",
      headings: {
        contactId: ["(Do Not Modify) Contact", "contactid"],
        accountId: ["parentcustomerid", "Company Name", "parentcustomeridname"],
        owner: ["Owner", "owneridname"],
        createdDate: ["Created On", "createdon"],
      },
    },
    {
      table: "leads",
      headings: {
        leadId: ["(Do Not Modify) Lead", "leadid"],
        owner: ["Owner", "owneridname"],
        company: ["Company Name", "companyname"],
        status: ["Status Reason", "statuscodename", "Status", "statecodename"],
        createdDate: ["Created On", "createdon"],
      },
    },
    {
      table: "activities",
      headings: {
        activityId: ["(Do Not Modify) Activity", "activityid"],
        type: ["Activity Type", "activitytypecodename"],
        subject: ["Subject", "subject"],
        date: ["Actual End", "actualend", "Due Date", "scheduledend", "createdon"],
        opportunityId: ["regardingobjectid", "Regarding"],
        owner: ["Owner", "owneridname"],
        status: ["Activity Status", "statecodename"],
      },
    },
  ],
};
