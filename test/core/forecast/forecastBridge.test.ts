import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { stageIndex } from "../../../src/core/deals/stageIndex.ts";
import { forecastBridge } from "../../../src/core/forecast/forecastBridge.ts";
import type { DealOnDay } from "../../../src/core/history/dealOnDay.ts";
import { rateTable } from "../../../src/core/money/rateTable.ts";
import { stages } from "../../reports/company.ts";

const FROM = 1000;
const TO = 1010;
const request = {
  from: FROM,
  to: TO,
  period: { from: 990, to: 1080 },
  stages: stageIndex(stages),
  rates: { home: "USD", rates: rateTable([]) },
};

const deal = (opportunityId: string, more: Partial<DealOnDay> = {}): DealOnDay => ({
  opportunityId,
  since: 900,
  created: 900,
  stage: "Proposal",
  status: "open",
  amount: 100,
  currency: "USD",
  rate: undefined,
  closeDate: 1050,
  owner: undefined,
  team: undefined,
  segment: undefined,
  region: undefined,
  pipeline: undefined,
  forecastCategory: undefined,
  probability: undefined,
  category: undefined,
  notRewound: [],
  lastOpenIn: undefined,
  ...more,
});

const bridge = (before: readonly DealOnDay[], after: readonly DealOnDay[]) =>
  forecastBridge({ on: (day) => (day === FROM ? before : after) }, request);

describe("the bridge from the last forecast", () => {
  // Proposal stands at 0.5, Negotiation at 0.8 in the stages of the small company.
  it("gives each deal one reason, worked out by hand", () => {
    const before = [
      deal("won"),
      deal("lost"),
      deal("pushed"),
      deal("pulled", { closeDate: 1200 }),
      deal("larger"),
      deal("further"),
      deal("both"),
      deal("back", { status: "lost" }),
      deal("gone"),
      deal("same"),
      deal("booked", { status: "won", closeDate: 995, amount: 40 }),
    ];
    const after = [
      deal("won", { status: "won", closeDate: 1005, amount: 110 }),
      deal("lost", { status: "lost", closeDate: 1005 }),
      deal("pushed", { closeDate: 1081 }),
      deal("pulled", { closeDate: 1080 }),
      deal("larger", { amount: 130 }),
      deal("further", { stage: "Negotiation" }),
      deal("both", { stage: "Negotiation", amount: 200 }),
      deal("back"),
      deal("gone", { status: "gone" }),
      deal("same"),
      deal("booked", { status: "won", closeDate: 995, amount: 40 }),
      deal("new", { created: 1005, probability: 0.3 }),
    ];
    const found = bridge(before, after);
    expect(found.start).toBeCloseTo(8 * 50 + 40, 9);
    const steps = Object.fromEntries(found.steps.map(({ reason, amount }) => [reason, amount]));
    expect(steps).toEqual({
      new: 30,
      moved_in: 50,
      amount: 15 + 50, // 30 more at 0.5, and 100 more at the chance it had
      probability: expect.closeTo(30 + 60, 9),
      won: 60,
      reopened: 50,
      moved_out: -50,
      lost: -50,
      deleted: -50,
    });
    expect(found.steps.find(({ reason }) => reason === "amount")?.deals).toBe(2);
    expect(found.end).toBeCloseTo(440 + 30 + 50 + 65 + 90 + 60 + 50 - 150, 9);
  });

  it("takes the stage's chance of that day where the deal's own is not told and its stage was another", () => {
    const unknown = deal("a", { probability: 0.9, notRewound: ["probability"] });
    const now = deal("a", { probability: 0.9 });
    expect(bridge([unknown], [now])).toMatchObject({ start: 90, end: 90, steps: [] });
    const moved = { ...now, stage: "Negotiation" };
    expect(bridge([unknown], [moved])).toMatchObject({ start: 50, end: 90 });
  });

  it("closes to zero whatever happens to a deal", () => {
    const anyDeal = fc.option(
      fc.record({
        status: fc.constantFrom("open", "won", "lost", "gone" as const),
        amount: fc.option(fc.integer({ min: -500, max: 5000 }), { nil: undefined }),
        closeDate: fc.option(fc.integer({ min: 970, max: 1100 }), { nil: undefined }),
        stage: fc.constantFrom("Discovery", "Proposal", "Review", "Unheard of"),
        probability: fc.option(fc.double({ min: 0, max: 1, noNaN: true }), { nil: undefined }),
      }),
      { nil: undefined },
    );
    fc.assert(
      fc.property(fc.array(fc.tuple(anyDeal, anyDeal), { maxLength: 12 }), (pairs) => {
        const side = (end: 0 | 1) =>
          pairs.flatMap((pair, at) => {
            const facts = pair[end];
            return facts ? [deal(`${at}`, facts as Partial<DealOnDay>)] : [];
          });
        const { start, end, steps } = bridge(side(0), side(1));
        const sum = steps.reduce((total, { amount }) => total + amount, start);
        expect(Math.abs(sum - end)).toBeLessThan(1e-6);
      }),
    );
  });
});
