import { existsSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import Papa from "papaparse";
import { describe, expect, it } from "vitest";
import { readFile } from "../../sidebar/files/readFile.ts";
import { planImport } from "../../src/sources/planImport.ts";

const data = process.env.REVOPS_DATA ?? "";

/** File, source, table, and the column whose filled, different values are counted by other means. */
const files: [string, string, string, string][] = [
  ["sales_wave/Opportunity.csv", "salesforce", "opportunities", "External_Id__c"],
  ["sales_wave/OpportunityHistory.csv", "salesforce", "opportunityHistory", "External_Id__c"],
  ["sales_wave/Task.csv", "salesforce", "activities", "External_Id__c"],
  ["sales_wave/Event.csv", "salesforce", "activities", "External_Id__c"],
  ["sales_wave/Account.csv", "salesforce", "accounts", "External_Id__c"],
  ["sales_wave/Contact.csv", "salesforce", "contacts", "External_Id__c"],
  ["sales_wave/Lead.csv", "salesforce", "leads", "External_Id__c"],
  ["sales_wave/Case.csv", "salesforce", "tickets", "External_Id__c"],
  ["sales_wave/User.csv", "salesforce", "reps", "External_Id__c"],
  ["sales_wave/Manager.csv", "salesforce", "reps", "External_Id__c"],
  ["sales_wave/Quota.csv", "salesforce", "quotas", "External_Id__c"],
  ["sales_wave/Product2.csv", "salesforce", "products", "External_Id__c"],
  ["maven_crm/sales_pipeline.csv", "generic", "opportunities", "opportunity_id"],
  [
    "maven_crm/variants/sales_pipeline__us_dates_kisaraF.csv",
    "generic",
    "opportunities",
    "opportunity_id",
  ],
  ["maven_crm/accounts.csv", "generic", "accounts", "account"],
  ["maven_crm/sales_teams.csv", "generic", "reps", "sales_agent"],
  ["maven_crm/products.csv", "generic", "products", "product"],
  ["zoho_crm_sample/Potentials.csv", "zoho", "opportunities", "LEADID"],
  ["zoho_crm_sample/Leads.csv", "zoho", "leads", "LEADID"],
  ["zoho_crm_sample/Accounts.csv", "zoho", "accounts", "ACCOUNTID"],
  ["hubspot_dummy/hubspot_deals.csv", "hubspot", "opportunities", "Deal ID"],
  ["hubspot_dummy/hubspot_companies.csv", "hubspot", "accounts", "Company ID"],
  ["sf_weekly_export_sample/opportunity.csv", "salesforce", "opportunities", "Id"],
  ["sf_weekly_export_sample/OpportunityHistory.csv", "salesforce", "opportunityHistory", "Id"],
  ["sf_weekly_export_sample/lead.csv", "salesforce", "leads", "Id"],
  ["sf_devorg_powerbi/Opportunity.csv", "salesforce", "opportunities", "Id"],
  ["fivetran_hubspot_seeds/deal_data.csv", "warehouse", "opportunities", "deal_id"],
  ["fivetran_hubspot_seeds/owner_data.csv", "warehouse", "reps", "owner_id"],
  ["fivetran_salesforce_seeds/sf_opportunity_data.csv", "warehouse", "opportunities", "id"],
  ["pe_deal_pipeline/pipeline_deals.csv", "generic", "opportunities", "deal_id"],
];

/** What the field of the records adds up to, and the column of the file it must equal. */
const totals: [string, string, string][] = [
  ["sales_wave/Opportunity.csv", "amount", "Amount"],
  ["sales_wave/Quota.csv", "quotaAmount", "QuotaAmount__c"],
  ["maven_crm/sales_pipeline.csv", "amount", "close_value"],
  ["zoho_crm_sample/Potentials.csv", "amount", "Amount"],
  ["hubspot_dummy/hubspot_deals.csv", "amount", "Amount"],
  ["sf_weekly_export_sample/opportunity.csv", "amount", "Amount"],
];

async function planOf(file: string) {
  const path = join(data, file);
  const { sheets } = await readFile(basename(path), readFileSync(path));
  const rows = sheets[0]?.rows ?? [];
  return planImport({ file: basename(path), rows, answers: {}, conventions: { decimal: "." } });
}

/** The file's records by their headings, read without any of our code. */
function records(file: string): Record<string, string>[] {
  const text = readFileSync(join(data, file), "utf8");
  return Papa.parse<Record<string, string>>(text, { header: true, skipEmptyLines: true }).data;
}

describe.skipIf(data === "")("files of known CRMs", () => {
  it.skipIf(data === "").each(files)("%s: %s %s", async (file, source, table, key) => {
    if (!existsSync(join(data, file))) return expect.fail(`${file} is not in ${data}`);
    const plan = await planOf(file);
    expect([plan.source.name, plan.main?.table.name]).toEqual([source, table]);
    const expected = records(file);
    expect(plan.read).toBe(expected.length);
    expect(new Set(expected.map((record) => record[key])).size).toBeGreaterThan(0);
    expect((plan.main?.rows.length ?? 0) + plan.rejected + plan.leftOut).toBe(expected.length);
    expect(plan.rejected).toBe(
      expected.filter((record) => (record[key] ?? "").trim() === "").length,
    );
    expect(plan.questions).toEqual([]);
  });

  it.skipIf(data === "").each(totals)(
    "%s: %s adds up to the column %s",
    async (file, field, column) => {
      const plan = await planOf(file);
      let sum = 0;
      for (const row of plan.main?.rows ?? []) sum += Number(row[field] ?? 0);
      let expected = 0;
      for (const record of records(file))
        expected += Number((record[column] ?? "").replace(/[$,]/g, ""));
      expect(sum).toBeCloseTo(expected, 2);
    },
  );
});
