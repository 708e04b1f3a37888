import type { TableName } from "../tables/table.ts";

/** How the table in a file is told: its name, and headings of which each group must have one. */
export type Shape = {
  /** Undefined: known, but not imported. */
  readonly table: TableName | "stages" | undefined;
  readonly about: string;
  /** File names, without folder and ending, that speak for it. */
  readonly files: RegExp;
  readonly needs: readonly (readonly string[])[];
  /** Headings that speak against it. */
  readonly never?: readonly string[];
  /** True when the headings alone say too little and the name must match too. */
  readonly byName?: boolean;
};

const opportunityIds = ["Opportunity ID", "OpportunityId", "Opportunity.External_Id__c", "Deal ID", "Record ID", "Opportunity.Id"];
const history = ["Old Value", "New Value", "From Stage", "To Stage", "FromOpportunityStageName", "_fivetran_start", "date_entered", "Stage Date", "Changed At", "OpportunityHistoryKey", "Edit Date"];
const dealNames = ["Opportunity Name", "Deal Name", "Potential Name", "Deal - Title", "property_dealname", "dealname"];

/** Tables by their headings, the most telling first. */
export const shapes: readonly Shape[] = [
  {
    table: undefined,
    about: "opportunity line items",
    files: /line_?item|opportunity_?product/i,
    needs: [opportunityIds, ["PricebookEntry.External_Id__c", "PricebookEntryId", "pricebook_entry_id", "Line Item ID"], ["Quantity", "TotalPrice", "UnitPrice"]],
  },
  {
    table: undefined,
    about: "price book entries",
    files: /pricebook/i,
    needs: [["Pricebook2Id", "Pricebook2.Name"], ["UnitPrice"]],
  },
  {
    table: undefined,
    about: "campaigns",
    files: /campaign/i,
    needs: [["Campaign Name", "CAMPAIGNID", "NumberOfLeads", "HierarchyNumberOfLeads"], ["Status", "Type", "BudgetedCost", "Budgeted Cost"]],
    never: ["Lead ID", "LeadId", "Opportunity ID", ...dealNames],
  },
  {
    table: undefined,
    about: "user roles",
    files: /user_?role/i,
    needs: [["ParentRoleId", "RollupDescription"], ["Name"]],
  },
  {
    table: undefined,
    about: "orders",
    files: /order/i,
    byName: true,
    needs: [["Status", "Total Amount", "total_amount", "order_date"], ["account_id", "AccountId", "account"]],
    never: ["StageName", "stage_name", "Stage", "Deal Stage"],
  },
  {
    table: undefined,
    about: "merged deals, team memberships or links between records",
    files: /merged_deal|deal_company|owner_team|team_user|engagement_(deal_)?data|^team_data|deal_pipeline_data/i,
    needs: [["merged_deal_id", "team_id", "engagement_id", "company_id", "name", "type", "pipeline_id"]],
    byName: true,
  },
  {
    table: undefined,
    about: "subscriptions, usage or churn events",
    files: /subscription|usage|churn/i,
    needs: [["subscription_id", "usage_id", "churn_event_id", "MonthlyCharges"]],
  },
  {
    table: "stages",
    about: "sales stages",
    files: /(opportunity|deal_pipeline|pipeline)_?stages?/i,
    needs: [["MasterLabel", "label", "ApiName", "api_name", "Stage Name"], ["DefaultProbability", "default_probability", "probability"], ["SortOrder", "sort_order", "display_order", "IsActive", "is_active", "Display Order"]],
    never: ["Amount", "OpportunityId"],
  },
  {
    table: "opportunityHistory",
    about: "the history of opportunities",
    files: /(opportunity|deal|stage)_?(field_?|property_?|stage_?)?history|deal_stage_data|^deal_stages?$/i,
    needs: [[...opportunityIds, "id"], history, ["StageName", "StageName__c", "Stage", "New Value", "To Stage", "value", "stage_name", "stage_id", "Event"]],
    never: [...dealNames.filter((name) => name !== "Opportunity Name"), "Deal Owner", "Company Name", "_fivetran_deleted"],
  },
  {
    table: "opportunityHistory",
    about: "the history of opportunities",
    files: /(opportunity|deal|stage)_?(field_?|property_?|stage_?)?history/i,
    needs: [opportunityIds, ["CreatedDate", "CreatedDate__c", "timestamp", "Changed At"], ["StageName", "StageName__c", "Stage", "value", "NewValue"]],
    never: [...dealNames, "Owner", "OwnerId", "Owner.External_Id__c", "Deal Owner", "Account Name", "owner_id", "LeadSource"],
  },
  {
    table: "opportunityContacts",
    about: "contact roles",
    files: /contact_?roles?|deal_contact/i,
    needs: [[...opportunityIds], ["ContactId", "contact_id", "Contact ID", "Contact.External_Id__c"]],
    never: ["Subject", "Status", "StageName", "Stage", "Deal Stage", "Case Number", ...dealNames],
  },
  {
    table: "quotas",
    about: "quotas",
    files: /quota|target/i,
    needs: [["QuotaAmount", "QuotaAmount__c", "Quota Amount", "Quota", "SalesQuota", "quota_amount", "Sales Quota"]],
    never: ["StageName", "Stage", "Opportunity ID", ...dealNames],
  },
  {
    table: "activities",
    about: "activities",
    files: /^(.*[_ -])?(tasks?|events?|activit(y|ies)|engagements?|calls?|meetings?)([_ -].*)?$/i,
    needs: [
      ["Subject", "Activity Type", "TaskSubtype", "EventSubtype", "meeting_outcome", "Activity date", "Activity - Type", "hs_task_subject", "task_subtype", "Call outcome", "Meeting outcome", "Task Title"],
      ["ActivityDate", "ActivityDateTime", "Due Date", "Activity Date", "Date", "activity_date", "start_time", "Activity - Due date", "hs_timestamp", "CreatedDate__c", "CreatedDate", "CompletedDateTime", "Start DateTime", "Call Start Time"],
    ],
    never: ["CaseNumber", "Case Number", "StageName", "Origin", "Ticket ID", "Case Origin", "Stage", "Deal Stage"],
  },
  {
    table: "tickets",
    about: "support tickets",
    files: /cases?|tickets?/i,
    needs: [
      ["Case Number", "CaseNumber", "Ticket ID", "Origin", "Case Origin", "IsEscalated", "hs_ticket_priority", "property_hs_ticket_priority", "Ticket name", "Ticket status", "property_hs_pipeline_stage"],
      ["Status", "Priority", "Subject", "Ticket status", "Ticket name", "property_subject", "property_hs_ticket_category", "Submitted At", "Created Date", "Date/Time Opened"],
    ],
    never: ["StageName", "Deal Stage", ...dealNames],
  },
  {
    table: "leadEvents",
    about: "what leads did",
    files: /lead_?events?|lead_?activit/i,
    needs: [["Lead ID", "LeadId", "Lead"], ["Event", "Event Type", "Event Name"], ["Event Date", "Date", "Timestamp", "Occurred At"]],
    never: ["Lead Status"],
  },
  {
    table: "leads",
    about: "leads",
    files: /leads?/i,
    needs: [
      ["Lead Status", "IsConverted", "Converted", "Lead Owner", "ConvertedOpportunity.External_Id__c", "hs_lead_status", "LEADID", "Lead ID", "Lifecycle Stage", "lifecyclestage", "is_converted", "HubSpot Score"],
      ["LastName", "Last Name", "Company", "Email", "last_name", "Name", "First Name", "FirstName", "Company Name", "Lead Source", "LeadSource"],
    ],
    never: ["Stage", "StageName", "Closing Date", "Close Date", "Deal Stage", "Campaign Name", "Company owner", "Company Domain Name", ...dealNames],
  },
  {
    table: "opportunities",
    about: "opportunities",
    files: /opportunit|deals?|potentials?|pipeline|opps?/i,
    needs: [
      ["Stage", "StageName", "Deal Stage", "deal_stage", "stage_name", "Opportunity Stage", "Deal - Stage", "deal_pipeline_stage_id", "dealstage", "Status", "Deal - Status"],
      ["Amount", "Close Date", "CloseDate", "Closing Date", "property_amount", "close_value", "Deal - Value", "Value", "deal_value", "deal_size_usd", "Expected close date", "Opportunity ID", "Deal Amount", "Total Amount", "Amount (converted)", ...dealNames],
    ],
    never: ["Lead Status", "Case Number", "CaseNumber"],
  },
  {
    table: "contacts",
    about: "contacts",
    files: /contacts?|people|persons?/i,
    needs: [
      ["First Name", "FirstName", "property_firstname", "first_name", "Person - Name", "Contact ID", "Contact Name"],
      ["Last Name", "LastName", "property_lastname", "last_name", "Email", "property_email", "Person - Email", "Contact Owner"],
    ],
    never: ["UserRole.Name", "Profile.Name", "active_user_id", "primary_team_id", "USER_ID", "user_role_id", "UserRoleId", "Username", "Lead Status", "Manager", "owner_id", "Role", "Quota"],
  },
  {
    table: "reps",
    about: "sales reps",
    files: /users?|reps?|owners?|managers?|(sales|ref)_?teams?|team/i,
    needs: [
      ["Manager", "Manager.External_Id__c", "ManagerId", "UserRole.Name", "UserRoleId", "Profile.Name", "active_user_id", "primary_team_id", "USER_ID", "user_role_id", "Rep ID", "User ID", "sales_agent", "Sales Rep", "Alias"],
    ],
    never: ["Amount", "Stage", "StageName", "Deal Stage", "Close Date", "Subject", "Industry", "close_value", "order_date", "Opportunity ID", "product"],
  },
  {
    table: "products",
    about: "products",
    files: /products?/i,
    needs: [
      ["ProductCode", "Product Code", "Product ID", "product_code", "Product Name", "Family", "product", "sku"],
      ["Name", "Product Name", "Family", "List Price", "sales_price", "Unit Price", "series", "Price"],
    ],
    never: ["Stage", "StageName", "deal_stage", "Account", "Amount", "sales_agent"],
  },
  {
    table: "accounts",
    about: "accounts",
    files: /accounts?|compan(y|ies)|organi[sz]ations?|customers?/i,
    needs: [
      ["Account Name", "Company Name", "Name", "account", "property_name", "Organization - Name", "Account ID", "AccountId", "Company ID", "ACCOUNTID"],
      ["Industry", "BillingCity", "Billing City", "NumberOfEmployees", "Employees", "AnnualRevenue", "Annual Revenue", "Account Owner", "Company owner", "Website", "property_industry", "sector", "Account Type", "Company Domain Name", "office_location", "annual_revenue", "billing_city"],
    ],
    never: ["Stage", "StageName", "Deal Stage", "deal_stage", "Lead Status", "First Name", "FirstName", "Subject", "Close Date", "LastName"],
  },
];
