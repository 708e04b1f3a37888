import type { Contact } from "../core/customers/contact.ts";
import { columnsOf } from "./columnsOf.ts";
import type { Table } from "./table.ts";

const { id, text, choice, number, datetime, boolean } = columnsOf<Contact>();

export const contacts: Table<Contact> = {
  name: "contacts",
  sheet: "Contacts",
  about: "People at accounts.",
  key: ["contactId"],
  columns: [
    id(
      "contactId",
      "Contact ID",
      "key",
      "The CRM's id of the person.",
      "Id; Record ID; hs_object_id | External_Id__c",
    ),
    text("firstName", "First Name", "recommended", "First name.", "FirstName"),
    text(
      "lastName",
      "Last Name",
      "recommended",
      "Last name.",
      "LastName | Name; Contact Name; Full Name",
    ),
    text("email", "Email", "required", "Mail address.", "Email Address; E-mail"),
    text("phone", "Phone", "recommended", "Telephone.", "Phone Number; Business Phone"),
    text(
      "mobile",
      "Mobile",
      "optional",
      "Mobile phone.",
      "MobilePhone; Mobile Phone Number; Mobile Phone",
    ),
    text("title", "Title", "recommended", "Job title.", "Job Title; jobtitle; Position"),
    text("department", "Department", "optional", "Department."),
    choice("seniority", "Seniority", "optional", "Rank.", "Employment Seniority; Level"),
    id(
      "accountId",
      "Account ID",
      "recommended",
      "The account the person belongs to.",
      "AccountId; Account.External_Id__c; Primary Associated Company ID; Associated Company ID; associatedcompanyid; Company ID | Account Name; Account; Company; Company Name; Organization; Organization Name; Associated Company",
    ),
    text(
      "owner",
      "Owner",
      "optional",
      "Who looks after the person.",
      "Contact Owner; Owner Name | Owner.External_Id__c; OwnerId; hubspot_owner_id",
    ),
    boolean(
      "emailOptOut",
      "Email Opt Out",
      "recommended",
      "Wants no mails.",
      "HasOptedOutOfEmail; Unsubscribed from all email; hs_email_optout",
    ),
    text(
      "bounced",
      "Bounced",
      "optional",
      "Mail bounced: reason, date or count.",
      "Email Bounced Date; EmailBouncedDate; Marketing emails bounced; hs_email_bounce | Email Bounced Reason; EmailBouncedReason",
    ),
    datetime(
      "lastActivity",
      "Last Activity",
      "recommended",
      "When last in touch.",
      "LastActivityDate; Last Activity Date; Last Contacted; notes_last_contacted",
    ),
    number(
      "timesContacted",
      "Times Contacted",
      "optional",
      "How often contacted.",
      "Number of times contacted; num_contacted_notes",
      [0, 1e6],
    ),
    datetime(
      "createdDate",
      "Created Date",
      "optional",
      "When entered.",
      "CreatedDate; Create Date; Created Time | Created At",
    ),
    choice("sourceSystem", "Source System", "derived", "The CRM it came from, else the file."),
  ],
  mode: "upsert",
};
