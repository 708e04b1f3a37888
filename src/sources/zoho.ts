import { cellText, fullName } from "./cellText.ts";
import type { Source } from "./source.ts";

/** Zoho's forecast type tells open, won and lost; it is no forecast category. */
const closed = (type: unknown) =>
  typeof type === "string" && type.trim() !== "" ? !/^open$/i.test(type.trim()) : undefined;
const won = (type: unknown) =>
  typeof type === "string" && type.trim() !== "" ? /won/i.test(type) : undefined;

export const zoho: Source = {
  name: "zoho",
  label: "Zoho export",
  system: "Zoho",
  marks: [
    /^Potential /i,
    /^Closing Date$/i,
    /^(Created Time|Modified Time|Last Activity Time)$/i,
    /^(LEADID|ACCOUNTID|POTENTIALID|CONTACTID|CAMPAIGNID|USER_ID|Record Id)$/,
    /^(Forecast Type|Account Name\.id|Potential Name\.id|Deal Name\.id|Contact Name\.id|(Lead|Account|Deal|Contact) Owner\.id)$/i,
    /^(Account Owner Id|Tasks Involved|Events Involved|Calls Involved|Activities Involved)$/i,
    /^(Lead Owner|Sales Cycle Duration|Overall Sales Duration|Reason For Loss)$/i,
  ],
  marksNeeded: 2,
  stagePreset: "zoho",
  tables: [
    {
      table: "opportunities",
      headings: {
        opportunityId: ["Record Id", "POTENTIALID", "Potential Id", "Deal Id", "LEADID"],
        opportunityName: ["Potential Name", "Deal Name"],
        accountId: ["Account Name.id", "ACCOUNTID", "Account Id"],
        accountName: ["Account Name"],
        owner: ["Potential Owner", "Deal Owner"],
        closeDate: ["Closing Date"],
        createdDate: ["Created Time"],
        lastModified: ["Modified Time"],
        lastActivity: ["Last Activity Time"],
        forecastCategory: ["Forecast Category"],
        lossReason: ["Reason For Loss", "Reason For Loss__s"],
        expectedRevenue: ["Expected Revenue"],
        ageDays: ["Age in Days"],
        campaign: ["Campaign Source", "Campaign Id"],
      },
      ignored: ["Forecast Type", "Age Tier", "Amount Tier"],
      derived: [
        {
          field: "isClosed",
          from: ["Forecast Type"],
          make: closed,
          note: "Open, won and lost were taken from Zoho's Forecast Type.",
        },
        { field: "isWon", from: ["Forecast Type"], make: won },
      ],
    },
    {
      table: "leads",
      headings: {
        leadId: ["Record Id", "LEADID", "Lead Id"],
        owner: ["Lead Owner"],
        status: ["Lead Status"],
        createdDate: ["Created Time"],
        converted: ["CONVERTED", "Is Converted"],
        phone: ["Phone", "Mobile"],
        lastActivity: ["Last Activity Time"],
      },
    },
    {
      table: "accounts",
      headings: {
        accountId: ["Record Id", "ACCOUNTID", "Account Id"],
        owner: ["Account Owner", "Account Owner Id"],
        createdDate: ["Created Time"],
        lastActivity: ["Last Activity Time"],
      },
    },
    {
      table: "contacts",
      headings: {
        contactId: ["Record Id", "CONTACTID", "Contact Id"],
        owner: ["Contact Owner"],
        accountId: ["Account Name.id", "ACCOUNTID", "Account Name"],
        createdDate: ["Created Time"],
        lastActivity: ["Last Activity Time"],
      },
    },
    {
      table: "reps",
      headings: { repId: ["Record Id", "USER_ID", "User Id"], team: ["Role"] },
      derived: [
        {
          field: "name",
          from: ["First Name", "Last Name"],
          make: (first, last) => fullName(cellText(first), last),
        },
      ],
    },
    {
      table: "activities",
      headings: {
        activityId: ["Record Id", "TASKID", "ACTIVITYID"],
        date: ["Due Date", "Start DateTime", "Call Start Time", "From", "Created Time"],
        opportunityId: ["Related To.id", "Related To"],
      },
    },
    {
      table: "products",
      headings: {
        productId: ["Record Id", "PRODUCTID"],
        listPrice: ["Unit Price"],
        isActive: ["Product Active"],
      },
    },
    {
      table: "tickets",
      headings: {
        ticketId: ["Record Id", "CASEID", "Case Number"],
        opened: ["Created Time"],
        category: ["Type", "Case Reason"],
      },
    },
  ],
};
