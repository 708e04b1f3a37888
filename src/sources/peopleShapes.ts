import type { Shape } from "./shape.ts";

/** Leads, deals, people, products and accounts, the most telling first. */
export const peopleShapes: readonly Shape[] = [
  {
    table: "leadEvents",
    about: "what leads did",
    files: /lead_?events?|lead_?activit/i,
    needs: [
      "Lead ID; LeadId; Lead",
      "Event; Event Type; Event Name",
      "Event Date; Date; Timestamp; Occurred At",
    ],
    never: "Lead Status",
  },
  {
    table: "leads",
    about: "leads",
    files: /leads?/i,
    needs: [
      "Lead Status; IsConverted; Converted; Lead Owner; ConvertedOpportunity.External_Id__c; hs_lead_status; LEADID; Lead ID; Lifecycle Stage; lifecyclestage; is_converted; HubSpot Score; (Do Not Modify) Lead",
      "LastName; Last Name; Company; Email; last_name; Name; First Name; FirstName; Company Name; Lead Source; LeadSource",
    ],
    never:
      "Stage; StageName; Closing Date; Close Date; Deal Stage; Campaign Name; Company owner; Company Domain Name; Opportunity Name; Deal Name; Potential Name; Deal - Title; property_dealname; dealname",
  },
  {
    table: "opportunities",
    about: "opportunities",
    files: /opportunit|deals?|potentials?|pipeline|opps?/i,
    needs: [
      "Stage; StageName; Deal Stage; deal_stage; stage_name; Opportunity Stage; Deal - Stage; deal_pipeline_stage_id; dealstage; Status; Deal - Status; Sales Stage; Pipeline Phase; stepname; salesstagename; statecodename; Stage ID; Current Stage; Furthest Stage; Sales Phase; Deal Phase; Phase; Status Label",
      "Amount; Close Date; CloseDate; Closing Date; property_amount; close_value; Deal - Value; Value; deal_value; deal_size_usd; Expected close date; Opportunity ID; Deal Amount; Total Amount; Amount (converted); Opportunity Name; Deal Name; Potential Name; Deal - Title; property_dealname; dealname; Est. Revenue; Est. Close Date; estimatedvalue; estimatedclosedate; Deal ID; Deal Size; Deal Size USD M; Deal Size M; Deal Size USD MM; Deal Size MM; Amount USD M; Amount M; Check Size; Investment Amount; Investment Size; Ticket Size; Contract Value; Expected Amount; Expected Value; Estimated Value; Expected Revenue; Expected Closing; Expected Close; Forecast Close Date; Bid Amount",
    ],
    never: "Lead Status; Case Number; CaseNumber",
  },
  {
    table: "contacts",
    about: "contacts",
    files: /contacts?|people|persons?/i,
    needs: [
      "First Name; FirstName; property_firstname; first_name; Person - Name; Contact ID; Contact Name; (Do Not Modify) Contact",
      "Last Name; LastName; property_lastname; last_name; Email; Email Address; property_email; Person - Email; Contact Owner",
    ],
    never:
      "UserRole.Name; Profile.Name; active_user_id; primary_team_id; USER_ID; user_role_id; UserRoleId; Username; Lead Status; Manager; Role; Quota",
  },
  {
    table: "reps",
    about: "sales reps",
    files: /users?|reps?|owners?|managers?|(sales|ref)_?teams?|team/i,
    needs: [
      "Manager; Manager.External_Id__c; ManagerId; UserRole.Name; UserRoleId; Profile.Name; active_user_id; primary_team_id; USER_ID; user_role_id; Rep ID; User ID; sales_agent; Sales Rep; Alias",
    ],
    never:
      "Amount; Stage; StageName; Deal Stage; Close Date; Subject; Industry; close_value; order_date; Opportunity ID; product",
  },
  {
    table: "products",
    about: "products",
    files: /products?/i,
    needs: [
      "ProductCode; Product Code; Product ID; product_code; Product Name; Family; product; sku",
      "Name; Product Name; Family; List Price; sales_price; Unit Price; series; Price",
    ],
    never: "Stage; StageName; deal_stage; sales_agent",
  },
  {
    table: "accounts",
    about: "accounts",
    files: /accounts?|compan(y|ies)|organi[sz]ations?|customers?/i,
    needs: [
      "Account Name; Company Name; Name; account; property_name; Organization - Name; Account ID; AccountId; Company ID; ACCOUNTID",
      "Industry; BillingCity; Billing City; NumberOfEmployees; Employees; AnnualRevenue; Annual Revenue; Account Owner; Company owner; Website; property_industry; sector; Account Type; Company Domain Name; (Do Not Modify) Account; office_location; annual_revenue; billing_city",
    ],
    never:
      "Stage; StageName; Deal Stage; deal_stage; Lead Status; First Name; FirstName; Subject; Close Date; LastName",
  },
];
