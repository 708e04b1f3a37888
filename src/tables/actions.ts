import type { Action } from "../core/actions/action.ts";
import { columnsOf } from "./columnsOf.ts";
import type { Table } from "./table.ts";

const { id, text, choice, number, money, date } = columnsOf<Action>();

export const actions: Table<Action> = {
  name: "actions",
  sheet: "Action register",
  about:
    "What reports found to be done, carried over from run to run; owner, due day, status and note are yours.",
  key: ["actionId"],
  columns: [
    text("note", "Note", "optional", "Yours."),
    {
      ...choice("status", "Status", "recommended", "Yours: To do, In progress, Done or Dropped."),
      choices: ["To do", "In progress", "Done", "Dropped"],
    },
    text("owner", "Owner", "recommended", "Yours: who does it; proposed by the report at first."),
    date("due", "Due", "recommended", "Yours: until when; proposed by the report at first."),
    text("action", "Action", "derived", "What to do."),
    text("found", "Finding", "derived", "Why, as the latest run that found it says."),
    choice("severity", "Severity", "derived", "High, medium or low."),
    money("amount", "Amount", "derived", "What is at stake, in home currency."),
    choice("state", "Finding Is", "derived", "Open while it holds, Closed once a run lacks it."),
    number("weeks", "Weeks Open", "derived", "Whole weeks from first to last seen."),
    date("firstSeen", "First Seen", "derived", "As-of day of the first run that found it."),
    date("lastSeen", "Last Seen", "derived", "As-of day of the latest run that found it."),
    text("evidence", "Records", "derived", "The largest records concerned."),
    text("report", "Report", "derived", "The reports that find it."),
    id("actionId", "Action ID", "key", "The finding, and its report where no other finds it too."),
  ],
  mode: "upsert",
};
