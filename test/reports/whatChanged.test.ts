import { describe, expect, it } from "vitest";
import { periodFromLabel } from "../../src/core/calendar/period.ts";
import type { Deal, DealSnapshot } from "../../src/core/deals/deal.ts";
import type { Report } from "../../src/reports/report.ts";
import { whatChanged } from "../../src/reports/whatChanged.ts";
import { defaultSettings } from "../../src/settings/defaultSettings.ts";
import { on, request, settings } from "./company.ts";
import { csv, day as dayOf, salesWave, tableOf } from "./dataSets.ts";

const figuresOf = (report: Report): Record<string, number> =>
  Object.fromEntries(report.figures.map(({ id, value }) => [id, Number(value)]));
const REASONS = [
  ...["new", "pulled_in", "pushed_in", "owner_in", "reopened", "amount_up", "amount_down"],
  ...["pulled_out", "pushed_out", "owner_out", "lost", "won", "deleted", "currency"],
];
const tableOfReport = (report: Report, id: string) =>
  report.sections.find(({ table }) => table?.id === id)?.table;

const seen = (
  iso: string,
  opportunityId: string,
  more: Partial<DealSnapshot> = {},
): DealSnapshot => ({
  snapshotDate: on(iso),
  opportunityId,
  stage: "Proposal",
  amount: 100,
  currency: "USD",
  rate: 1,
  closeDate: on("2026-06-15"),
  owner: "r1",
  ...more,
});
const EARLY = "2026-05-04";
const LATE = "2026-05-11";
const snapshots: DealSnapshot[] = [
  ...["a", "b", "c", "d", "e"].map((id) => seen(EARLY, id)),
  seen(EARLY, "f", { closeDate: on("2026-07-20") }),
  seen(LATE, "a", { stage: "Closed Won", isClosed: true, isWon: true }),
  seen(LATE, "b", { closeDate: on("2026-08-01") }),
  seen(LATE, "c", { amount: 130 }),
  seen(LATE, "d", { owner: "r3" }),
  seen(LATE, "e", { currency: "EUR", rate: 1.2 }),
  seen(LATE, "f"),
  seen(LATE, "g", { amount: 40 }),
  seen(LATE, "h", { stage: "Closed Lost", isClosed: true }),
];
const deals: Deal[] = ["a", "b", "c", "d", "e", "f", "g", "h"].map((opportunityId) => {
  const { stage, amount, closeDate, owner, currency } = snapshots
    .filter((one) => one.opportunityId === opportunityId)
    .at(-1)!;
  const created = ["g", "h"].includes(opportunityId) ? "2026-05-06" : "2026-03-01";
  return {
    opportunityId,
    opportunityName: `Deal ${opportunityId}`,
    stage,
    amount,
    closeDate,
    owner,
    currency,
    createdDate: on(created),
  };
});
const small = (more = {}) =>
  whatChanged.build({
    ...request({ asOf: on("2026-05-12") }),
    tables: {
      ...request().tables,
      opportunities: tableOf(deals),
      snapshots: tableOf(snapshots),
      opportunityHistory: undefined,
    },
    ...more,
  });

describe("what changed", () => {
  it("each step opens exactly its deals, and the first of them leads back", () => {
    const report = small();
    const [steps, list] = [tableOfReport(report, "movement"), tableOfReport(report, "deals")];
    const opened = (steps?.rows ?? []).flatMap(({ cells, links }) =>
      links?.step ? [{ step: cells.step, ...links.step }] : [],
    );
    // The six reasons of the snapshots above: a won, b pushed out, c up, e restated, f pulled in, g new.
    expect(opened.map(({ step }) => step)).toEqual([
      ...["New", "Pulled in", "Amount up", "Pushed out", "Won", "Currency"],
    ]);
    for (const { step, row, rows = 1 } of opened) {
      const reasons = list?.rows.map(({ cells }) => cells.reason);
      expect(reasons?.flatMap((reason, at) => (reason === step ? [at] : []))).toEqual(
        Array.from({ length: rows }, (_, at) => row + at),
      );
      const back = list?.rows[row]?.links?.reason;
      expect(steps?.rows[back?.row ?? -1]?.cells.step).toBe(step);
    }
    const [largest] = tableOfReport(report, "largest")?.rows ?? [];
    expect(list?.rows[largest?.links?.name?.row ?? -1]?.key).toBe(largest?.key);
  });

  it("says that nothing has a close date where that is why no deal is in any period", () => {
    const undated = deals.map(({ closeDate: _closeDate, ...deal }) => deal);
    const report = small({ tables: { opportunities: tableOf(undated) } });
    expect(report.answer).toMatch(/^No deal has a close date, so none belongs to a period/);
    const [movement] = report.sections;
    expect(movement?.reading).toBe(movement?.table?.empty);
  });

  it("compares with the snapshots before the latest, and every deal has its reason", () => {
    const report = small();
    expect(report.notes[0]).toBe(
      "The earlier day is that of the snapshots before the latest ones of 2026-05-11.",
    );
    // Five of 100 closing in the quarter; a won, b pushed out, c +30, e restated by 0.2 x 100, f pulled in, g new.
    expect(figuresOf(report)).toMatchObject({
      start: 500,
      end: 490,
      new: 40,
      pulled_in: 100,
      pushed_out: -100,
      won: -100,
      amount_up: 30,
      currency: 20,
      lost: 0,
      owner_in: 0,
      check: 0,
    });
    expect(report.answer).toBe(
      "Open pipeline for Q2 2026, Apr-Jun 2026 went from USD 500 on 2026-05-04 to USD 490 on 2026-05-12 (-2 %): pulled in +USD 100, pushed out USD -100, won USD -100.",
    );
  });

  it("says which amounts count as 0 because no rate is known on a day that is over", () => {
    const later = snapshots.map((one) =>
      one.opportunityId === "e" && one.snapshotDate === on(LATE)
        ? { ...one, currency: "SEK", rate: undefined }
        : one,
    );
    const then = small({
      from: on(EARLY),
      to: on(LATE),
      tables: {
        ...request().tables,
        opportunities: tableOf(deals),
        snapshots: tableOf(later),
        opportunityHistory: undefined,
      },
    });
    // Deal e, 100 in dollars before and in kronor after, is worth nothing known on the later day.
    expect(figuresOf(then)).toMatchObject({ currency: -100, check: 0 });
    const [first] = then.sections.flatMap(({ findings = [] }) => findings);
    expect(first).toMatchObject({ id: "no_rate", evidence: ["e"] });
    expect(first?.what).toMatch(/^1 deal in SEK counts as 0 on one of the two days/);
    const ids = small().sections.flatMap(({ findings = [] }) => findings.map(({ id }) => id));
    expect(ids).not.toContain("no_rate");
  });

  it("moves a deal that changed hands between the owners and balances each", () => {
    const rows = tableOfReport(small(), "owners")?.rows ?? [];
    const of = (name: string) => rows.find(({ cells }) => cells.name === name)?.cells;
    expect(of("Ana Ruiz")).toMatchObject({ start: 500, in: 100, out: -200, end: 390 });
    expect(of("Cy Okafor")).toMatchObject({ start: 0, in: 100, end: 100 });
  });

  it("says at once when the start is only what deals became later", () => {
    const bare = small({ tables: { opportunities: tableOf(deals) } });
    expect(figuresOf(bare).start).toBeGreaterThan(0);
    expect(bare.answer).toMatch(/ 100 % of the start is hindsight: nothing tells those deals'/);
    expect(small().answer).not.toContain("hindsight");
  });

  it("narrows to an owner: a deal that changes hands leaves the one and comes to the other", () => {
    const ana = small({ team: "Ana Ruiz" });
    expect(figuresOf(ana)).toMatchObject({ start: 500, owner_out: -100, end: 390, check: 0 });
    expect(figuresOf(small({ team: "West" }))).toMatchObject({ start: 0, owner_in: 100, end: 100 });
    expect(ana.scope).toBe("Ana Ruiz");
    expect(tableOfReport(ana, "owners")?.rows.map(({ cells }) => cells.name)).toEqual(["Ana Ruiz"]);
    expect(ana.checks.map(({ value }) => value)).toEqual([0, 0]);
  });

  it("narrows to stages and categories: a deal that moves on leaves by its stage", () => {
    const moved = [
      ...snapshots,
      seen(LATE, "i", { stage: "Negotiation" }),
      seen(EARLY, "i", { stage: "Proposal" }),
    ];
    const tables = {
      ...request().tables,
      opportunities: tableOf([
        ...deals,
        { opportunityId: "i", stage: "Negotiation", owner: "r1", createdDate: on("2026-03-01") },
      ]),
      snapshots: tableOf(moved),
      opportunityHistory: undefined,
    };
    const of = (more: object) => figuresOf(small({ tables, ...more }));
    // Six of 100 in Proposal, one of which went on to Negotiation; the rest as above.
    const proposals = of({ stages: ["proposal"] });
    expect(proposals).toMatchObject({ start: 600, stage_out: -100, end: 490, check: 0 });
    expect(of({ stages: ["Negotiation"] })).toMatchObject({ start: 0, stage_in: 100, end: 100 });
    // Proposal is Best Case, Negotiation Commit in the Stages settings.
    expect(of({ categories: ["Best Case"] })).toMatchObject({ start: 600, end: 490 });
    expect(of({ stages: ["Proposal"], categories: ["Commit"] })).toMatchObject({
      start: 0,
      end: 0,
    });
    expect(of({})).not.toHaveProperty("stage_out");
    expect(() => of({ stages: ["Propsal"] })).toThrow(
      "There is no stage called Propsal; open stages are Discovery, Proposal, Negotiation and Review.",
    );
    expect(() => of({ categories: ["Sure"] })).toThrow("no forecast category called Sure");
  });

  it("narrows to pipelines: those of all deals add up to the whole, and a jump is in one and out of the other", () => {
    const pipelineOf = (id: string, day: number) =>
      id < "c" || (id === "c" && day === on(EARLY)) ? "New business" : "Renewals";
    const tables = {
      ...request().tables,
      opportunities: tableOf(
        deals.map((one) => ({ ...one, pipeline: pipelineOf(one.opportunityId, on(LATE)) })),
      ),
      snapshots: tableOf(
        snapshots.map((one) => ({
          ...one,
          pipeline: pipelineOf(one.opportunityId, one.snapshotDate),
        })),
      ),
      opportunityHistory: undefined,
    };
    const of = (...pipelines: string[]) => small({ tables, pipelines });
    const [first, second] = [of("New business"), of("renewals")].map(figuresOf);
    // a won, b pushed out, c went over with 100.
    expect(first).toMatchObject({
      start: 300,
      won: -100,
      pushed_out: -100,
      owner_out: -100,
      end: 0,
    });
    // c came with 130; d unchanged, e restated by 20, f pulled in, g new.
    expect(second).toMatchObject({ start: 200, owner_in: 130, pulled_in: 100, new: 40, end: 490 });
    const whole = figuresOf(small({ tables }));
    for (const id of ["start", "end", "check"])
      expect((first?.[id] ?? 0) + (second?.[id] ?? 0)).toBeCloseTo(whole[id] ?? 0, 9);
    expect([first?.check, second?.check]).toEqual([0, 0]);
    // Only the jump is told otherwise: 30 more instead of 100 out and 130 in.
    const sum = (figures: Record<string, number> | undefined, ids: readonly string[]) =>
      ids.reduce((so, id) => so + (figures?.[id] ?? 0), 0);
    const jump = ["owner_in", "owner_out", "amount_up"];
    expect(sum(first, jump) + sum(second, jump)).toBe(30);
    expect(sum(whole, jump)).toBe(30);
    for (const id of REASONS.filter((one) => !jump.includes(one)))
      expect((first?.[id] ?? 0) + (second?.[id] ?? 0)).toBe(whole[id]);
    const both = figuresOf(of("New business", "Renewals"));
    expect(both).toMatchObject(whole);
    expect(of("Renewals").scope).toBe("All owners, Renewals");
    expect(of("Renewals").notes).toContain(
      "A deal that came from another pipeline counts as Owner in, one that went to another as Owner out.",
    );
    expect(() => of("Partner")).toThrow(
      "There is no pipeline called Partner; there is New business and Renewals.",
    );
    expect(() => small({ pipelines: ["Partner"] })).toThrow("the deals name none");
  });

  it("shows what came and left in between", () => {
    // h was created and lost between the snapshots; nothing shows it open, its row does from its created date on.
    const inside = tableOfReport(small(), "inside")?.rows.map(({ cells }) => cells.what);
    expect(inside).toEqual(["Came and left again"]);
  });

  it("tells amounts apart where the settings ask for it", () => {
    const options = { ...settings.options, splitMovementAmounts: true };
    const won = snapshots.map((one) =>
      one.opportunityId === "a" && one.isWon ? { ...one, amount: 150 } : one,
    );
    const tables = { opportunities: tableOf(deals), snapshots: tableOf(won) };
    expect(
      figuresOf(small({ tables, to: on(LATE), settings: { ...settings, options } })),
    ).toMatchObject({
      won: -150,
      amount_up: 80,
      check: 0,
    });
  });

  it("takes the days and the period it is asked for, a week without snapshots", () => {
    const from = on("2026-05-05");
    expect(small({ from, to: on("2026-05-06") }).answer).toContain("on 2026-05-05");
    const july = small({ period: periodFromLabel("2026-Q3", settings.calendar) });
    expect(figuresOf(july)).toMatchObject({
      start: 100,
      pulled_out: -100,
      pushed_in: 100,
      end: 100,
    });
    const bare = whatChanged.build(request());
    expect(bare.notes[0]).toContain("a week before");
    expect(() => small({ from, to: on("2026-05-04") })).toThrow(
      "The from date, 2026-05-05, is after the to date, 2026-05-04; expected the earlier day first.",
    );
  });
});

describe.skipIf(!process.env.REVOPS_DATA)("the demo company", () => {
  it("balances to the cent between month ends, start and end as the lines of the file give them", () => {
    const tables = salesWave();
    const lines = csv("sales_wave/OpportunityHistory.csv").map((line) => ({
      id: line["Opportunity.External_Id__c"] ?? "",
      stage: line.StageName__c ?? "",
      amount: Number(line.Amount__c),
      changed: dayOf(line.CreatedDate__c) ?? 0,
      close: dayOf(line.CloseDate__c) ?? 0,
    }));
    const open = (at: number, from: number, to: number) => {
      const last = new Map<string, (typeof lines)[number]>();
      for (const line of lines) {
        if (line.changed <= at) last.set(line.id, line);
      }
      return [...last.values()]
        .filter(({ stage, close }) => !stage.startsWith("Closed") && close >= from && close <= to)
        .reduce((sum, line) => sum + line.amount, 0);
    };
    const ends = ["2016-06-30", "2016-09-30", "2016-11-30", "2016-12-31"].map(on);
    for (const [at, from] of ends.slice(0, -1).entries()) {
      const to = ends[at + 1] as number;
      const label = ["2016-Q3", "2016-Q4", "2016-Q4"][at] as string;
      const period = periodFromLabel(label, defaultSettings.calendar);
      const report = whatChanged.build({
        tables,
        settings: defaultSettings,
        asOf: on("2017-06-01"),
        period,
        from,
        to,
      });
      const figures = figuresOf(report);
      const sum = REASONS.reduce((so, reason) => so + (figures[reason] ?? Number.NaN), 0);
      expect(figures.check).toBe(0);
      expect((figures.start ?? 0) + sum).toBeCloseTo(figures.end ?? 0, 2);
      expect(figures.start).toBeCloseTo(open(from, period.from, period.to), 2);
      expect(figures.end).toBeCloseTo(open(to, period.from, period.to), 2);
      for (const row of tableOfReport(report, "owners")?.rows ?? []) {
        const { start, in: moved, amounts, out, lost, won, end, new: created } = row.cells;
        const parts = [start, created, moved, amounts, out, lost, won].map(Number);
        expect(parts.reduce((a, b) => a + b, 0)).toBeCloseTo(Number(end), 2);
      }
    }
  });
});
