import { readFileSync } from "node:fs";
import { join } from "node:path";
import Papa from "papaparse";
import { describe, expect, it } from "vitest";
import { dayFromIso, isoFromDay } from "../../../src/core/calendar/day.ts";
import type { Deal } from "../../../src/core/deals/deal.ts";
import { accounts } from "../../../src/tables/accounts.ts";
import { activities } from "../../../src/tables/activities.ts";
import { opportunities } from "../../../src/tables/opportunities.ts";
import { opportunityHistory } from "../../../src/tables/opportunityHistory.ts";
import { readTable } from "../../../src/tables/reading/readTable.ts";
import { latestEvent } from "../../../src/tables/records/defaultAsOf.ts";
import type { Table, TableData } from "../../../src/tables/table.ts";

const day = (text: string) => dayFromIso(text) ?? Number.NaN;
const data = <Row>(rows: Row[]): TableData<Row> => ({
  rows,
  rowNumbers: [],
  fields: new Set(),
  letters: {},
  issues: [],
});
const isClosed = ({ isClosed: closed }: Deal) => closed === true;
const latest = (rows: Deal[]) => {
  const found = latestEvent({ opportunities: data(rows) }, isClosed);
  return found === undefined ? undefined : isoFromDay(found);
};

describe("the latest day on which anything happened", () => {
  it("counts what was entered, changed and closed, never what is planned", () => {
    const open: Deal = {
      opportunityId: "A",
      createdDate: day("2026-01-05") + 0.6,
      closeDate: day("2026-12-31"),
      nextActivity: day("2026-11-30"),
    };
    expect(latest([open])).toBe("2026-01-05");
    expect(
      latest([open, { opportunityId: "B", closeDate: day("2026-02-01"), isClosed: true }]),
    ).toBe("2026-02-01");
    expect(latest([open, { opportunityId: "B", lastModified: day("2026-03-01") + 0.99 }])).toBe(
      "2026-03-01",
    );
  });

  it("counts an activity when it is done or entered, not when it is due", () => {
    const due = data([{ date: day("2026-08-01"), createdDate: day("2026-02-02"), status: "Open" }]);
    const done = data([{ date: day("2026-04-01"), status: "Completed" }]);
    expect(latestEvent({ activities: due }, isClosed)).toBe(day("2026-02-02"));
    expect(latestEvent({ activities: done }, isClosed)).toBe(day("2026-04-01"));
  });

  it("passes over a year typed wrong among many dates", () => {
    const deals: Deal[] = Array.from({ length: 300 }, (_, at) => ({
      opportunityId: `A${at}`,
      createdDate: day("2026-01-01") + (at % 90),
    }));
    expect(
      latest([
        ...deals,
        { opportunityId: "X", createdDate: day("2031-05-05") },
        { opportunityId: "Y", closeDate: day("2031-06-06"), isClosed: true },
      ]),
    ).toBe("2026-03-31");
  });

  it("passes over a sprinkle of days that lie ahead, as where stage dates are planned", () => {
    const deals: Deal[] = Array.from({ length: 900 }, (_, at) => ({
      opportunityId: `A${at}`,
      createdDate: day("2023-01-01") + at,
    }));
    const ahead = ["2026-01-10", "2026-03-05", "2026-05-20"].map(
      (date, at): Deal => ({
        opportunityId: `B${at}`,
        stageEntered: day(date),
      }),
    );
    expect(latest([...deals, ...ahead])).toBe("2025-06-18");
  });

  it("is unknown without any date", () => {
    expect(latest([{ opportunityId: "A", closeDate: day("2026-01-01") }])).toBeUndefined();
    expect(latestEvent({}, isClosed)).toBeUndefined();
  });
});

describe.skipIf(!process.env.REVOPS_DATA)("known data sets", () => {
  const read = <Row>(table: Table<Row>, file: string): TableData<Row> => {
    const text = readFileSync(join(process.env.REVOPS_DATA ?? "", file), "utf8");
    return readTable(
      table,
      Papa.parse<string[]>(text.replace(/^\uFEFF/, ""), { skipEmptyLines: true }).data,
    );
  };

  it("sales_wave stands at 2017-06-01, as its description says", () => {
    const tables = {
      opportunities: read(opportunities, "sales_wave/Opportunity.csv"),
      opportunityHistory: read(opportunityHistory, "sales_wave/OpportunityHistory.csv"),
      activities: read(activities, "sales_wave/Task.csv"),
      accounts: read(accounts, "sales_wave/Account.csv"),
    };
    expect(tables.opportunities.rows).toHaveLength(5197);
    expect(tables.opportunityHistory.rows).toHaveLength(17502);
    expect(
      isoFromDay(latestEvent(tables, ({ stage }) => stage?.startsWith("Closed") === true) ?? 0),
    ).toBe("2017-06-01");
  });

  it("maven_crm stands at its last closed deal, 2017-12-31", () => {
    const tables = { opportunities: read(opportunities, "maven_crm/sales_pipeline.csv") };
    expect(tables.opportunities.rows).toHaveLength(8800);
    expect(
      isoFromDay(latestEvent(tables, ({ stage }) => stage === "Won" || stage === "Lost") ?? 0),
    ).toBe("2017-12-31");
  });

  it("are read without a doubtful column, their dates in the right order", () => {
    const us = read(opportunities, "maven_crm/variants/sales_pipeline__us_dates_kisaraF.csv");
    const isoDates = read(opportunities, "maven_crm/sales_pipeline.csv");
    expect(us.rows.map(({ closeDate }) => closeDate)).toEqual(
      isoDates.rows.map(({ closeDate }) => closeDate),
    );
    expect(us.issues.filter(({ row }) => row === undefined)).toEqual([]);
    const zoho = read(opportunities, "zoho_crm_sample/Potentials.csv");
    expect(isoFromDay(zoho.rows[0]?.closeDate ?? 0)).toBe("2021-04-16");
    expect(zoho.rows[0]).toMatchObject({ amount: 22700, expectedRevenue: 33500, probability: 1 });
    const weekly = read(opportunityHistory, "sf_weekly_export_sample/OpportunityHistory.csv");
    expect(weekly.rows).toHaveLength(62);
    expect(weekly.rows[0]).toMatchObject({
      toValue: "Qualification",
      probability: 0.1,
      closeDate: day("2018-10-01"),
    });
    const touched = read(opportunities, "sf_devorg_powerbi/Opportunity.csv");
    expect(isoFromDay(touched.rows[0]?.createdDate ?? 0)).toMatch(/^202\d-/);
    const hubspot = read(opportunities, "hubspot_dummy/hubspot_deals.csv");
    expect([hubspot.rows.length, hubspot.issues.length]).toEqual([500, 0]);
  });
});
