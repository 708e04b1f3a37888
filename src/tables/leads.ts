import type { Lead } from "../core/leads/lead.ts";
import { columnsOf } from "./columnsOf.ts";
import { leadProgress } from "./leadProgress.ts";
import type { Table } from "./table.ts";

const { id, text, choice, number, money } = columnsOf<Lead>();

export const leads: Table<Lead> = {
  name: "leads",
  sheet: "Leads",
  about: "People who may become customers.",
  key: ["leadId"],
  columns: [
    id(
      "leadId",
      "Lead ID",
      "key",
      "The CRM's id of the lead.",
      "Id; Record ID; hs_object_id; LEADID; Prospect ID; Contact Record ID | External_Id__c; Lead Number; mql_id",
    ),
    text("firstName", "First Name", "recommended", "First name.", "FirstName"),
    text("lastName", "Last Name", "required", "Last name.", "LastName"),
    text(
      "name",
      "Name",
      "optional",
      "Full name, where it is not parted.",
      "Full Name; Lead Name; Contact Name",
    ),
    text(
      "company",
      "Company",
      "required",
      "Where the person works.",
      "Company / Account; Company Name; Account Name; Organization | Associated Company",
    ),
    text("email", "Email", "required", "Mail address.", "Email Address; E-mail"),
    text(
      "phone",
      "Phone",
      "recommended",
      "Telephone.",
      "Phone Number | Mobile; MobilePhone; Mobile Phone",
    ),
    text(
      "title",
      "Title",
      "recommended",
      "Job title.",
      "Job Title; jobtitle; Position; contact_role",
    ),
    text("department", "Department", "optional", "Department."),
    choice("seniority", "Seniority", "optional", "Rank.", "Employment Seniority; Level"),
    text(
      "owner",
      "Owner",
      "required",
      "Who works the lead.",
      "Lead Owner; Contact owner; Owner Name; Owner.Name | Owner.External_Id__c; OwnerId; hubspot_owner_id",
    ),
    choice("status", "Status", "required", "Where it stands.", "Lead Status; hs_lead_status"),
    choice(
      "lifecycle",
      "Lifecycle",
      "recommended",
      "Lifecycle stage.",
      "Lifecycle Stage; lifecyclestage; Lead Stage",
    ),
    text(
      "source",
      "Source",
      "required",
      "Where it came from.",
      "Lead Source; LeadSource; Original Traffic Source; Original Source; hs_analytics_source | origin; Channel",
    ),
    choice("industry", "Industry", "recommended", "Industry."),
    number(
      "employees",
      "Employees",
      "recommended",
      "Number of employees.",
      "No. of Employees; NumberOfEmployees; Number of Employees; numemployees; Company Size",
      [0, 1e8],
    ),
    money(
      "revenue",
      "Annual Revenue",
      "recommended",
      "Revenue of a year.",
      "AnnualRevenue; Company Revenue; Revenue",
    ),
    text(
      "state",
      "State",
      "recommended",
      "State or region.",
      "State/Province; State/Region | Region",
    ),
    text("country", "Country", "recommended", "Country.", "Country/Region"),
    text(
      "postalCode",
      "Postal Code",
      "recommended",
      "Postal code, as text.",
      "Zip; PostalCode; Zip/Postal Code; Zip Code; Postal",
    ),
    text("website", "Website", "optional", "Web site.", "Website URL"),
    text("techStack", "Tech Stack", "optional", "Technology in use.", "Technologies"),
    choice("rating", "Rating", "optional", "Hot, warm, cold."),
    ...leadProgress,
  ],
  mode: "upsert",
};
