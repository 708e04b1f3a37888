import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Deal, DealChange, DealSnapshot } from "../../../src/core/deals/deal.ts";
import { dealHistory, type HistorySources } from "../../../src/core/history/dealHistory.ts";
import { defaultSettings } from "../../../src/settings/defaultSettings.ts";
import { on, stages } from "../../reports/company.ts";
import { csv, day as dayOf, salesWave } from "../../reports/dataSets.ts";

const { options } = defaultSettings;
const asOf = on("2026-05-15");
const history = (sources: Partial<HistorySources>) =>
  dealHistory({ stages, options, asOf, ...sources });

const deal = (more: Partial<Deal>): Deal => ({
  opportunityId: "a",
  createdDate: on("2026-01-10"),
  stage: "Proposal",
  amount: 100,
  closeDate: on("2026-06-30"),
  owner: "Ana",
  ...more,
});
const snapshot = (iso: string, more: Partial<DealSnapshot>): DealSnapshot => ({
  snapshotDate: on(iso),
  opportunityId: "a",
  stage: "Proposal",
  amount: 100,
  closeDate: on("2026-06-30"),
  owner: "Ana",
  isClosed: false,
  isWon: false,
  ...more,
});
const change = (iso: string, toValue: string, more: Partial<DealChange> = {}): DealChange => ({
  opportunityId: "a",
  changedAt: on(iso),
  toValue,
  ...more,
});

describe("a deal on a day", () => {
  it("does not exist before it was created", () => {
    const { dealOn, on: all } = history({ deals: [deal({})] });
    expect(dealOn("a", on("2026-01-09"))).toBeUndefined();
    expect(dealOn("a", on("2026-01-10"))).toMatchObject({ status: "open", amount: 100 });
    expect(dealOn("b", asOf)).toBeUndefined();
    expect(all(on("2026-01-09"))).toEqual([]);
  });

  it("says which facts could not be taken back when only its row is known", () => {
    const { dealOn } = history({ deals: [deal({ lastModified: on("2026-03-01") })] });
    expect(dealOn("a", on("2026-02-01"))).toMatchObject({
      stage: "Proposal",
      notRewound: ["stage", "amount", "closeDate", "owner"],
    });
    expect(dealOn("a", on("2026-03-01"))?.notRewound).toEqual([]);
  });

  it("kept what a history of fields follows and never saw change", () => {
    const { dealOn } = history({
      deals: [deal({}), deal({ opportunityId: "b" }), deal({ opportunityId: "c" })],
      changes: [
        change("2026-01-05", "Proposal", { opportunityId: "x", fromValue: "Discovery" }),
        change("2026-01-12", "90", { opportunityId: "x", field: "Amount", fromValue: "80" }),
        change("2026-01-10", "", { field: "Created." }),
        change("2026-03-01", "Bo", { opportunityId: "b", field: "Owner", fromValue: "Ana" }),
      ],
    });
    // Stages are followed since before the deal began, amounts only since after, close dates never.
    expect(dealOn("a", on("2026-02-01"))?.notRewound).toEqual(["amount", "closeDate", "owner"]);
    expect(dealOn("b", on("2026-02-01"))?.notRewound).toEqual(["amount", "closeDate"]);
    expect(dealOn("c", on("2026-02-01"))?.notRewound).toHaveLength(4);
  });

  it("was open until its close date when only its row is known, in a stage nobody knows", () => {
    const won = deal({ stage: "Closed Won", closeDate: on("2026-04-01") });
    const { dealOn } = history({ deals: [won] });
    expect(dealOn("a", on("2026-03-31"))).toMatchObject({
      status: "open",
      stage: undefined,
      amount: 100,
      category: undefined,
    });
    expect(dealOn("a", on("2026-04-01"))).toMatchObject({ status: "won", stage: "Closed Won" });
  });

  it("closed when its stage changed if its close date still lies ahead", () => {
    const lost = deal({ stage: "Closed Lost", stageEntered: on("2026-04-20") + 0.5 });
    const { dealOn } = history({ deals: [lost] });
    expect(dealOn("a", on("2026-04-19"))?.status).toBe("open");
    expect(dealOn("a", on("2026-04-20"))?.status).toBe("lost");
  });

  it("follows change-only snapshots, of two on one day the later row", () => {
    const { dealOn } = history({
      deals: [deal({ stage: "Negotiation", amount: 150 })],
      snapshots: [
        snapshot("2026-03-02", { amount: 120 }),
        snapshot("2026-02-02", {}),
        snapshot("2026-03-02", { amount: 130 }),
        snapshot("2026-04-06", { amount: 150, stage: "Negotiation", owner: "Bo" }),
      ],
    });
    expect(dealOn("a", on("2026-02-15"))).toMatchObject({
      amount: 100,
      owner: "Ana",
      notRewound: [],
    });
    expect(dealOn("a", on("2026-03-02"))).toMatchObject({ amount: 130, category: "Best Case" });
    expect(dealOn("a", on("2026-04-06"))).toMatchObject({ owner: "Bo", category: "Commit" });
    // Before the first one its values are the best there is, and said to be.
    expect(dealOn("a", on("2026-01-20"))).toMatchObject({
      amount: 100,
      notRewound: ["stage", "amount", "closeDate", "owner"],
    });
  });

  it("knows a deal that was closed long before the first snapshot", () => {
    const closed = {
      stage: "Closed Won",
      closeDate: on("2026-02-10"),
      isClosed: true,
      isWon: true,
    };
    const { dealOn } = history({
      deals: [deal(closed)],
      snapshots: [snapshot("2026-04-06", closed)],
    });
    expect(dealOn("a", on("2026-02-09"))?.status).toBe("open");
    expect(dealOn("a", on("2026-02-10"))?.status).toBe("won");
  });

  it("takes changes between snapshots from the history, after a snapshot of the same day", () => {
    const { dealOn } = history({
      snapshots: [snapshot("2026-02-02", {}), snapshot("2026-03-02", { stage: "Negotiation" })],
      changes: [
        change("2026-02-02", "Proposal", {
          changedAt: on("2026-02-02") + 0.7,
          fromValue: "Discovery",
        }),
        change("2026-02-10", "Negotiation", { fromValue: "Proposal" }),
      ],
    });
    expect(dealOn("a", on("2026-02-02"))?.stage).toBe("Proposal");
    expect(dealOn("a", on("2026-02-10"))?.stage).toBe("Negotiation");
  });

  it("goes back by the values that a history says were replaced", () => {
    const { dealOn } = history({
      deals: [deal({ stage: "Negotiation", amount: 90, owner: "Bo" })],
      changes: [
        change("2026-03-01", "Negotiation", { field: "Stage", fromValue: "Discovery" }),
        change("2026-03-05", "90", { field: "Amount", fromValue: "100" }),
        change("2026-04-05", "Bo", { field: "Owner", fromValue: "Ana" }),
        change("2026-04-06", "2026-06-30", { field: "Close Date", fromValue: "2026-05-31" }),
      ],
    });
    expect(dealOn("a", on("2026-02-28"))).toMatchObject({
      stage: "Discovery",
      amount: 100,
      owner: "Ana",
      closeDate: on("2026-05-31"),
      notRewound: [],
    });
    expect(dealOn("a", on("2026-04-06"))).toMatchObject({
      stage: "Negotiation",
      amount: 90,
      owner: "Bo",
      closeDate: on("2026-06-30"),
    });
  });

  it("opens again, keeps its flags on a change of the amount, and ends as its row says", () => {
    const { dealOn, lifeOf } = history({
      deals: [
        deal({ stage: "Closed Won", closeDate: on("2026-05-02"), isClosed: true, isWon: true }),
      ],
      changes: [
        change("2026-01-10", "Discovery"),
        change("2026-02-01", "Closed Lost"),
        change("2026-02-02", "120", { field: "Amount" }),
        change("2026-03-01", "Negotiation"),
      ],
    });
    const statusOn = (iso: string) => dealOn("a", on(iso))?.status;
    expect(
      ["2026-01-31", "2026-02-02", "2026-03-01", "2026-05-01", "2026-05-02"].map(statusOn),
    ).toEqual(["open", "lost", "open", "open", "won"]);
    expect(lifeOf("a").map(({ since }) => since)).toEqual(
      ["2026-01-10", "2026-02-01", "2026-02-02", "2026-03-01", "2026-05-02"].map(on),
    );
  });

  it("counts a renamed stage as the same one", () => {
    const renamed = stages.map((one) =>
      one.stage === "Proposal" ? { ...one, crmValues: ["Quote"] } : one,
    );
    const { lifeOf } = history({
      stages: renamed,
      deals: [deal({ amount: undefined, closeDate: undefined, owner: undefined })],
      changes: [change("2026-01-10", "Quote")],
    });
    expect(lifeOf("a").every(({ stage }) => stage === "Quote")).toBe(true);
  });

  it("is gone from the day an import missed it, and back when one holds it again", () => {
    const { dealOn } = history({
      snapshots: [
        snapshot("2026-02-02", {}),
        snapshot("2026-03-02", { isGone: true }),
        snapshot("2026-04-06", {}),
      ],
    });
    expect(
      ["2026-02-28", "2026-03-02", "2026-04-06"].map((iso) => dealOn("a", on(iso))?.status),
    ).toEqual(["open", "gone", "open"]);
    const row = history({ deals: [deal({ goneSince: on("2026-03-02") })] });
    expect(row.dealOn("a", on("2026-03-01"))?.status).toBe("open");
    expect(row.dealOn("a", on("2026-03-02"))?.status).toBe("gone");
  });

  it("without a row of its own ends after its last trace, unless it was closed", () => {
    const { dealOn, withoutRow } = history({
      deals: [],
      changes: [
        change("2026-02-01", "Proposal"),
        change("2026-02-01", "Closed Won", { opportunityId: "b" }),
      ],
    });
    expect(withoutRow).toEqual(["a", "b"]);
    expect(dealOn("a", on("2026-02-01"))?.status).toBe("open");
    expect(dealOn("a", on("2026-02-02"))?.status).toBe("gone");
    expect(dealOn("b", on("2026-02-02"))?.status).toBe("won");
  });

  it("is one deal under its id of 15 and of 18 characters", () => {
    const { on: all, dealOn } = history({
      deals: [deal({ opportunityId: "006Hp000015Yh7kIAC" })],
      changes: [change("2026-02-01", "Negotiation", { opportunityId: "006Hp000015Yh7k" })],
    });
    expect(all(asOf)).toHaveLength(1);
    expect(dealOn("006Hp000015Yh7k", on("2026-02-01"))?.stage).toBe("Negotiation");
  });

  it("has a history that is blank, dateless or in any order", () => {
    const { dealOn } = history({
      deals: [deal({ createdDate: undefined })],
      changes: [
        { opportunityId: "a", changedAt: undefined as unknown as number, toValue: "Closed Won" },
        change("2026-03-01", "", { field: "Amount" }),
      ],
    });
    expect(dealOn("a", asOf)).toMatchObject({ stage: "Proposal", amount: 100, status: "open" });
  });
});

describe("the deals on any two days", () => {
  const rows = fc.array(
    fc.record({
      opportunityId: fc.constantFrom("a", "b", "c"),
      changedAt: fc.integer({ min: asOf - 100, max: asOf }),
      toValue: fc.constantFrom("Discovery", "Proposal", "Closed Won", "Closed Lost"),
      amount: fc.option(fc.integer({ min: 1, max: 9 }), { nil: undefined }),
    }),
    { maxLength: 20 },
  );

  it("equal a walk through the rows up to each day", () => {
    fc.assert(
      fc.property(rows, fc.integer({ min: asOf - 110, max: asOf + 5 }), (changes, day) => {
        const found = history({ changes }).on(day);
        const inTime = [...changes].sort((a, b) => a.changedAt - b.changedAt);
        // The order within a day is another test's matter.
        const days = new Set(changes.map((row) => `${row.opportunityId}${row.changedAt}`));
        fc.pre(days.size === changes.length);
        for (const id of ["a", "b", "c"]) {
          const past = inTime.filter((row) => row.opportunityId === id && row.changedAt <= day);
          const last = past.at(-1);
          const amounts = past.flatMap(({ amount }) => (amount === undefined ? [] : [amount]));
          const deal = found.find(({ opportunityId }) => opportunityId === id);
          expect(deal?.stage).toBe(last?.toValue);
          if (amounts.length > 0) expect(deal?.amount).toBe(amounts.at(-1));
        }
      }),
    );
  });
});

describe.skipIf(!process.env.REVOPS_DATA)("the demo company", () => {
  it("stands on any day as the last line of each deal up to that day says", () => {
    const tables = salesWave();
    const { on: all } = dealHistory({
      deals: tables.opportunities?.rows ?? [],
      changes: tables.opportunityHistory?.rows ?? [],
      stages: defaultSettings.stages,
      options,
      asOf: on("2017-06-30"),
    });
    // The file stands in the order in which things happened.
    const lines = csv("sales_wave/OpportunityHistory.csv");
    for (const day of ["2015-12-31", "2016-03-31", "2016-08-19", "2017-02-28"].map(on)) {
      const last = new Map<string, (typeof lines)[number]>();
      for (const line of lines) {
        if ((dayOf(line.CreatedDate__c) ?? 0) <= day)
          last.set(line["Opportunity.External_Id__c"] ?? "", line);
      }
      const found = all(day);
      expect(found).toHaveLength(last.size);
      for (const { opportunityId, stage, amount, closeDate } of found) {
        const line = last.get(opportunityId);
        expect([stage, amount, closeDate]).toEqual([
          line?.StageName__c,
          Number(line?.Amount__c),
          dayOf(line?.CloseDate__c),
        ]);
      }
    }
  });
});
