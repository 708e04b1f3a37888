import type { Ticket } from "../core/customers/ticket.ts";
import { columnsOf } from "./columnsOf.ts";
import type { Table } from "./table.ts";

const { id, text, choice, number, datetime, boolean } = columnsOf<Ticket>();

export const tickets: Table<Ticket> = {
  name: "tickets",
  sheet: "Tickets",
  about: "Support cases.",
  key: ["ticketId"],
  columns: [
    id(
      "ticketId",
      "Ticket ID",
      "key",
      "The CRM's id of the case.",
      "Id; Record ID; hs_object_id; Case ID | Case Number; CaseNumber; External_Id__c; Ticket Number",
    ),
    text("subject", "Subject", "recommended", "What it is about.", "Ticket name"),
    id(
      "accountId",
      "Account ID",
      "required",
      "The account that asks.",
      "AccountId; Account.External_Id__c; Associated Company IDs; Company ID | Account Name",
    ),
    id(
      "contactId",
      "Contact ID",
      "optional",
      "The person who asks.",
      "ContactId; Contact.External_Id__c; Associated Contact IDs | Contact Name",
    ),
    text(
      "owner",
      "Owner",
      "optional",
      "Who works on it.",
      "Case Owner; Ticket owner; Owner Name | Owner.External_Id__c; OwnerId; hubspot_owner_id",
    ),
    choice(
      "status",
      "Status",
      "required",
      "Where it stands.",
      "Ticket status; Case Status; hs_pipeline_stage",
    ),
    choice("pipeline", "Pipeline", "optional", "Support process.", "hs_pipeline; Ticket Pipeline"),
    choice(
      "priority",
      "Priority",
      "recommended",
      "How urgent.",
      "hs_ticket_priority; Ticket Priority; Severity",
    ),
    choice(
      "category",
      "Category",
      "optional",
      "What kind.",
      "hs_ticket_category; Case Type; Ticket Category; Case Reason | Type; Reason",
    ),
    text(
      "source",
      "Source",
      "optional",
      "How it came in.",
      "Case Origin; Origin; source_type; Ticket Source",
    ),
    datetime(
      "opened",
      "Opened",
      "required",
      "When it was opened.",
      "Date/Time Opened; CreatedDate; Create date; CreatedDate__c; Created Date; Created At; submitted_at; Opened Date; Date Opened; Created Time",
    ),
    datetime(
      "closed",
      "Closed Date",
      "recommended",
      "When it was closed.",
      "Date/Time Closed; ClosedDate; Close date; ClosedDate__c; Closed At; Date Closed; Resolved At",
    ),
    datetime(
      "firstReply",
      "First Reply",
      "optional",
      "When first answered.",
      "first_agent_reply_date; First Response; First Response Date; Date of first agent reply",
    ),
    boolean(
      "escalated",
      "Escalated",
      "optional",
      "It was escalated.",
      "IsEscalated; escalation_flag; Is Escalated",
    ),
    boolean("isClosed", "Is Closed", "optional", "Done.", "IsClosed | Closed"),
    boolean("reopened", "Reopened", "optional", "It was opened again.", "Is Reopened"),
    choice("sentiment", "Sentiment", "optional", "How the customer sounds."),
    number(
      "csat",
      "CSAT",
      "optional",
      "Satisfaction as given.",
      "CSAT__c; satisfaction_score; Satisfaction; CSAT Score",
      [0, 100],
    ),
    text(
      "description",
      "Description",
      "optional",
      "What was written.",
      "Ticket description; content; Text",
    ),
  ],
  mode: "upsert",
};
