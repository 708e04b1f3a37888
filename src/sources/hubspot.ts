import { firstOfList, fullName } from "./cellText.ts";
import type { Source, SourceTable } from "./source.ts";

const accountOfList = {
  field: "accountId",
  from: ["Associated Company IDs"],
  make: firstOfList,
};

/** Deals, companies, contacts, tickets and owners, headed by labels or by internal names. */
export const hubspotTables: readonly SourceTable[] = [
  {
    table: "opportunities",
    headings: {
      opportunityId: ["Record ID", "hs_object_id", "Deal ID", "deal_id", "id"],
      opportunityName: ["Deal Name", "dealname"],
      accountName: [
        "Associated Company",
        "Associated Company (Primary)",
        "Associated Company Domain",
      ],
      owner: ["Deal owner", "hubspot_owner_id", "owner_id"],
      team: ["HubSpot Team", "hubspot_team_id"],
      pipeline: ["Pipeline", "deal_pipeline_id"],
      stage: ["Deal Stage", "dealstage", "deal_pipeline_stage_id"],
      leadSource: [
        "Original Traffic Source",
        "Original Source Type",
        "Original Source",
        "hs_analytics_source",
      ],
      lossReason: ["Closed Lost Reason", "closed_lost_reason"],
      probability: ["Deal probability", "hs_deal_stage_probability"],
      isWon: ["Is Closed Won", "hs_is_closed_won"],
      lastActivity: ["Last Activity Date", "notes_last_updated"],
      lastModified: ["Last Modified Date", "hs_lastmodifieddate"],
    },
    ignored: [
      "Associated Company IDs",
      "Associated Company IDs (Primary)",
      "Time in current stage",
    ],
    derived: [
      { field: "accountId", from: ["Associated Company IDs (Primary)"], make: firstOfList },
      accountOfList,
    ],
  },
  {
    table: "opportunityHistory",
    headings: {
      opportunityId: ["deal_id", "Deal ID", "Record ID"],
      changedAt: ["date_entered", "timestamp", "_fivetran_start"],
      field: ["name"],
      toValue: ["value"],
      changedBy: ["source_id"],
    },
    ignored: ["source"],
    derived: [
      { field: "field", from: [], make: () => "stage" },
      { field: "source", from: [], make: () => "history" },
    ],
  },
  {
    table: "accounts",
    headings: {
      accountId: ["Record ID", "hs_object_id", "Company ID", "id"],
      accountName: ["Company name", "name"],
      domain: ["Company Domain Name", "domain", "Website", "Website URL"],
      owner: ["Company owner", "hubspot_owner_id"],
      country: ["Country/Region", "Country"],
      source: ["Original Traffic Source", "Original Source Type", "Original Source"],
    },
    ignored: ["Description"],
  },
  {
    table: "contacts",
    headings: {
      createdDate: ["Create Date", "createdate", "created_at"],
      contactId: ["Record ID", "hs_object_id", "Contact ID", "id"],
      owner: ["Contact owner", "hubspot_owner_id"],
      accountId: ["Primary Associated Company ID", "associatedcompanyid"],
      lastActivity: ["Last Contacted", "notes_last_contacted", "Last Activity Date"],
    },
    derived: [accountOfList],
  },
  {
    table: "leads",
    headings: {
      leadId: ["Record ID", "hs_object_id", "Contact ID", "id"],
      owner: ["Contact owner", "hubspot_owner_id"],
      source: ["Original Traffic Source", "Original Source Type", "Original Source"],
      country: ["Country/Region", "Country"],
    },
    ignored: ["Associated Deal IDs"],
    derived: [
      { field: "opportunityId", from: ["Associated Deal IDs"], make: firstOfList },
      accountOfList,
    ],
  },
  {
    table: "tickets",
    headings: {
      ticketId: ["Record ID", "hs_object_id", "Ticket ID", "id"],
      owner: ["Ticket owner", "hubspot_owner_id"],
      status: ["Ticket status", "hs_pipeline_stage"],
    },
    ignored: ["Associated Company IDs", "Associated Contact IDs"],
    derived: [
      accountOfList,
      { field: "contactId", from: ["Associated Contact IDs"], make: firstOfList },
    ],
  },
  {
    table: "activities",
    headings: {
      activityId: ["Record ID", "hs_object_id", "engagement_id", "id"],
      date: ["Activity date", "hs_timestamp", "start_time", "Due date"],
      owner: ["Activity assigned to", "Assigned to", "hubspot_owner_id", "owner_id"],
      subject: ["Task Title", "Meeting name", "title"],
      outcome: ["Call outcome", "Meeting outcome", "meeting_outcome"],
      direction: ["Call direction", "Email direction"],
      notes: ["body"],
    },
    ignored: ["Associated Deal IDs", "Associated Company IDs", "Associated Contact IDs", "source"],
    derived: [
      { field: "opportunityId", from: ["Associated Deal IDs"], make: firstOfList },
      accountOfList,
      { field: "contactId", from: ["Associated Contact IDs"], make: firstOfList },
      { field: "type", from: ["meeting_outcome"], make: () => "Meeting" },
    ],
  },
  {
    table: "opportunityContacts",
    headings: { opportunityId: ["deal_id"], contactId: ["contact_id"], role: ["category"] },
  },
  {
    table: "reps",
    headings: {
      repId: ["owner_id", "Owner ID", "id", "User ID"],
      team: ["primary_team_id", "Main team", "Primary team"],
    },
    ignored: ["type", "role_id"],
    derived: [
      { field: "name", from: ["first_name", "last_name"], make: fullName },
      { field: "name", from: ["First Name", "Last Name"], make: fullName },
    ],
  },
];

export const hubspot: Source = {
  name: "hubspot",
  label: "HubSpot export",
  system: "HubSpot",
  marks: [
    /^(Deal Name|Deal Stage|Deal Owner|Deal Type|Deal probability|Deal ID)$/i,
    /^(dealname|dealstage)$/,
    /^(closedate|createdate|dealtype|pipeline)$/,
    /^Record ID$/,
    /^Associated (Company|Contact|Deal|Ticket)/i,
    /^Date entered /i,
    /^hs_\w+$/,
    /^(hubspot_owner_id|hubspotscore|HubSpot Team|HubSpot Score|hubspot_team_id)$/i,
    /^(Closed Lost Reason|Closed Won Reason|Last Activity Date|Original (Traffic )?Source( Type)?)$/i,
    /^(Company Owner|Company Domain Name|Contact owner|Lifecycle Stage|Ticket owner|Ticket name|Ticket status)$/i,
    /^(Create Date|Company ID|Activity date|Activity assigned to)$/i,
  ],
  // Attio heads the fields of a linked record so.
  unless: / > /,
  marksNeeded: 2,
  stagePreset: "hubspot",
  tables: hubspotTables,
};
