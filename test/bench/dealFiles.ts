import { sampleCompany } from "../../workbench/sample/sampleCompany.ts";
import type { SampleFile } from "../../workbench/sample/sampleFile.ts";

/** Columns of an export that many teams have: twenty. */
const COLUMNS = [
  "Opportunity ID",
  "Opportunity Name",
  "Account ID",
  "Account Name",
  "Opportunity Owner",
  "Stage",
  "Amount",
  "Probability (%)",
  "Forecast Category",
  "Close Date",
  "Created Date",
  "Last Stage Change Date",
  "Closed",
  "Won",
  "Type",
  "Lead Source",
  "Next Step",
  "Last Activity",
  "Last Modified Date",
  "Contact Count",
];

/** So many deals of twenty columns, with the reps and quotas that reports ask for. */
export type DealFiles = {
  readonly asOf: number;
  readonly deals: SampleFile;
  readonly others: readonly SampleFile[];
};

export function dealFiles(deals: number): DealFiles {
  const { asOf, files } = sampleCompany({
    deals,
    only: ["Users.csv", "ForecastingQuota.csv", "Opportunities.csv"],
  });
  const [opportunities, ...others] = [...files].reverse();
  if (opportunities === undefined) throw new Error("The sample company has no opportunities.");
  return { asOf, deals: cut(opportunities, deals), others: others.reverse() };
}

function cut({ name, rows }: SampleFile, deals: number): SampleFile {
  const header = rows[0] ?? [];
  const places = COLUMNS.map((column) => header.indexOf(column));
  const missing = COLUMNS.filter((_, at) => places[at] === -1);
  if (missing.length > 0) throw new Error(`The sample company's deals lack ${missing.join(", ")}.`);
  return {
    name,
    rows: rows.slice(0, deals + 1).map((row) => places.map((place) => row[place] ?? "")),
  };
}
