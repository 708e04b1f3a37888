import type { MergeProposal } from "../core/duplicates/duplicatePair.ts";
import { columnsOf } from "./columnsOf.ts";
import type { Table } from "./table.ts";

const { id, text, choice, boolean } = columnsOf<MergeProposal>();

export const mergeProposals: Table<MergeProposal> = {
  name: "mergeProposals",
  sheet: "Merge proposals",
  about: "Which record stays, and which value each field takes; applied by a person in the CRM.",
  key: ["sheet", "keepId", "mergeSheet", "mergeId", "field"],
  columns: [
    boolean("done", "Done", "recommended", "Yours: ticked once it is done in the CRM."),
    choice("sheet", "Sheet", "key", "Where the record that stays stands."),
    id("keepId", "Keep", "key", "The record that stays."),
    text("keepName", "Keep Name", "derived", "Its name."),
    choice("mergeSheet", "Merge Sheet", "key", "Where the record stands that goes."),
    id("mergeId", "Merge", "key", "The record that goes."),
    text("mergeName", "Merge Name", "derived", "Its name."),
    text("field", "Field", "key", "Which field is concerned."),
    text("kept", "Value Kept Now", "derived", "What the record that stays holds."),
    text("other", "Other Value", "derived", "What the record that goes holds."),
    text("proposed", "Proposed Value", "derived", "What the merged record is to hold."),
    text("reason", "Reason", "derived", "Why."),
    choice("state", "State", "derived", "Proposed, or no longer proposed."),
  ],
  mode: "upsert",
};
