import type { DealOverride } from "../core/deals/dealOverride.ts";
import { columnsOf } from "./columnsOf.ts";
import type { Table } from "./table.ts";

const { id, text, choice, money, fraction, date } = columnsOf<DealOverride>();

/** Typed by people and never touched by an import. */
export const winOverrides: Table<DealOverride> = {
  name: "winOverrides",
  sheet: "Win Overrides",
  about:
    "Single deals that a person knows better than the CRM or the model, each with its reason and last day; the deals themselves stay as they are.",
  key: ["opportunityId"],
  columns: [
    id("opportunityId", "Opportunity ID", "key", "The deal."),
    fraction("probability", "Probability", "recommended", "Its chance of being won.", "", [0, 1]),
    text("reason", "Reason", "required", "Why the CRM or the model is wrong here."),
    text("by", "By", "optional", "Who says so."),
    date("setOn", "Set On", "optional", "Since when."),
    date("expires", "Expires", "recommended", "The last day on which it counts."),
    money("amount", "Amount", "optional", "Its amount, in the deal's currency."),
    date("closeDate", "Close Date", "optional", "The day on which it closes."),
    choice("category", "Category", "optional", "Commit, Best Case, Pipeline or Omitted."),
  ],
  mode: "upsert",
};
