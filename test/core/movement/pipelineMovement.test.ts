import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Day } from "../../../src/core/calendar/day.ts";
import type { DealChange, DealSnapshot } from "../../../src/core/deals/deal.ts";
import { dealHistory } from "../../../src/core/history/dealHistory.ts";
import type { DealOnDay } from "../../../src/core/history/dealOnDay.ts";
import { rateTable } from "../../../src/core/money/rateTable.ts";
import { isInScope, type MovementScope } from "../../../src/core/movement/dealMove.ts";
import { MOVE_REASONS } from "../../../src/core/movement/moveReason.ts";
import { movementByGroup, pipelineMovement } from "../../../src/core/movement/pipelineMovement.ts";
import { defaultSettings } from "../../../src/settings/defaultSettings.ts";
import { on, stages } from "../../reports/company.ts";
import { csv, day as dayOf, salesWave } from "../../reports/dataSets.ts";

const { options } = defaultSettings;
const rates = { home: "USD", rates: rateTable([{ currency: "EUR", from: 120, rate: 1.25 }]) };

const snapshots: fc.Arbitrary<DealSnapshot[]> = fc.array(
  fc.record({
    opportunityId: fc.constantFrom("a", "b", "c", "d"),
    snapshotDate: fc.integer({ min: 100, max: 140 }),
    stage: fc.constantFrom("Discovery", "Proposal", "Closed Won", "Closed Lost"),
    amount: fc.option(fc.integer({ min: 0, max: 1000 }), { nil: undefined }),
    currency: fc.constantFrom("USD", "EUR", undefined, "XXX"),
    closeDate: fc.option(fc.integer({ min: 90, max: 220 }), { nil: undefined }),
    owner: fc.constantFrom("Ana", "Bo", undefined),
    isGone: fc.constantFrom(undefined, undefined, undefined, true),
  }),
  { maxLength: 25 },
);
const scopes: fc.Arbitrary<MovementScope> = fc.record({
  window: fc.constantFrom(undefined, { from: 130, to: 180 }),
  splitAmounts: fc.boolean(),
  counts: fc.constantFrom(undefined, ({ stage }: DealOnDay) => stage === "Proposal"),
});
const day = fc.integer({ min: 95, max: 145 });

describe("the movement of a pipeline", () => {
  it("explains every cent between any two days, for all and for each owner", () => {
    fc.assert(
      fc.property(snapshots, scopes, day, day, (rows, scope, one, other) => {
        const history = dealHistory({ snapshots: rows, stages, options, asOf: 150 });
        const request = { from: Math.min(one, other), to: Math.max(one, other), scope, rates };
        const { total, deals } = pipelineMovement(history, request);
        const owners = [...movementByGroup(history, request, ({ owner = "" }) => owner).values()];
        for (const waterfall of [total, ...owners]) {
          const sum = MOVE_REASONS.reduce((so, reason) => so + waterfall.moves[reason].amount, 0);
          expect(waterfall.start + sum).toBeCloseTo(waterfall.end, 6);
          expect(waterfall.check).toBe(0);
        }
        const add = (name: "start" | "end" | "startDeals" | "endDeals") =>
          owners.reduce((so, waterfall) => so + waterfall[name], 0);
        for (const name of ["start", "end", "startDeals", "endDeals"] as const) {
          expect(add(name)).toBeCloseTo(total[name], 6);
        }
        // Each deal once, and with amounts not told apart one reason for one that came or left.
        expect(new Set(deals.map(({ after }) => after?.opportunityId)).size).toBe(deals.length);
        if (scope.splitAmounts) return;
        for (const { start, end, effects } of deals) {
          if (start === undefined || end === undefined) expect(effects).toHaveLength(1);
        }
      }),
    );
  });

  it("is nothing between a day and itself", () => {
    fc.assert(
      fc.property(snapshots, scopes, day, (rows, scope, at) => {
        const history = dealHistory({ snapshots: rows, stages, options, asOf: 150 });
        const { total, deals } = pipelineMovement(history, { from: at, to: at, scope, rates });
        expect(deals).toEqual([]);
        expect(total.start).toBe(total.end);
      }),
    );
  });

  it("keeps to its owner", () => {
    const rows = [
      { opportunityId: "a", snapshotDate: 100, stage: "Proposal", amount: 10, owner: "Ana" },
      { opportunityId: "b", snapshotDate: 100, stage: "Proposal", amount: 5, owner: "Bo" },
      { opportunityId: "a", snapshotDate: 110, stage: "Proposal", amount: 12, owner: "Bo" },
      { opportunityId: "b", snapshotDate: 110, stage: "Closed Won", amount: 5, owner: "Bo" },
    ];
    const history = dealHistory({ snapshots: rows, stages, options, asOf: 150 });
    const request = { from: 105, to: 110, scope: {}, rates };
    const { total } = pipelineMovement(history, {
      ...request,
      isMine: ({ owner }) => owner === "Bo",
    });
    expect([total.start, total.moves.owner_in.amount, total.moves.won.amount, total.end]).toEqual([
      5, 12, -5, 12,
    ]);
    expect(pipelineMovement(history, request).total.moves).toMatchObject({
      amount_up: { amount: 2, deals: 1 },
      won: { amount: -5, deals: 1 },
      owner_in: { amount: 0, deals: 0 },
    });
  });
});

describe.skipIf(!process.env.REVOPS_DATA)("the demo company's pipeline", () => {
  const tables = salesWave();
  const deals = tables.opportunities?.rows ?? [];
  const history = dealHistory({
    deals,
    changes: (tables.opportunityHistory?.rows ?? []) as readonly DealChange[],
    stages: defaultSettings.stages,
    options,
    asOf: on("2017-06-30"),
  });
  const rates = { home: undefined, rates: rateTable([]) };

  /** Open value of a window on a day by owner, straight from the lines of the file, which stand in their true order. */
  const recomputed = (at: Day, window: { from: Day; to: Day } | undefined): Map<string, number> => {
    const owners = new Map(deals.map(({ opportunityId, owner }) => [opportunityId, owner ?? ""]));
    const last = new Map<string, Readonly<Record<string, string>>>();
    for (const line of csv("sales_wave/OpportunityHistory.csv")) {
      if ((dayOf(line.CreatedDate__c) ?? 0) <= at)
        last.set(line["Opportunity.External_Id__c"] ?? "", line);
    }
    const sums = new Map<string, number>();
    for (const [id, line] of last) {
      const close = dayOf(line.CloseDate__c) ?? 0;
      if (line.StageName__c?.startsWith("Closed")) continue;
      if (window && (close < window.from || close > window.to)) continue;
      const owner = owners.get(id) ?? "";
      sums.set(owner, (sums.get(owner) ?? 0) + Number(line.Amount__c));
    }
    return sums;
  };

  const monthEnds = ["2016-01-31", "2016-05-31", "2016-09-30", "2016-12-31", "2017-03-31"].map(on);
  const pairs = monthEnds.flatMap((from) =>
    monthEnds.filter((to) => to > from).map((to) => [from, to] as const),
  );

  it.each([undefined, { from: on("2016-10-01"), to: on("2016-12-31") }])(
    "balances for every owner between any two month ends, window %o",
    (window) => {
      const open = new Map(monthEnds.map((at) => [at, recomputed(at, window)]));
      for (const [from, to] of pairs) {
        const request = { from, to, scope: { window }, rates };
        const { total } = pipelineMovement(history, request);
        const sum = (at: Day) => [...(open.get(at)?.values() ?? [])].reduce((a, b) => a + b, 0);
        expect(total.start).toBeCloseTo(sum(from), 4);
        expect(total.end).toBeCloseTo(sum(to), 4);
        expect(total.check).toBe(0);
        for (const [owner, waterfall] of movementByGroup(
          history,
          request,
          (deal) => deal.owner ?? "",
        )) {
          expect(waterfall.check).toBe(0);
          expect(waterfall.start).toBeCloseTo(open.get(from)?.get(owner) ?? 0, 4);
          expect(waterfall.end).toBeCloseTo(open.get(to)?.get(owner) ?? 0, 4);
        }
      }
    },
  );

  it("balances between any two days", () => {
    const anyDay = fc.integer({ min: on("2015-01-01"), max: on("2017-09-30") });
    const width = fc.constantFrom(30, 91, 365);
    fc.assert(
      fc.property(
        anyDay,
        anyDay,
        anyDay,
        width,
        fc.boolean(),
        (a, b, start, length, splitAmounts) => {
          const window = { from: start, to: start + length };
          const scope = { window, splitAmounts };
          const request = { from: Math.min(a, b), to: Math.max(a, b), scope, rates };
          const { total } = pipelineMovement(history, request);
          const open = history.on(request.to).filter((deal) => isInScope(deal, scope));
          expect(total.check).toBe(0);
          expect(total.end).toBeCloseTo(
            open.reduce((sum, deal) => sum + (deal.amount ?? 0), 0),
            4,
          );
        },
      ),
      { numRuns: 40 },
    );
  });
});
