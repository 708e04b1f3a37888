import { readFileSync } from "node:fs";
import { join } from "node:path";
import Papa from "papaparse";
import type { WorkbookData } from "../../workbench/host/workbook.ts";
import { openSession } from "../../workbench/session.ts";
import { uploadAll } from "../../workbench/upload.ts";

/** What the forecast reads of the demo company. */
const FILES = ["Manager", "Opportunity", "OpportunityHistory", "Quota", "User"];

export type Line = Record<string, string>;

const fileOf = (name: string) => join(process.env.REVOPS_DATA ?? "", `sales_wave/${name}.csv`);

/** The exported deals, as they stand in the file. */
export function exportedDeals(): readonly Line[] {
  const text = readFileSync(fileOf("Opportunity"), "utf8");
  return Papa.parse<Line>(text, { header: true, skipEmptyLines: true }).data;
}

/** A workbook with the demo company's deals, their real history, quotas, people and activities. */
export async function salesWaveWorkbook(): Promise<WorkbookData> {
  const host = openSession();
  await uploadAll(
    host,
    FILES.map((name) => ({ path: fileOf(name), date: undefined })),
    {},
  );
  return host.workbook;
}

export const WAVE_NEXT_WEEK = "2017-06-08";

/** The deals of the quarter that are open, the largest first. */
export const openOfQuarter = (deals: readonly Line[]): readonly Line[] =>
  deals
    .filter(
      ({ StageName = "", CloseDate = "" }) =>
        !StageName.startsWith("Closed") && CloseDate >= "2017-04-01" && CloseDate <= "2017-06-30",
    )
    .sort((a, b) => Number(b.Amount) - Number(a.Amount));

/** The same file a week later: of the largest open deals one won, one lost, one larger, one put off; one deal is new. */
export function nextWaveWeek(deals: readonly Line[]): string {
  const [won, lost, larger, putOff] = openOfQuarter(deals);
  const changes = new Map<Line | undefined, Line>([
    [won, { StageName: "Closed Won", ForecastCategoryName: "Closed", CloseDate: "2017-06-07" }],
    [lost, { StageName: "Closed Lost", ForecastCategoryName: "Omitted", CloseDate: "2017-06-07" }],
    [larger, { Amount: String(Number(larger?.Amount) + 100_000) }],
    [putOff, { CloseDate: "2017-08-15" }],
  ]);
  const fresh: Line = {
    External_Id__c: "W_Opportunity.new",
    "Owner.External_Id__c": deals[0]?.["Owner.External_Id__c"] ?? "",
    Name: "Brightwater 1",
    Amount: "50000",
    StageName: "Proposal/Quote",
    ForecastCategoryName: "Best Case",
    CloseDate: "2017-06-26",
    DateTimeCreated__c: "2017-06-05 00:00:00",
    LastModifiedDate__c: "2017-06-05 00:00:00",
  };
  const later = deals.map((line) => ({ ...line, ...changes.get(line) }));
  return Papa.unparse([...later, fresh], { columns: Object.keys(deals[0] ?? {}) });
}
