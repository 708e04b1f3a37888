import type { Shape } from "./shape.ts";

/** CRM tables that are known and not imported; they come first, so that none is taken for another. */
export const otherShapes: readonly Shape[] = [
  {
    table: undefined,
    about: "opportunity line items",
    files: /line_?item|opportunity_?product/i,
    needs: [
      "Opportunity ID; OpportunityId; Opportunity.External_Id__c; Deal ID; Record ID; Opportunity.Id",
      "PricebookEntry.External_Id__c; PricebookEntryId; pricebook_entry_id; Line Item ID",
      "Quantity; TotalPrice; UnitPrice",
    ],
  },
  {
    table: undefined,
    about: "price book entries",
    files: /pricebook/i,
    needs: ["Pricebook2Id; Pricebook2.Name", "UnitPrice"],
  },
  {
    table: undefined,
    about: "campaigns",
    files: /campaign/i,
    needs: [
      "Campaign Name; CAMPAIGNID; NumberOfLeads; HierarchyNumberOfLeads",
      "Status; Type; BudgetedCost; Budgeted Cost",
    ],
    never:
      "Lead ID; LeadId; Opportunity ID; Opportunity Name; Deal Name; Potential Name; Deal - Title; property_dealname; dealname",
  },
  {
    table: undefined,
    about: "user roles",
    files: /user_?role/i,
    needs: ["ParentRoleId; RollupDescription", "Name"],
  },
  {
    table: undefined,
    about: "orders",
    files: /order/i,
    needs: ["Status; Total Amount; total_amount; order_date", "account_id; AccountId; account"],
    never: "StageName; stage_name; Stage; Deal Stage",
    byName: true,
  },
  {
    table: undefined,
    about: "merged deals, team memberships or links between records",
    files:
      /merged_deal|deal_company|owner_team|team_user|engagement_(deal_)?data|^team_data|deal_pipeline_data/i,
    needs: ["merged_deal_id; team_id; engagement_id; company_id; name; type; pipeline_id"],
    byName: true,
  },
  {
    table: undefined,
    about: "subscriptions, usage or churn events",
    files: /subscription|usage|churn/i,
    needs: ["subscription_id; usage_id; churn_event_id; MonthlyCharges"],
  },
];
