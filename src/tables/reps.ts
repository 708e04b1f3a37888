import type { Rep } from "../core/quota/rep.ts";
import { columnsOf } from "./columnsOf.ts";
import type { Table } from "./table.ts";

const { id, text, choice, number, money, fraction, date, boolean } = columnsOf<Rep>();

export const reps: Table<Rep> = {
  name: "reps",
  sheet: "Reps",
  about: "Who sells, in which team, under whom.",
  key: ["repId"],
  columns: [
    id(
      "repId",
      "Rep ID",
      "key",
      "The CRM's id of the user.",
      "User ID; Id; Owner ID; userId; Employee ID; hubspot_owner_id | External_Id__c; Rep; Sales Agent",
    ),
    text(
      "name",
      "Name",
      "required",
      "Full name, as deals name their owner.",
      "Full Name; Owner Name; Rep Name; User; Sales Agent; Sales Rep; Owner",
    ),
    text("email", "Email", "required", "Mail address.", "Email Address; E-mail; User Email"),
    text(
      "manager",
      "Manager",
      "recommended",
      "Id or name of the manager.",
      "Manager.External_Id__c; Manager Name; Reports To; Sales Manager | ManagerId",
    ),
    text(
      "team",
      "Team",
      "recommended",
      "Team.",
      "Role Name; UserRole.Name; Sales Team; Team Name; Main team; Primary team | UserRoleId; primary_team_id; team_id",
    ),
    choice(
      "role",
      "Role",
      "recommended",
      "SDR, AE, AM, CSM, SE, manager.",
      "Sales Role; Title; Profile.Name; Job Title",
    ),
    choice("segment", "Segment", "optional", "Market segment.", "Sales Segment"),
    text(
      "region",
      "Region",
      "optional",
      "Sales region.",
      "Regional Office; Sales Region | Territory",
    ),
    date(
      "startDate",
      "Start Date",
      "recommended",
      "First working day.",
      "Hire Date; Employment Start",
    ),
    fraction(
      "rampOverride",
      "Ramp Override",
      "optional",
      "Share of full productivity, where it is set by hand.",
      "Ramp",
      [0, 1],
    ),
    boolean("active", "Active", "recommended", "Still works here.", "IsActive; Is Active"),
    number("maxLeads", "Max Leads", "optional", "Most leads at a time.", "", [0, 1e6]),
    number("maxAccounts", "Max Accounts", "optional", "Most accounts.", "", [0, 1e6]),
    number("maxOpenDeals", "Max Open Deals", "optional", "Most open deals.", "", [0, 1e6]),
    text("skills", "Skills", "optional", "Skills, separated by ;"),
    text("languages", "Languages", "optional", "Languages, separated by ;", "Language"),
    text("timeZone", "Time Zone", "optional", "Such as Europe/Berlin.", "TimeZoneSidKey"),
    text("workingHours", "Working Hours", "optional", "Such as 9-17."),
    date("ptoFrom", "PTO From", "optional", "First day away."),
    date("ptoTo", "PTO To", "optional", "Last day away."),
    text("backup", "Backup", "optional", "Who stands in.", "Backup Rep; Delegate"),
    money("loadedCost", "Loaded Cost", "optional", "Yearly cost with everything."),
    number("targetTouches", "Target Touches", "optional", "Touches a week.", "", [0, 1e6]),
  ],
  mode: "upsert",
};
