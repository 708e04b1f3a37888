import type { CleanUpItem } from "../core/hygiene/cleanUpItem.ts";
import { columnsOf } from "./columnsOf.ts";
import type { Table } from "./table.ts";

const { id, text, choice, date } = columnsOf<CleanUpItem>();

export const cleanUpList: Table<CleanUpItem> = {
  name: "cleanUpList",
  sheet: "Clean-up list",
  about:
    "What to put right, record by record, with proposed values; a person enters them in the CRM.",
  key: ["sheet", "recordId", "check"],
  columns: [
    {
      ...choice("decision", "Decision", "recommended", "Yours: accept or reject what is proposed."),
      choices: ["accept", "reject"],
    },
    text("note", "Note", "optional", "Yours."),
    date("firstFound", "First Found", "derived", "The day it was first found."),
    date("goneOn", "Gone On", "derived", "The day it was found no more."),
    text("owner", "Owner", "derived", "Who puts it right."),
    choice("severity", "Severity", "derived", "High, medium or low."),
    text("issue", "Issue", "derived", "What is wrong."),
    choice("sheet", "Sheet", "key", "Where the record stands."),
    id("recordId", "Record", "key", "Its id."),
    text("name", "Name", "derived", "Its name."),
    text("found", "Found", "derived", "What was found."),
    text("action", "Action", "derived", "What to do."),
    text("field", "Field", "derived", "The field that a value is proposed for."),
    text("now", "Value Now", "derived", "What it holds."),
    text("proposed", "Proposed Value", "derived", "What it could hold."),
    text("reason", "Reason", "derived", "Why."),
    date("due", "Due", "derived", "Until when."),
    choice("state", "State", "derived", "Open, accepted, rejected, or no longer found."),
    id("check", "Check", "key", "The check that found it."),
  ],
  mode: "upsert",
};
