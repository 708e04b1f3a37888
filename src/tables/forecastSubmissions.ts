import type { ForecastSubmission } from "../core/forecast/submission.ts";
import { columnsOf } from "./columnsOf.ts";
import type { Table } from "./table.ts";

const { id, text, choice, number, money, date, datetime } = columnsOf<ForecastSubmission>();

/** The history of every call: a new number is a new row. */
export const forecastSubmissions: Table<ForecastSubmission> = {
  name: "forecastSubmissions",
  sheet: "Forecast Submissions",
  about: "What reps and managers called for a period, when and why; a new call is a new row.",
  key: ["submissionId"],
  columns: [
    datetime("submittedAt", "Submitted At", "required", "When it was submitted."),
    text("period", "Period", "required", "Such as 2026-Q2, 2026-05 or FY2026."),
    text("rep", "Rep", "required", "Whose number it is: name or id in Reps."),
    choice(
      "category",
      "Category",
      "recommended",
      "Call (also blank): the one number of the period; Commit, Best Case or Pipeline.",
    ),
    money("amount", "Amount", "required", "The number, in home currency."),
    number("deals", "Deals", "optional", "How many deals it rests on.", "", [0, 1e6]),
    text("note", "Note", "optional", "What it rests on."),
    choice(
      "kind",
      "Kind",
      "recommended",
      "Own: the person's number; Manager: what the manager holds it to be.",
    ),
    text("by", "By", "optional", "Who submitted it."),
    date("asOf", "As Of", "optional", "The day that the data stood for."),
    id("submissionId", "Submission ID", "key", "Counts the submissions."),
  ],
  mode: "append",
};
