import type { QualificationAnswer } from "../core/qualification/assessment.ts";
import { columnsOf } from "./columnsOf.ts";
import type { Table } from "./table.ts";

const { id, text, number, date } = columnsOf<QualificationAnswer>();

/** Filled by the sidebar's form or by hand, never by an import. */
export const qualification: Table<QualificationAnswer> = {
  name: "qualification",
  sheet: "Qualification",
  about: "Answers to qualification questions about deals and leads, one row each.",
  key: ["recordId", "framework", "question"],
  columns: [
    id("recordId", "Record ID", "key", "The deal or lead."),
    text("framework", "Framework", "key", "MEDDIC, BANT, Lean, SPIN, Sandler, Challenger or Stop."),
    text("question", "Question", "key", "The part that is asked about, such as Champion."),
    text("answer", "Answer", "recommended", "The answer in the framework's words."),
    number("points", "Points", "recommended", "What the answer earns.", "", [0, 100]),
    date(
      "assessedOn",
      "Assessed On",
      "recommended",
      "The day of the answer; it holds for 30 days.",
    ),
    text("by", "By", "optional", "Who answered."),
  ],
  mode: "upsert",
};
