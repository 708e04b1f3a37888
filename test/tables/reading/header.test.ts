import { readFileSync } from "node:fs";
import { join } from "node:path";
import Papa from "papaparse";
import { describe, expect, it } from "vitest";
import { accounts } from "../../../src/tables/accounts.ts";
import { crmTables, tables } from "../../../src/tables/catalog.ts";
import { opportunities } from "../../../src/tables/opportunities.ts";
import { opportunityHistory } from "../../../src/tables/opportunityHistory.ts";
import { headingKey, matchHeader } from "../../../src/tables/reading/header.ts";
import { stageColumns } from "../../../src/tables/reading/stageColumn.ts";

describe("a heading", () => {
  it("means the same in any case, space and punctuation", () => {
    for (const spelling of [
      "Close Date",
      "CLOSE DATE",
      "close_date",
      "CloseDate",
      "closeDate",
      "Close Date ",
      "CloseDate__c",
      "close_date_c",
      "property_close_date",
      "close-date",
    ]) {
      expect(headingKey(spelling), spelling).toBe("closedate");
    }
  });
});

describe("a header", () => {
  const fieldsOf = (headings: string[]) => matchHeader(opportunities, headings).mapping;

  it("knows when a proposal went out and what it is judged by, as CRMs head their own fields", () => {
    const wanted = { proposalSent: 0, decisionCriteria: 1 };
    for (const headings of [
      ["Proposal_Sent_Date__c", "Decision_Criteria__c"],
      ["proposal_sent_date", "evaluation_criteria"],
      ["Proposal sent on", "Buying criteria"],
      ["property_quote_date", "Decision criteria"],
    ]) {
      expect(fieldsOf(headings)).toEqual(wanted);
    }
    // The score of the criteria is another column.
    expect(fieldsOf(["Proposal Sent Date", "MEDDIC DC"])).toEqual({
      proposalSent: 0,
      meddicDecisionCriteria: 1,
    });
  });

  it("is found by label, field and alias, in any order", () => {
    expect(fieldsOf(["Stage", "mine", "Deal Name", "closeDate", "Id"])).toEqual({
      stage: 0,
      opportunityName: 2,
      closeDate: 3,
      opportunityId: 4,
    });
  });

  it("of a Salesforce data export is found", () => {
    const headings = [
      "Id",
      "AccountId",
      "Name",
      "StageName",
      "Amount",
      "Probability",
      "ExpectedRevenue",
      "CloseDate",
      "IsClosed",
      "IsWon",
      "ForecastCategory",
      "ForecastCategoryName",
      "OwnerId",
      "CreatedDate",
      "LastStageChangeDate",
      "FiscalYear",
      "FiscalQuarter",
    ];
    const { mapping, conflicts } = matchHeader(opportunities, headings);
    expect(conflicts).toEqual([]);
    expect(mapping.forecastCategory).toBe(11);
    expect(mapping.owner).toBe(12);
    expect(mapping.fiscalPeriod).toBe(16);
  });

  it("with two columns of one name is a conflict that maps neither", () => {
    const { mapping, conflicts } = matchHeader(opportunities, [
      "Opportunity ID",
      "Close Date",
      "Amount",
      "Close Date",
    ]);
    expect(conflicts).toEqual([{ field: "closeDate", label: "Close Date", columns: [1, 3] }]);
    expect(mapping.closeDate).toBeUndefined();
  });

  it("with two other names for one field is a conflict", () => {
    expect(matchHeader(opportunities, ["Deal Amount", "Total Amount"]).conflicts).toHaveLength(1);
  });

  it("prefers the label to a person's own column of a similar name", () => {
    expect(fieldsOf(["Deal Value", "Amount", "Lead Source", "Source"])).toEqual({
      amount: 1,
      leadSource: 2,
    });
  });

  it("prefers a name to an id", () => {
    expect(fieldsOf(["OwnerId", "Opportunity Owner"])).toEqual({ owner: 1 });
    expect(fieldsOf(["OwnerId"])).toEqual({ owner: 0 });
  });

  it("of history gives the change its date", () => {
    expect(
      matchHeader(opportunityHistory, ["Id", "OpportunityId", "CreatedDate", "StageName"]).mapping,
    ).toEqual({ historyId: 0, opportunityId: 1, changedAt: 2, toValue: 3 });
  });
});

describe("columns that say when a stage was entered", () => {
  it("give stage and pipeline in every quotation mark", () => {
    expect(
      stageColumns([
        'Date entered "Demo (Sales Pipeline)"',
        "Date entered 'Demo (Sales Pipeline)'",
        "Date entered “Demo”",
        "hs_v2_date_entered_Demo",
        "Date entered current stage",
        "hs_v2_date_entered_current_stage",
      ]),
    ).toEqual([
      { column: 0, stage: "Demo", pipeline: "Sales Pipeline" },
      { column: 1, stage: "Demo", pipeline: "Sales Pipeline" },
      { column: 2, stage: "Demo", pipeline: undefined },
      { column: 3, stage: "Demo", pipeline: undefined },
    ]);
  });
});

describe("the tables", () => {
  it("have one name, sheet and label each, and read back their own header", () => {
    expect(new Set(tables.map(({ name }) => name)).size).toBe(tables.length);
    expect(new Set(tables.map(({ sheet }) => sheet)).size).toBe(tables.length);
    for (const table of tables) {
      const labels = table.columns.map(({ label }) => label);
      expect(new Set(labels.map(headingKey)).size, table.name).toBe(labels.length);
      const { mapping, conflicts } = matchHeader(table, labels);
      expect(conflicts, table.name).toEqual([]);
      expect(Object.keys(mapping), table.name).toEqual(table.columns.map(({ field }) => field));
      expect(Object.values(mapping), table.name).toEqual(labels.map((_, index) => index));
      expect(
        table.columns.some(({ need }) => need === "key"),
        table.name,
      ).toBe(true);
      for (const field of table.key)
        expect(
          labels.length > 0 && table.columns.some((column) => column.field === field),
          `${table.name} ${field}`,
        ).toBe(true);
    }
  });

  it("give each usual alias to one field alone", () => {
    for (const table of tables) {
      const owners = new Map<string, string>();
      for (const { field, label, aliases } of table.columns) {
        for (const name of new Set([label, field, ...aliases].map(headingKey))) {
          expect(owners.get(name) ?? field, `${table.name}: ${name}`).toBe(field);
          owners.set(name, field);
        }
      }
    }
  });

  it("keep the order of the CRM's own account columns", () => {
    expect(accounts.columns.slice(0, 4).map(({ label }) => label)).toEqual([
      "Account ID",
      "Account Name",
      "Domain",
      "Owner",
    ]);
  });
});

describe.skipIf(!process.env.REVOPS_DATA)("headings of real exports", () => {
  /** The fields that each kind of heading may name, in whichever table has it. */
  const meanings: Record<string, string[]> = {
    opportunity_id: ["opportunityId"],
    opportunity_name: ["opportunityName"],
    account: ["accountId", "accountName"],
    owner: ["owner", "ownerManager"],
    stage: ["stage", "toValue"],
    amount: ["amount", "amountConverted"],
    amount_currency: ["currency"],
    close_date: ["closeDate"],
    created_date: ["createdDate"],
    probability: ["probability"],
    forecast_category: ["forecastCategory"],
    next_step: ["nextStep"],
    last_activity: ["lastActivity"],
    stage_entered: ["stageEntered", "changedAt"],
    stage_from_to: ["fromValue", "toValue", "fromAmount", "fromCloseDate"],
    lead_source: ["leadSource", "source"],
    loss_reason: ["lossReason"],
    product: ["product"],
    pipeline: ["pipeline"],
    territory: ["territory", "region", "state"],
    quota: ["quotaAmount"],
  };

  it("are all known", () => {
    const file = readFileSync(join(process.env.REVOPS_DATA ?? "", "header_variants.csv"), "utf8");
    const lines = Papa.parse<{ canonical: string; label: string }>(file, {
      header: true,
      skipEmptyLines: true,
    }).data;
    const unknown = lines.filter(({ canonical, label }) => {
      if (canonical === "stage_entered" && stageColumns([label]).length === 1) return false;
      const found = crmTables.flatMap((table) => Object.keys(matchHeader(table, [label]).mapping));
      return !meanings[canonical]?.some((field) => found.includes(field));
    });
    expect(lines.length).toBeGreaterThan(150);
    expect(unknown).toEqual([]);
  });
});
