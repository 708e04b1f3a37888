import type { Day } from "../core/calendar/day.ts";
import { columnsOf } from "./columnsOf.ts";
import type { Table } from "./table.ts";

/** What a person holds a deal's chance to be, against the model and the CRM. */
export type WinOverride = {
  readonly opportunityId: string;
  readonly probability?: number;
  readonly reason?: string;
  readonly by?: string;
  readonly setOn?: Day;
  readonly expires?: Day;
};

const { id, text, fraction, date } = columnsOf<WinOverride>();

/** Typed by people and never touched by an import. */
export const winOverrides: Table<WinOverride> = {
  name: "winOverrides",
  sheet: "Win Overrides",
  about: "Chances of single deals that a person knows better, each with its reason and last day.",
  key: ["opportunityId"],
  columns: [
    id("opportunityId", "Opportunity ID", "key", "The deal."),
    fraction("probability", "Probability", "required", "Its chance of being won.", "", [0, 1]),
    text("reason", "Reason", "required", "Why the model is wrong here."),
    text("by", "By", "optional", "Who says so."),
    date("setOn", "Set On", "optional", "Since when."),
    date("expires", "Expires", "recommended", "The last day on which it counts."),
  ],
  mode: "upsert",
};
