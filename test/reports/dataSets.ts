import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import Papa from "papaparse";
import { type Day, dayFromParts, type Moment } from "../../src/core/calendar/day.ts";
import type { TableData } from "../../src/tables/table.ts";
import type { Tables } from "../../src/tables/tables.ts";

type Line = Readonly<Record<string, string>>;

/** Lines of a CSV file of the outside data, by heading; nothing of the product has touched them. */
export function csv(path: string): readonly Line[] {
  const folder = process.env.REVOPS_DATA ?? "";
  const file = join(folder, path);
  if (!existsSync(file)) return [];
  const text = readFileSync(file, "utf8").replace(/^\uFEFF/, "");
  return Papa.parse<Line>(text, { header: true, skipEmptyLines: true }).data;
}

export function tableOf<Row extends object>(rows: readonly Row[]): TableData<Row> {
  return {
    rows,
    rowNumbers: rows.map((_, index) => index + 2),
    fields: new Set(rows.flatMap((row) => Object.keys(row)).slice(0, 100_000)),
    letters: {},
    issues: [],
  };
}

const text = (value: string | undefined): string | undefined =>
  value === undefined || value.trim() === "" ? undefined : value.trim();

function amount(value: string | undefined): number | undefined {
  const plain = (value ?? "").replace(/[$,]/g, "").trim();
  return plain === "" ? undefined : Number(plain);
}

const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

/** `2017-06-01 10:00:00` and `15 Apr, 2021 00:02:00`. */
export function moment(value: string | undefined): Moment | undefined {
  const iso = /^(\d{4})-(\d\d)-(\d\d)(?:[ T](\d\d):(\d\d))?/.exec(value ?? "");
  if (iso) {
    const clock = iso[4] === undefined ? 0 : (Number(iso[4]) + Number(iso[5]) / 60) / 24;
    return dayFromParts(Number(iso[1]), Number(iso[2]), Number(iso[3])) + clock;
  }
  const words = /^(\d+) (\w{3})\w*,? (\d{4})/.exec(value ?? "");
  if (!words) return undefined;
  const month = MONTHS.indexOf((words[2] ?? "").toLowerCase()) + 1;
  return dayFromParts(Number(words[3]), month, Number(words[1]));
}

export function day(value: string | undefined): Day | undefined {
  const at = moment(value);
  return at === undefined ? undefined : Math.floor(at);
}

/** Read once for all tests that share a worker: nothing may change what it is given. */
function once<Made>(make: () => Made): () => Made {
  let made: Made | undefined;
  return () => {
    made ??= make();
    return made;
  };
}

/** The demo company with history, quotas and activities. */
export const salesWave = once((): Tables => {
  const managers = new Map(
    csv("sales_wave/Manager.csv").map((l) => [l.External_Id__c, l["Manager.External_Id__c"]]),
  );
  return {
    opportunities: tableOf(
      csv("sales_wave/Opportunity.csv").map((l) => ({
        opportunityId: l.External_Id__c ?? "",
        opportunityName: text(l.Name),
        accountId: text(l["Account.External_Id__c"]),
        owner: text(l["Owner.External_Id__c"]),
        stage: text(l.StageName),
        amount: amount(l.Amount),
        forecastCategory: text(l.ForecastCategoryName),
        closeDate: day(l.CloseDate),
        createdDate: moment(l.DateTimeCreated__c),
        lastActivity: moment(l.LastActivityDate__c),
        type: text(l.Type),
        leadSource: text(l.LeadSource),
      })),
    ),
    opportunityHistory: tableOf(
      csv("sales_wave/OpportunityHistory.csv").map((l) => ({
        opportunityId: l["Opportunity.External_Id__c"] ?? "",
        changedAt: moment(l.CreatedDate__c) ?? 0,
        toValue: text(l.StageName__c),
        amount: amount(l.Amount__c),
        closeDate: day(l.CloseDate__c),
        historyId: text(l.External_Id__c),
      })),
    ),
    reps: tableOf(
      csv("sales_wave/User.csv").map((l) => ({
        repId: l.External_Id__c ?? "",
        name: text(l.Name),
        email: text(l.Email),
        team: text(l["UserRole.Name"]),
        manager: text(managers.get(l.External_Id__c)),
      })),
    ),
    quotas: tableOf(
      csv("sales_wave/Quota.csv").map((l) => ({
        repId: l["User.External_Id__c"] ?? "",
        periodStart: day(l.StartDate__c) ?? 0,
        quotaAmount: amount(l.QuotaAmount__c) ?? 0,
      })),
    ),
    activities: tableOf(
      csv("sales_wave/Task.csv").map((l) => ({
        activityId: text(l.External_Id__c),
        date: moment(l.ActivityDate) ?? 0,
        owner: text(l["Owner.External_Id__c"]),
        opportunityId: text(l["What.External_Id__c"]),
      })),
    ),
  };
});

/** Open deals have neither amount nor close date here. */
export const mavenCrm = once((): Tables => {
  return {
    opportunities: tableOf(
      csv("maven_crm/sales_pipeline.csv").map((l) => ({
        opportunityId: l.opportunity_id ?? "",
        owner: text(l.sales_agent),
        accountName: text(l.account),
        product: text(l.product),
        stage: text(l.deal_stage),
        createdDate: moment(l.engage_date),
        closeDate: day(l.close_date),
        amount: amount(l.close_value),
      })),
    ),
    reps: tableOf(
      csv("maven_crm/sales_teams.csv").map((l) => ({
        repId: l.sales_agent ?? "",
        name: text(l.sales_agent),
        manager: text(l.manager),
        region: text(l.regional_office),
      })),
    ),
  };
});

export const zohoSample = once((): Tables => {
  return {
    opportunities: tableOf(
      csv("zoho_crm_sample/Potentials.csv").map((l, index) => ({
        opportunityId: `${l["Potential Name"]} ${index}`,
        opportunityName: text(l["Potential Name"]),
        owner: text(l["Potential Owner"]),
        stage: text(l.Stage),
        forecastCategory: text(l["Forecast Type"]),
        amount: amount(l.Amount),
        probability: (amount(l.Probability) ?? 0) / 100,
        closeDate: day(l["Closing Date"]),
        createdDate: moment(l["Created Time"]),
      })),
    ),
  };
});

export const hubspotDummy = once((): Tables => {
  return {
    opportunities: tableOf(
      csv("hubspot_dummy/hubspot_deals.csv").map((l) => ({
        opportunityId: l["Deal ID"] ?? "",
        opportunityName: text(l["Deal Name"]),
        pipeline: text(l.Pipeline),
        owner: text(l["Deal Owner"]),
        stage: text(l["Deal Stage"]),
        amount: amount(l.Amount),
        closeDate: day(l["Close Date"]),
        createdDate: moment(l["Create Date"]),
        lossReason: text(l["Closed Lost Reason"]),
      })),
    ),
  };
});
