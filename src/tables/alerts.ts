import type { Alert } from "../core/alerts/alert.ts";
import { columnsOf } from "./columnsOf.ts";
import type { Table } from "./table.ts";

const { id, text, choice, number, date } = columnsOf<Alert>();

export const alerts: Table<Alert> = {
  name: "alerts",
  sheet: "Alert log",
  about:
    "Every crossing of a limit since when, how far and whether it is over; acknowledged, owner and note are yours.",
  key: ["alertId"],
  columns: [
    text("note", "Note", "optional", "Yours."),
    text(
      "acknowledged",
      "Acknowledged",
      "recommended",
      "Yours: a name or a date; the alert is then no longer listed as new.",
    ),
    text("owner", "Owner", "recommended", "Yours: who looks after it; proposed at first."),
    text("what", "Alert", "derived", "The figure, its limit and how far it is outside."),
    choice("state", "State", "derived", "New, Still outside, Back within or No limit any more."),
    choice("severity", "Severity", "derived", "High, medium or low."),
    date("since", "Since", "derived", "As-of day of the first check that saw it."),
    date("lastSeen", "Last Checked", "derived", "As-of day of the latest check of it."),
    date("backOn", "Back On", "derived", "As-of day of the check that saw it back within."),
    number("crossings", "Crossings", "derived", "How often it crossed, back for a week at most."),
    text("figure", "Figure", "derived", "The figure."),
    choice("side", "Side", "derived", "Below or above its limit."),
    number("value", "Value", "derived", "The figure at the latest check."),
    number("limit", "Limit", "derived", "The limit it crossed."),
    number("beyond", "Beyond", "derived", "How far outside it is."),
    id("alertId", "Alert ID", "key", "The figure, the side and the day it crossed."),
  ],
  mode: "upsert",
};
