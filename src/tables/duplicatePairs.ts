import type { DuplicatePair } from "../core/duplicates/duplicatePair.ts";
import { columnsOf } from "./columnsOf.ts";
import type { Table } from "./table.ts";

const { id, text, choice, number, fraction } = columnsOf<DuplicatePair>();

export const duplicatePairs: Table<DuplicatePair> = {
  name: "duplicatePairs",
  sheet: "Duplicate pairs",
  about: "Records that may be one, for a person to decide; every run of Duplicates keeps to it.",
  key: ["sheet", "recordId", "otherSheet", "otherId"],
  columns: [
    {
      ...choice(
        "decision",
        "Decision",
        "recommended",
        "Yours: same or not same; blank leaves it to the weights.",
      ),
      choices: ["same", "not same"],
    },
    text("note", "Note", "optional", "Yours."),
    fraction("probability", "Probability", "derived", "How likely the two are one."),
    choice(
      "verdict",
      "Verdict",
      "derived",
      "Same, to decide, settled by other pairs, or no longer found.",
    ),
    choice("sheet", "Sheet", "key", "Where the first record stands."),
    id("recordId", "Record", "key", "Its id."),
    text("name", "Name", "derived", "Its name."),
    choice("otherSheet", "Other Sheet", "key", "Where the second record stands."),
    id("otherId", "Other Record", "key", "Its id."),
    text("otherName", "Other Name", "derived", "Its name."),
    text("owner", "Owner", "derived", "Who looks after the first record."),
    number("weight", "Weight", "derived", "Bits for one record; the parts add up to it."),
    text("parts", "Parts", "derived", "What each field adds to the weight, in bits."),
  ],
  mode: "upsert",
};
