import { headingKey } from "../tables/reading/header.ts";
import type { TableName } from "../tables/table.ts";
import type { ReadRow } from "./planTypes.ts";

/** What field histories call the fields that reports follow. */
const historyFields: Readonly<Record<string, string>> = {
  stage: "stage",
  stagename: "stage",
  opportunitystage: "stage",
  dealstage: "stage",
  amount: "amount",
  closedate: "closeDate",
  owner: "owner",
  opportunityowner: "owner",
  hubspotownerid: "owner",
  forecastcategory: "forecastCategory",
  forecastcategoryname: "forecastCategory",
  probability: "probability",
};

/** Salesforce writes an empty lookup as zeros. */
const emptyId = "000000000000000";

/** Last touches to a record that the columns alone do not give. */
export function finishRow(table: TableName, row: ReadRow): ReadRow {
  for (const field in row) {
    const value = row[field];
    if (typeof value === "string" && value.startsWith(emptyId) && /^0{15}(AAA)?$/.test(value)) {
      row[field] = undefined;
    }
  }
  if (table === "opportunityHistory" && typeof row.field === "string") {
    row.field = historyFields[headingKey(row.field)] ?? row.field;
  }
  return row;
}
