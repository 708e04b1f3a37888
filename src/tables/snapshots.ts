import type { DealSnapshot } from "../core/deals/deal.ts";
import { columnsOf } from "./columnsOf.ts";
import type { Table } from "./table.ts";

const { id, text, choice, number, money, fraction, date, boolean } = columnsOf<DealSnapshot>();

export const snapshots: Table<DealSnapshot> = {
  name: "snapshots",
  sheet: "Snapshots",
  about: "How deals stood on the day of an import; a row only where something changed.",
  key: ["snapshotDate", "opportunityId"],
  columns: [
    date("snapshotDate", "Snapshot Date", "key", "The day of the import."),
    id("opportunityId", "Opportunity ID", "key", "The deal."),
    text("owner", "Owner", "optional", "Owner on that day."),
    text("team", "Team", "optional", "Team on that day."),
    choice("segment", "Segment", "optional", "Segment on that day."),
    choice("region", "Region", "optional", "Region on that day."),
    text(
      "pipeline",
      "Pipeline",
      "optional",
      "Pipeline on that day; blank where an older version wrote the row.",
    ),
    choice("stage", "Stage", "required", "Stage on that day."),
    choice("category", "Category", "optional", "Forecast category that counted on that day."),
    money("amount", "Amount", "required", "Amount in the deal's currency."),
    text("currency", "Currency", "optional", "Currency of the amount."),
    number(
      "rate",
      "Rate",
      "optional",
      "What one unit of the currency was worth in home currency.",
      "",
      [0, 1e9],
    ),
    fraction(
      "probability",
      "Probability",
      "optional",
      "Probability that counted on that day.",
      "",
      [0, 1],
    ),
    date("closeDate", "Close Date", "required", "Close date on that day."),
    boolean("isClosed", "Is Closed", "optional", "Won or lost on that day."),
    boolean("isWon", "Is Won", "optional", "Won on that day."),
    money("weighted", "Weighted", "derived", "Amount in home currency times probability."),
    boolean("isGone", "Is Gone", "optional", "Missing from a complete file on that day."),
    text("importId", "Import ID", "optional", "The import that wrote the row."),
  ],
  mode: "append",
};
