import type { Shape } from "./shape.ts";

/** Tables about deals and what is done for them, the most telling first. */
export const dealShapes: readonly Shape[] = [
  {
    table: "stages",
    about: "sales stages",
    files: /(opportunity|deal_pipeline|pipeline)_?stages?/i,
    needs: [
      "MasterLabel; label; ApiName; api_name; Stage Name",
      "DefaultProbability; default_probability; probability",
      "SortOrder; sort_order; display_order; IsActive; is_active; Display Order",
    ],
    never: "Amount; OpportunityId",
  },
  {
    table: "opportunityHistory",
    about: "the history of opportunities",
    files:
      /(opportunity|deal|stage)_?(field_?|property_?|stage_?)?history|deal_stage_data|^deal_stages?$/i,
    needs: [
      "Opportunity ID; OpportunityId; Opportunity.External_Id__c; Deal ID; Record ID; Opportunity.Id; id",
      "Old Value; New Value; From Value; To Value; From Stage; To Stage; Old Stage; New Stage; Stage From; Stage To; FromOpportunityStageName; _fivetran_start; date_entered; Stage Date; Changed At; OpportunityHistoryKey; Edit Date",
      "StageName; StageName__c; Stage; New Value; To Value; To Stage; New Stage; Stage To; value; stage_name; stage_id; Event; New Stage ID; To Stage ID",
    ],
    never:
      "Deal Name; Potential Name; Deal - Title; property_dealname; dealname; Deal Owner; Company Name; _fivetran_deleted",
  },
  {
    table: "opportunityHistory",
    about: "the history of opportunities",
    files: /(opportunity|deal|stage)_?(field_?|property_?|stage_?)?history/i,
    needs: [
      "Opportunity ID; OpportunityId; Opportunity.External_Id__c; Deal ID; Record ID; Opportunity.Id",
      "CreatedDate; CreatedDate__c; timestamp; Changed At",
      "StageName; StageName__c; Stage; value; NewValue",
    ],
    never:
      "Opportunity Name; Deal Name; Potential Name; Deal - Title; property_dealname; dealname; Owner; OwnerId; Owner.External_Id__c; Deal Owner; Account Name; owner_id; LeadSource",
  },
  {
    table: "opportunityHistory",
    about: "the history of opportunities",
    files: /(opportunity|deal|potential|pipeline|stage)_?stage?_?history/i,
    needs: [
      "Opportunity ID; OpportunityId; Deal ID; Record ID; Potential ID",
      "Stage; Stage Name; Deal Stage; New Stage",
      "Entered At; Entered Date; Entered On; Date Entered; Date Entered Stage; Entry Date; Stage Entry Date; Stage Entered; Stage Start Date; Modified Time; Last Modified",
      "Exited At; Exited Date; Exited On; Exit Date; Date Exited; Date Exited Stage; Stage Exit Date; Stage End Date; Left At; Duration; Stage Duration; Stage Duration (Calendar Days); Days in Stage; Stage Duration (Days)",
    ],
    never:
      "Opportunity Name; Deal Name; Potential Name; Deal - Title; property_dealname; dealname; Account Name; Company Name; Created Date; Created Time",
  },
  {
    table: "opportunityHistory",
    about: "the history of opportunities",
    files: /(opportunity|opp|deal|stage)_?(field_?|property_?|stage_?)?(history|changes?|log)/i,
    needs: [
      "Opportunity ID; OpportunityId; Opportunity.External_Id__c; Opp ID; Opportunity Ext ID; Opportunity External ID; Deal ID; Record ID; Potential ID",
      "Changed At; Changed Date; Changed On; Change Date; Change Time; Change Timestamp; Changed Time; Transition Date; Transition Time; Moved At; Moved On; Stage Changed At; Stage Change Date; Stage Changed On; CreatedDate; CreatedDate__c",
      "Stage; StageName; StageName__c; Stage Name; Deal Stage; Sales Stage; New Stage; Status",
    ],
    never:
      "Opportunity Name; Name; Deal Name; Potential Name; Deal - Title; Title; property_dealname; dealname; Account Name; Company Name; Account ID; AccountId; Company ID; Customer ID; Owner; OwnerId; Owner ID; Owner.External_Id__c; Deal Owner; Created At; LeadSource",
  },
  {
    table: "opportunityContacts",
    about: "contact roles",
    files: /contact_?roles?|deal_contact/i,
    needs: [
      "Opportunity ID; OpportunityId; Opportunity.External_Id__c; Deal ID; Record ID; Opportunity.Id",
      "ContactId; contact_id; Contact ID; Contact.External_Id__c",
    ],
    never:
      "Subject; Status; StageName; Stage; Stage ID; Deal Stage; Case Number; Title; Amount; Expected Amount; Value; Currency; Opportunity Name; Deal Name; Potential Name; Deal - Title; property_dealname; dealname",
  },
  {
    table: "quotas",
    about: "quotas",
    files: /quota|target/i,
    needs: [
      "QuotaAmount; QuotaAmount__c; Quota Amount; Quota; SalesQuota; quota_amount; Sales Quota",
    ],
    never:
      "StageName; Stage; Opportunity ID; Opportunity Name; Deal Name; Potential Name; Deal - Title; property_dealname; dealname",
  },
  {
    table: "quotas",
    about: "quotas",
    files: /quota|target/i,
    needs: [
      "Target; Target Amount; Sales Target; Quota Value",
      "Rep; Rep ID; Rep Name; Sales Rep; Owner; Owner Name; Sales Agent; User ID; Employee ID",
      "Period; Period Start; Start Date; Month; Quarter; Fiscal Quarter; Fiscal Period; Fiscal Year; Year",
    ],
    never:
      "StageName; Stage; Opportunity ID; Opportunity Name; Deal Name; Potential Name; Deal - Title; Subject; Status",
  },
  {
    table: "activities",
    about: "activities",
    files: /^(.*[_ -])?(tasks?|events?|activit(y|ies)|engagements?|calls?|meetings?)([_ -].*)?$/i,
    needs: [
      "Subject; Activity Type; TaskSubtype; EventSubtype; meeting_outcome; Activity date; Activity - Type; hs_task_subject; task_subtype; Call outcome; Meeting outcome; Task Title",
      "ActivityDate; ActivityDateTime; Due Date; Activity Date; Date; activity_date; start_time; Activity - Due date; hs_timestamp; CreatedDate__c; CreatedDate; CompletedDateTime; Start DateTime; Call Start Time",
    ],
    never: "CaseNumber; Case Number; StageName; Origin; Ticket ID; Case Origin; Stage; Deal Stage",
  },
  {
    table: "tickets",
    about: "support tickets",
    files: /cases?|tickets?/i,
    needs: [
      "Case Number; CaseNumber; Ticket ID; Origin; Case Origin; IsEscalated; hs_ticket_priority; property_hs_ticket_priority; Ticket name; Ticket status; property_hs_pipeline_stage",
      "Status; Priority; Subject; Ticket status; Ticket name; property_subject; property_hs_ticket_category; Submitted At; Created Date; Date/Time Opened",
    ],
    never:
      "StageName; Deal Stage; Opportunity Name; Deal Name; Potential Name; Deal - Title; property_dealname; dealname",
  },
];
