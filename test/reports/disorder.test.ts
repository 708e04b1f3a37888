import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Deal, DealChange, DealSnapshot } from "../../src/core/deals/deal.ts";
import { pipelineReview } from "../../src/reports/pipelineReview.ts";
import type { Report, ReportRequest } from "../../src/reports/report.ts";
import { whatChanged } from "../../src/reports/whatChanged.ts";
import { asOf, on, reps, request, settings } from "./company.ts";
import { tableOf } from "./dataSets.ts";
import { figuresOf } from "./figuresOf.ts";

const REASONS = [
  ...["new", "pulled_in", "pushed_in", "owner_in", "reopened", "amount_up", "amount_down"],
  ...["pulled_out", "pushed_out", "owner_out", "lost", "won", "deleted", "currency"],
];
/** An id of 15 characters and the same with the three that tell its capitals (A, B, C, D, E of each five: 31 = "5"). */
const SHORT = "006ABCDEFGHIJKL";
const LONG = `${SHORT}455`;

const deal = (opportunityId: string, more: Partial<Deal> = {}): Deal => ({
  opportunityId,
  stage: "Proposal",
  amount: 100,
  closeDate: on("2026-06-15"),
  createdDate: on("2026-04-01"),
  owner: "r1",
  ...more,
});
const moved = (opportunityId: string, iso: string, fromValue: string, toValue: string) =>
  ({ opportunityId, changedAt: on(iso), fromValue, toValue }) satisfies DealChange;
const seen = (opportunityId: string, iso: string, more: Partial<DealSnapshot> = {}) => ({
  opportunityId,
  snapshotDate: on(iso),
  stage: "Proposal",
  amount: 100,
  closeDate: on("2026-06-15"),
  owner: "r1",
  ...more,
});

type Messy = {
  readonly deals: readonly Deal[];
  readonly changes?: readonly DealChange[];
  readonly snapshots?: readonly DealSnapshot[];
  readonly more?: Partial<ReportRequest>;
};

function asked({ deals, changes = [], snapshots = [], more = {} }: Messy): ReportRequest {
  const { tables } = request();
  const own = {
    opportunities: tableOf(deals),
    opportunityHistory: tableOf(changes),
    snapshots: tableOf(snapshots),
  };
  return request({ ...more, tables: { ...tables, ...own, ...more.tables } });
}

const days = { from: on("2026-04-15"), to: asOf };
const changed = (messy: Messy) => whatChanged.build({ ...asked(messy), ...days });
const reviewed = (messy: Messy) => pipelineReview.build(asked(messy));
const rowsOf = (report: Report, id: string) =>
  report.sections.find(({ table }) => table?.id === id)?.table?.rows ?? [];
const dealRow = (report: Report, id: string) =>
  rowsOf(report, "deals").find(({ key }) => key === id || key.startsWith(`${id}/`))?.cells;

/** All that a reader sees; numbers that JSON cannot hold by their names. */
const wordsOf = (report: Report) =>
  JSON.stringify(report, (_, value: unknown) =>
    typeof value === "number" && !Number.isFinite(value) ? String(value) : value,
  );

function expectSound(report: Report): void {
  for (const { value, label } of report.checks) expect([label, value]).toEqual([label, 0]);
  const figures = figuresOf(report);
  if (figures.start === undefined) return;
  const sum = REASONS.reduce((so, id) => so + Number(figures[id]), Number(figures.start));
  expect(sum).toBeCloseTo(Number(figures.end), 2);
}

describe("a history in disorder", () => {
  it("tells the same in any order of its rows", () => {
    const changes = [
      moved("a", "2026-04-05", "Discovery", "Proposal"),
      moved("a", "2026-04-20", "Proposal", "Negotiation"),
      moved("b", "2026-04-22", "Proposal", "Closed Lost"),
      moved("b", "2026-05-02", "Closed Lost", "Proposal"),
    ];
    const deals = [deal("a", { stage: "Negotiation" }), deal("b")];
    const reports = [changes, [...changes].reverse()].map((rows) =>
      [reviewed, changed].map((of) => of({ deals, changes: rows })),
    );
    expect(reports[1]?.map(figuresOf)).toEqual(reports[0]?.map(figuresOf));
    for (const report of reports.flat()) expectSound(report);
  });

  it("stands at one moment as each row follows from the one before, and ends as the deal is now", () => {
    const changes = [
      moved("a", "2026-05-04", "Proposal", "Negotiation"),
      moved("a", "2026-05-04", "Discovery", "Proposal"),
    ];
    const report = changed({ deals: [deal("a", { stage: "Negotiation" })], changes });
    expect(figuresOf(report)).toMatchObject({ start: 100, end: 100 });
    const stages = rowsOf(report, "stages").map(({ key, cells }) => [key, cells.start, cells.end]);
    expect(stages).toEqual(
      expect.arrayContaining([
        ["Discovery", 100, 0],
        ["Negotiation", 0, 100],
      ]),
    );
  });

  it("shows a deal that was lost on the first day and reopened by the second", () => {
    const changes = [
      moved("a", "2026-04-10", "Proposal", "Closed Lost"),
      moved("a", "2026-05-02", "Closed Lost", "Proposal"),
    ];
    expect(figuresOf(changed({ deals: [deal("a")], changes }))).toMatchObject({
      ...{ start: 0, reopened: 100, end: 100 },
    });
  });

  it("takes a jump to another pipeline for a stay of its own that advanced nothing, and loses no amount", () => {
    const changes = [
      moved("a", "2026-04-06", "Discovery", "Proposal"),
      { ...moved("a", "2026-05-04", "New", "Renewals"), field: "Pipeline" },
    ];
    const messy = { deals: [deal("a", { pipeline: "Renewals" })], changes };
    expect(figuresOf(changed(messy))).toMatchObject({ start: 100, end: 100 });
    const report = reviewed(messy);
    expectSound(report);
    // In its stage since it came into this pipeline, 4 May, not since it came into one of that name.
    expect(dealRow(report, "a")?.in_stage).toBe(11);
  });

  it("knows no days in stage and no age where these would be negative", () => {
    const later = { stageEntered: on("2026-06-01"), createdDate: on("2026-06-01") };
    const report = reviewed({ deals: [deal("a", later), deal("b", { stageEntered: asOf - 3 })] });
    expect(dealRow(report, "a")).toMatchObject({
      in_stage: undefined,
      age: undefined,
      amount: 100,
    });
    expect(dealRow(report, "b")).toMatchObject({ in_stage: 3, age: 44 });
    expectSound(report);
  });

  it("leaves sums blank of which no amount is known, and says no deal is worth 0", () => {
    const old = { amount: undefined, closeDate: on("2026-02-01"), pushCount: 5 };
    const report = reviewed({ deals: [deal("a", old), deal("b", { ...old, owner: "r3" })] });
    expect(wordsOf(report)).not.toMatch(/worth/);
    const blank = ["ages", "owners", "work"].flatMap((id) =>
      rowsOf(report, id).flatMap(({ cells }) => (cells.deals === 0 ? [] : [cells.amount])),
    );
    expect(new Set(blank)).toEqual(new Set([undefined]));
    expect(figuresOf(report).at_risk).toBeUndefined();
  });

  it("counts a deal once under its id of 15 and of 18 characters", () => {
    const changes = [moved(SHORT, "2026-05-02", "Discovery", "Proposal")];
    const snapshots = [seen(LONG, "2026-04-06", { stage: "Discovery", amount: 80 })];
    const report = changed({ deals: [deal(LONG)], changes, snapshots });
    expect(figuresOf(report)).toMatchObject({ start: 80, amount_up: 20, end: 100, new: 0 });
    expect(rowsOf(report, "deals")).toHaveLength(1);
  });

  it("knows a renamed stage by the CRM's name for it", () => {
    const stages = settings.stages.map((stage) =>
      stage.stage === "Proposal" ? { ...stage, stage: "Offer", crmValues: ["Proposal"] } : stage,
    );
    const snapshots = [seen("a", "2026-04-06"), seen("a", "2026-05-04", { stage: "Offer" })];
    const more = { settings: { ...settings, stages } };
    const report = reviewed({ deals: [deal("a", { stage: "Offer" })], snapshots, more });
    // In the stage since the deal was first seen, so soon after it was created that it counts from then: 1 April.
    expect(dealRow(report, "a")?.in_stage).toBe(44);
    expect(rowsOf(report, "stages").map(({ key }) => key)).not.toContain("Proposal");
  });

  it("keeps the deals of an owner who left, under the name the data has", () => {
    const messy = { deals: [deal("a", { owner: "Zoe Gone" }), deal("b", { owner: undefined })] };
    const report = reviewed(messy);
    expect(figuresOf(report).open).toBe(200);
    const owners = rowsOf(report, "owners");
    expect(owners.map(({ cells }) => cells.name)).toContain("Zoe Gone");
    expect(owners.reduce((sum, { cells }) => sum + Number(cells.amount), 0)).toBe(200);
    expectSound(changed(messy));
  });

  it("takes of two snapshots of one day the later row", () => {
    const snapshots = [
      seen("a", "2026-04-06", { amount: 10 }),
      seen("a", "2026-04-06", { amount: 30 }),
      seen("a", "2026-05-04", { amount: 100 }),
    ];
    expect(figuresOf(changed({ deals: [deal("a")], snapshots }))).toMatchObject({
      ...{ start: 30, amount_up: 70, end: 100 },
    });
  });

  it("restates a deal whose currency changed, apart from its amount", () => {
    const snapshots = [
      seen("a", "2026-04-06", { currency: "USD", rate: 1 }),
      seen("a", "2026-05-04", { currency: "EUR", rate: 1.2 }),
    ];
    expect(
      figuresOf(changed({ deals: [deal("a", { currency: "EUR" })], snapshots })),
    ).toMatchObject({ start: 100, currency: 20, amount_up: 0, end: 120 });
  });

  it("ends with managers in a circle, whoever is asked for", () => {
    const circle = reps.map((rep) => (rep.repId === "v1" ? { ...rep, manager: "m1" } : rep));
    const tables = { reps: tableOf(circle) };
    for (const team of ["Mia Stern", "Vera Dahl", "East", undefined]) {
      const more = { tables, team };
      for (const report of [
        reviewed({ deals: [deal("a"), deal("b", { owner: "r3" })], more }),
        changed({ deals: [deal("a"), deal("b", { owner: "r3" })], more }),
      ]) {
        expectSound(report);
      }
    }
  });
});

describe("any history", () => {
  const ids = ["a", "b", SHORT, LONG];
  const stage = fc.constantFrom("Discovery", "Proposal", "Closed Won", "Closed Lost", "Nowhere");
  const option = <T>(of: fc.Arbitrary<T>) => fc.option(of, { nil: undefined });
  const dayIn = fc.integer({ min: on("2026-03-01"), max: on("2026-06-10") });
  const facts = {
    opportunityId: fc.constantFrom(...ids),
    stage,
    amount: option(fc.integer({ min: -5, max: 1000 })),
    currency: fc.constantFrom("USD", "EUR", "GBP", undefined),
    closeDate: option(dayIn),
    owner: fc.constantFrom("r1", "Zoe Gone", "", undefined),
    pipeline: fc.constantFrom("New", "Renewals", undefined),
  };
  const messy: fc.Arbitrary<Messy> = fc.record({
    deals: fc.uniqueArray(
      fc.record({ ...facts, createdDate: option(dayIn), stageEntered: option(dayIn) }),
      { selector: ({ opportunityId }) => opportunityId.slice(0, 15) },
    ),
    changes: fc.array(
      fc.record({
        opportunityId: facts.opportunityId,
        // Halves of days: equal moments are common.
        changedAt: dayIn.map((day) => day + 0.5),
        fromValue: option(stage),
        toValue: stage,
        amount: facts.amount,
      }),
      { maxLength: 15 },
    ),
    snapshots: fc.array(
      fc.record({ ...facts, snapshotDate: dayIn, isGone: fc.constantFrom(undefined, true) }),
      { maxLength: 10 },
    ),
  });

  it("makes reports whose checks are 0, whose steps add up and in which every open deal stands once", () => {
    fc.assert(
      fc.property(messy, dayIn, dayIn, (data, one, other) => {
        const compared = { from: Math.min(one, other), to: Math.max(one, other) };
        const review = reviewed(data);
        for (const report of [review, whatChanged.build({ ...asked(data), ...compared })]) {
          expectSound(report);
          expect(/.{0,80}(?:NaN|Infinity|undefined)/.exec(wordsOf(report))).toBeNull();
        }
        const open = data.deals.filter(({ stage: at }) => !at?.startsWith("Closed"));
        const listed = rowsOf(review, "deals").map(({ key }) => key);
        expect(listed.sort()).toEqual(open.map(({ opportunityId }) => opportunityId).sort());
      }),
      { numRuns: 60 },
    );
  });
});
