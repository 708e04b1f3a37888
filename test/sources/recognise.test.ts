import { describe, expect, it } from "vitest";
import { recognise } from "../../src/sources/recognise.ts";

/** Headings as the systems write them; the table is told without the help of the file's name. */
const exports: [string, string, string, string][] = [
  [
    "salesforce",
    "opportunities",
    "report1.csv",
    "Opportunity ID,Opportunity Name,Account Name,Opportunity Owner,Stage,Amount,Close Date,Created Date",
  ],
  [
    "salesforce",
    "opportunities",
    "Sheet1",
    "Id,Name,AccountId,StageName,Amount,CloseDate,OwnerId,IsClosed,IsWon,CreatedDate",
  ],
  [
    "salesforce",
    "opportunityHistory",
    "Sheet1",
    "Id,OpportunityId,CreatedById,CreatedDate,StageName,Amount,CloseDate,Probability,FromOpportunityStageName",
  ],
  [
    "generic",
    "opportunityHistory",
    "Sheet1",
    "Opportunity ID,Changed At,Changed By,Field,From Value,To Value,Amount",
  ],
  [
    "generic",
    "opportunityHistory",
    "Sheet1",
    "opportunity_id,old_stage,new_stage,changed_at,changed_by",
  ],
  ["generic", "opportunityHistory", "Sheet1", "deal_id,stage_from,stage_to,transition_date"],
  [
    "generic",
    "opportunityHistory",
    "Sheet1",
    "change_id,deal_id,stage,value,expected_close_date,changed_date,changed_by",
  ],
  [
    "generic",
    "opportunityHistory",
    "Sheet1",
    "change_no,deal_id,old_stage_id,new_stage_id,changed_at,changed_by_id",
  ],
  ["generic", "opportunityHistory", "Sheet1", "row,opp_id,stage,changed_date,days_in_stage"],
  [
    "generic",
    "opportunities",
    "Sheet1",
    "deal_id,account_name,owner,stage,amount,close_date,stage_change_date",
  ],
  ["generic", "opportunityHistory", "Sheet1", "deal_id,stage,entered_at,exited_at"],
  [
    "generic",
    "opportunityHistory",
    "Sheet1",
    "history_id,opportunity_id,stage,entered_date,exited_date,days_in_stage",
  ],
  [
    "generic",
    "opportunityHistory",
    "Sheet1",
    "Deal Id,Stage,Amount,Probability,Expected Revenue,Close Date,Duration,Modified Time,Modified By",
  ],
  ["hubspot", "opportunityHistory", "Sheet1", "Deal ID,Stage,Date Entered Stage,Days in Stage"],
  [
    "generic",
    "opportunities",
    "Sheet1",
    "deal_id,company_name,sector,deal_stage,deal_size_usd_m,sourced_date,loi_date,lead_partner",
  ],
  [
    "generic",
    "opportunities",
    "Sheet1",
    "Startup,Round,Status,Check Size,First Contact,Decision Date,Partner,Reason Passed",
  ],
  [
    "salesforce",
    "activities",
    "Sheet1",
    "Id,WhatId,WhoId,OwnerId,Subject,ActivityDate,Status,TaskSubtype,CallDurationInSeconds",
  ],
  [
    "salesforce",
    "accounts",
    "Sheet1",
    "Id,Name,Industry,BillingState,NumberOfEmployees,AnnualRevenue,OwnerId",
  ],
  ["salesforce", "contacts", "Sheet1", "Id,AccountId,FirstName,LastName,Email,OwnerId"],
  [
    "salesforce",
    "leads",
    "Sheet1",
    "Id,FirstName,LastName,Company,Status,LeadSource,IsConverted,OwnerId,CreatedDate",
  ],
  [
    "salesforce",
    "tickets",
    "Sheet1",
    "Id,CaseNumber,AccountId,ContactId,Status,Priority,Origin,Subject,CreatedDate,ClosedDate,OwnerId",
  ],
  [
    "salesforce",
    "reps",
    "Sheet1",
    "Id,Username,FirstName,LastName,Name,Email,IsActive,ManagerId,UserRoleId,ProfileId",
  ],
  [
    "salesforce",
    "quotas",
    "Sheet1",
    "Id,QuotaOwnerId,StartDate,QuotaAmount,CurrencyIsoCode,OwnerId",
  ],
  [
    "salesforce",
    "products",
    "Sheet1",
    "Id,Name,ProductCode,Family,IsActive,CreatedById,SystemModstamp",
  ],
  [
    "salesforce",
    "opportunityContacts",
    "Sheet1",
    "Id,OpportunityId,ContactId,Role,IsPrimary,CreatedById",
  ],
  [
    "hubspot",
    "opportunities",
    "all-deals.csv",
    "Record ID,Deal Name,Deal Stage,Close Date,Create Date,Deal owner,Amount,Pipeline,Last Activity Date,Associated Company",
  ],
  [
    "hubspot",
    "accounts",
    "all-companies.csv",
    "Record ID,Company name,Company owner,Create Date,Phone Number,City,Country/Region,Industry,Last Activity Date",
  ],
  [
    "hubspot",
    "contacts",
    "all-contacts.csv",
    "Record ID,First Name,Last Name,Email,Phone Number,Contact owner,Primary Associated Company ID,Create Date",
  ],
  [
    "hubspot",
    "leads",
    "all-contacts.csv",
    "Record ID,First Name,Last Name,Email,Contact owner,Lead Status,Lifecycle Stage,Create Date",
  ],
  [
    "hubspot",
    "tickets",
    "all-tickets.csv",
    "Record ID,Ticket name,Pipeline,Ticket status,Create date,Priority,Ticket owner",
  ],
  [
    "zoho",
    "opportunities",
    "Deals.csv",
    "Record Id,Deal Owner.id,Deal Owner,Deal Name,Account Name.id,Account Name,Amount,Closing Date,Stage,Created Time,Modified Time",
  ],
  [
    "zoho",
    "opportunities",
    "Deals_report.csv",
    "Deal Id,Deal Name,Deal Owner,Account Name,Stage,Amount,Closing Date,Probability (%),Created Time",
  ],
  [
    "pipedrive",
    "opportunities",
    "deals-1-2.csv",
    "Deal - ID,Deal - Title,Deal - Value,Deal - Stage,Deal - Status,Deal - Owner,Deal - Deal created,Deal - Expected close date,Organization - Name",
  ],
  [
    "dynamics",
    "opportunities",
    "Sheet1",
    "(Do Not Modify) Opportunity,(Do Not Modify) Modified On,Topic,Potential Customer,Est. Close Date,Est. Revenue,Probability,Owner,Status",
  ],
  [
    "dynamics",
    "opportunities",
    "Sheet1",
    "opportunityid,name,customeridname,owneridname,stepname,estimatedvalue,closeprobability,estimatedclosedate,createdon,statecodename",
  ],
  [
    "dynamics",
    "leads",
    "My Open Leads.xlsx",
    "(Do Not Modify) Lead,(Do Not Modify) Modified On,Name,Topic,Company Name,Status Reason,Created On,Owner",
  ],
  [
    "dynamics",
    "accounts",
    "Active Accounts.xlsx",
    "(Do Not Modify) Account,(Do Not Modify) Modified On,Account Name,Main Phone,Address 1: City,Primary Contact,Owner",
  ],
  [
    "dynamics",
    "contacts",
    "Sheet1",
    "(Do Not Modify) Contact,(Do Not Modify) Modified On,Full Name,Company Name,Email,Business Phone,Owner",
  ],
  [
    "warehouse",
    "opportunities",
    "deal.csv",
    "deal_id,is_deleted,deal_pipeline_id,deal_pipeline_stage_id,owner_id,property_dealname,property_amount,property_closedate,_fivetran_synced",
  ],
  [
    "warehouse",
    "opportunities",
    "opportunity.csv",
    "id,account_id,stage_name,amount,close_date,owner_id,is_won,is_deleted,_fivetran_synced",
  ],
  ["generic", "opportunities", "pipeline.csv", "Deal,Customer,Stage,Value,Expected Close Date,Rep"],
  ["generic", "quotas", "targets.csv", "Sales Agent,Month,Quota"],
];

describe("recognise", () => {
  it.each(exports)("tells %s %s in %s from its headings", (source, table, file, headings) => {
    const found = recognise(file, headings.split(","), []);
    expect([found.source.name, found.shape?.table]).toEqual([source, table]);
  });

  it("takes a file for a Salesforce report when its footer says so", () => {
    const line = "Copyright (c) 2000-2026 salesforce.com, inc. All rights reserved.";
    expect(recognise("x.csv", ["Stage", "Amount"], [line]).source.name).toBe("salesforce");
  });
});
