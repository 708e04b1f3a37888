import type { Activity } from "../core/deals/activity.ts";
import { columnsOf } from "./columnsOf.ts";
import type { Table } from "./table.ts";

const { id, text, choice, number, datetime } = columnsOf<Activity>();

export const activities: Table<Activity> = {
  name: "activities",
  sheet: "Activities",
  about: "Calls, meetings, mails and tasks.",
  key: ["date", "type", "subject", "owner", "opportunityId", "contactId"],
  ownId: "activityId",
  columns: [
    id(
      "activityId",
      "Activity ID",
      "recommended",
      "The CRM's id of the activity.",
      "Id; Record ID; hs_object_id; Task ID; Event ID; engagement_id | External_Id__c",
    ),
    datetime(
      "date",
      "Date",
      "key",
      "When it happened or is due.",
      "ActivityDate; Activity Date; hs_timestamp; Due Date; activity_date; Task Due Date; Meeting Start Time; start_time | ActivityDateTime; activity_date_time; CompletedDateTime; StartDateTime; Start",
    ),
    choice(
      "type",
      "Type",
      "required",
      "Call, meeting, mail, task.",
      "Activity Type; Task Type; hs_task_type; engagement_type | TaskSubtype; EventSubtype; Event Type; task_subtype; event_subtype",
    ),
    text(
      "subject",
      "Subject",
      "optional",
      "What it was about.",
      "Task Title; Meeting name; hs_task_subject; hs_meeting_title; Title",
    ),
    text(
      "owner",
      "Owner",
      "required",
      "Who did it.",
      "Assigned; Assigned To; Activity assigned to; Owner Name; Owner.Name | Owner.External_Id__c; OwnerId; hubspot_owner_id; Rep; Rep Name; Rep ID; Sales Rep",
    ),
    id(
      "opportunityId",
      "Opportunity ID",
      "recommended",
      "The deal it belongs to.",
      "WhatId; What.External_Id__c; Related To; Associated Deal IDs; Associated Deal ID; Opportunity; Deal ID",
    ),
    id(
      "accountId",
      "Account ID",
      "recommended",
      "The account it belongs to.",
      "AccountId; Associated Company IDs; Company / Account; Account.External_Id__c; Company ID",
    ),
    id(
      "contactId",
      "Contact ID",
      "recommended",
      "The contact or lead it was with.",
      "WhoId; Who.External_Id__c; Associated Contact IDs; Contact; Lead ID | Name",
    ),
    choice(
      "status",
      "Status",
      "optional",
      "Done or open.",
      "Task Status; hs_task_status; Activity Status",
    ),
    text(
      "outcome",
      "Outcome",
      "optional",
      "What came of it.",
      "Call Result; CallDisposition; Call outcome; Meeting outcome; hs_call_disposition; hs_meeting_outcome",
    ),
    choice(
      "direction",
      "Direction",
      "optional",
      "Inbound or outbound.",
      "Call Type; CallType; Call direction; Email direction; hs_email_direction",
    ),
    number(
      "durationSeconds",
      "Duration Seconds",
      "optional",
      "How long it took.",
      "CallDurationInSeconds; Call Duration; Duration; Call Duration (seconds)",
      [0, 1e9],
    ),
    text("notes", "Notes", "optional", "Comments.", "Comments; Description; Body"),
    datetime(
      "createdDate",
      "Created Date",
      "optional",
      "When it was entered.",
      "CreatedDate; Create Date; Created Time; Created At",
    ),
    choice("sourceSystem", "Source System", "derived", "The CRM it came from, else the file."),
  ],
  mode: "upsert",
};
