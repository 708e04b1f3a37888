import type { Cell } from "../tables/reading/cell.ts";
import { cellText, firstFilled, fullName } from "./cellText.ts";
import type { DerivedColumn, Source, SourceTable } from "./source.ts";

const owner = ["OwnerId", "Owner.External_Id__c", "Owner.Id", "Owner.Name"];
const account = ["AccountId", "Account.External_Id__c", "Account.Id"];
const id = ["Id", "External_Id__c"];
const created = ["CreatedDate", "CreatedDate__c", "DateTimeCreated__c"];
const modified = ["LastModifiedDate", "LastModifiedDate__c", "SystemModstamp"];
const lastActivity = ["LastActivityDate", "LastActivityDate__c"];

/** What a task hangs on: an id beginning with 001 is an account's, 003 a contact's, 00Q a lead's, 500 a case's. */
const pointsAt = (cell: Cell) => cellText(cell).slice(0, 3);
const foreign = new Set(["001", "003", "00Q", "500", "701", "800"]);
const whatHeadings = ["WhatId", "What.External_Id__c", "What.Id"];
const opportunityOfTask: DerivedColumn[] = whatHeadings.map((heading) => ({
  field: "opportunityId",
  from: [heading],
  make: (what) => (foreign.has(pointsAt(what)) ? undefined : what),
}));
const accountOfTask: DerivedColumn[] = whatHeadings.map((heading) => ({
  field: "accountId",
  from: [heading],
  make: (what) => (pointsAt(what) === "001" ? what : undefined),
}));

const minutes: DerivedColumn = {
  field: "durationSeconds",
  from: ["DurationInMinutes"],
  make: (cell) => {
    const value = Number(cellText(cell));
    return cellText(cell) === "" || Number.isNaN(value) ? cell : value * 60;
  },
};

/** Objects of the data export and of API dumps, headed by API names; a warehouse has the same names in snake case. */
export const salesforceTables: readonly SourceTable[] = [
  {
    table: "opportunities",
    headings: {
      opportunityId: id,
      opportunityName: ["Name"],
      accountId: account,
      accountName: ["Account.Name"],
      owner,
      ownerManager: ["Owner.Manager.Name", "Owner.ManagerId"],
      team: ["Owner.UserRole.Name", "Owner.UserRoleId"],
      pipeline: ["RecordType.Name", "RecordType.DeveloperName", "RecordTypeId"],
      stage: ["StageName", "StageName__c"],
      amount: ["Amount", "Amount__c"],
      currency: ["CurrencyIsoCode"],
      closeDate: ["CloseDate", "CloseDate__c"],
      createdDate: created,
      stageEntered: ["LastStageChangeDate"],
      forecastCategory: ["ForecastCategoryName", "ForecastCategory", "ForecastCategory__c"],
      type: ["Type"],
      leadSource: ["LeadSource"],
      campaign: ["Campaign.Name", "CampaignId"],
      nextStep: ["NextStep"],
      lastActivity,
      lastModified: modified,
      fiscalPeriod: ["Fiscal"],
      competitor: ["Competitor__c", "MainCompetitors__c"],
    },
    ignored: ["FiscalYear", "FiscalQuarter", "HasOpenActivity", "StageSortOrder", "CreatedById"],
  },
  {
    table: "opportunityHistory",
    headings: {
      opportunityId: ["OpportunityId", "Opportunity.External_Id__c", "Opportunity.Id"],
      historyId: ["Id", "External_Id__c", "OpportunityHistoryKey"],
      changedAt: created,
      changedBy: ["CreatedBy.Name", "CreatedById"],
      field: ["Field"],
      fromValue: ["OldValue", "FromOpportunityStageName"],
      toValue: ["NewValue", "StageName", "StageName__c"],
      amount: ["Amount", "Amount__c"],
      closeDate: ["CloseDate", "CloseDate__c"],
      forecastCategory: ["ForecastCategoryName", "ForecastCategory", "ForecastCategory__c"],
    },
    ignored: ["SystemModstamp", "ValidThroughDate", "Name"],
    derived: [
      { field: "field", from: [], make: () => "stage" },
      { field: "source", from: [], make: () => "history" },
    ],
  },
  {
    table: "activities",
    headings: {
      activityId: id,
      date: ["ActivityDateTime", "StartDateTime", "ActivityDate", "CompletedDateTime"],
      type: ["Type", "TaskSubtype", "EventSubtype"],
      opportunityId: whatHeadings,
      subject: ["Subject"],
      outcome: ["CallDisposition"],
      owner,
      accountId: account,
      contactId: ["WhoId", "Who.External_Id__c", "Who.Id"],
      durationSeconds: ["CallDurationInSeconds"],
      createdDate: created,
    },
    ignored: ["Priority", "Description"],
    derived: [
      {
        field: "date",
        from: [
          "ActivityDateTime",
          "StartDateTime",
          "ActivityDate",
          "CompletedDateTime",
          ...created,
        ],
        some: true,
        make: firstFilled,
      },
      ...opportunityOfTask,
      ...accountOfTask,
      minutes,
      { field: "notes", from: ["Description"], make: (cell) => cell },
    ],
  },
  {
    table: "accounts",
    headings: {
      accountId: id,
      accountName: ["Name"],
      owner,
      parentId: ["ParentId", "Parent.External_Id__c"],
      city: ["BillingCity"],
      state: ["BillingState", "BillingStateCode"],
      country: ["BillingCountry", "BillingCountryCode"],
      postalCode: ["BillingPostalCode"],
      createdDate: created,
      lastActivity,
    },
    ignored: ["ShippingCity", "ShippingState", "ShippingCountry", "ShippingPostalCode"],
  },
  {
    table: "contacts",
    headings: {
      contactId: id,
      accountId: account,
      owner,
      createdDate: created,
      lastActivity,
      bounced: ["EmailBouncedDate", "EmailBouncedReason"],
    },
    ignored: ["Name"],
  },
  {
    table: "opportunityContacts",
    headings: {
      opportunityId: ["OpportunityId", "Opportunity.External_Id__c"],
      contactId: ["ContactId", "Contact.External_Id__c"],
    },
    ignored: ["Id", "External_Id__c"],
  },
  {
    table: "leads",
    headings: {
      leadId: id,
      owner,
      converted: ["IsConverted"],
      opportunityId: ["ConvertedOpportunityId", "ConvertedOpportunity.External_Id__c"],
      accountId: ["ConvertedAccountId", "ConvertedAccount.External_Id__c"],
      contactId: ["ConvertedContactId", "ConvertedContact.External_Id__c"],
      opportunityDate: ["ConvertedDate", "ConvertedDate__c"],
      createdDate: created,
      lastActivity,
      firstContact: ["FirstCallDateTime", "FirstEmailDateTime"],
      bounced: ["EmailBouncedDate", "EmailBouncedReason"],
    },
    ignored: ["Name"],
  },
  {
    table: "tickets",
    headings: {
      ticketId: ["Id", "External_Id__c", "CaseNumber"],
      accountId: account,
      contactId: ["ContactId", "Contact.External_Id__c"],
      owner,
      category: ["Type", "Reason"],
      opened: created,
      closed: ["ClosedDate", "ClosedDate__c"],
    },
  },
  {
    table: "products",
    headings: {
      productId: ["Id", "External_Id__c", "ProductCode"],
      productName: ["Name"],
      isActive: ["IsActive"],
    },
  },
  {
    table: "reps",
    headings: {
      repId: ["Id", "External_Id__c", "User ID"],
      name: ["Name", "Full Name"],
      manager: ["ManagerId", "Manager.External_Id__c", "Manager.Name"],
      team: ["UserRole.Name", "Division", "Department", "UserRoleId"],
      active: ["IsActive"],
      timeZone: ["TimeZoneSidKey"],
    },
    ignored: ["Profile.Name", "AccountId", "ContactId", "Title"],
    derived: [{ field: "name", from: ["FirstName", "LastName"], make: fullName }],
  },
  {
    table: "quotas",
    headings: {
      repId: ["QuotaOwnerId", "User.External_Id__c", "QuotaOwner.Id", "User ID", "OwnerId"],
      periodStart: ["StartDate", "StartDate__c"],
      quotaAmount: ["QuotaAmount", "QuotaAmount__c"],
    },
    ignored: ["Id", "External_Id__c", "OwnerName__c"],
  },
];

export const salesforceExport: Source = {
  name: "salesforce",
  label: "Salesforce data export",
  system: "Salesforce",
  marks: [
    /__c$/i,
    /^(account|owner|what|who|opportunity|recordtype|user|manager|contact|userrole|profile|product2|campaign)\.\w+/i,
    /^(OwnerId|AccountId|OpportunityId|WhatId|WhoId|ContactId|RecordTypeId|UserRoleId|ManagerId)$/,
    /^(SystemModstamp|IsDeleted|CreatedById|LastModifiedById|MasterRecordId)$/,
    /^(StageName|ForecastCategoryName|IsConverted|LastActivityDate|CreatedDate|CloseDate)$/,
    /^(BillingState|NumberOfEmployees|AnnualRevenue|LeadSource|ActivityDate|TaskSubtype|ProductCode|QuotaAmount)$/,
    /^(MasterLabel|DefaultProbability|SortOrder)$/,
    /^(Username|ProfileId|Alias|TimeZoneSidKey|FederationIdentifier|LocaleSidKey)$/,
    /^(FirstName|LastName|IsConverted|ConvertedDate|HasOptedOutOfEmail)$/,
  ],
  marksNeeded: 2,
  stagePreset: "salesforce",
  tables: salesforceTables,
};
