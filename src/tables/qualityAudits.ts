import type { QualityAudit } from "../core/hygiene/cleanUpItem.ts";
import { columnsOf } from "./columnsOf.ts";
import type { Table } from "./table.ts";

const { text, date, fraction, number } = columnsOf<QualityAudit>();

export const qualityAudits: Table<QualityAudit> = {
  name: "qualityAudits",
  sheet: "Quality audits",
  about: "How good the data was in each quarter, by the last run of Data quality in it.",
  key: ["quarter"],
  columns: [
    text("quarter", "Quarter", "key", "The fiscal quarter."),
    text("checkedBy", "Checked By", "optional", "Yours: who went through the audit."),
    text("note", "Note", "optional", "Yours: what came of it."),
    date("asOf", "As Of", "derived", "The day looked at."),
    fraction("score", "Score", "derived", "Mean of the dimensions."),
    fraction("accuracy", "Accuracy", "derived", "Share of sound values."),
    fraction("completeness", "Completeness", "derived", "Share of sound values."),
    fraction("consistency", "Consistency", "derived", "Share of sound values."),
    fraction("timeliness", "Timeliness", "derived", "Share of sound values."),
    fraction("validity", "Validity", "derived", "Share of sound values."),
    fraction("uniqueness", "Uniqueness", "derived", "Share of sound values."),
    number("records", "Records", "derived", "Records of the workbook."),
    number("issues", "Issues", "derived", "Faults found in them."),
    number("duplicates", "To Merge", "derived", "Records that stand twice."),
    number("undeliverable", "Undeliverable", "derived", "Addresses no mail reaches."),
    number("toArchive", "To Archive", "derived", "Records nobody has touched for a year."),
    number("slowDeals", "Slow Deals", "derived", "Open deals too long in their stage."),
    number("undescribed", "To Look Up", "derived", "Accounts with open deals that lack a field."),
  ],
  mode: "upsert",
};
