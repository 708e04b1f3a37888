import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { DealOnDay } from "../../../src/core/history/dealOnDay.ts";
import {
  conversionOf,
  pooledConversions,
  type StageVisit,
} from "../../../src/core/pipeline/stageConversion.ts";
import { stageFlows } from "../../../src/core/pipeline/stageFlow.ts";
import type { StageStay, StayEnd } from "../../../src/core/pipeline/stageStays.ts";

const asOf = 1000;
const names = ["Lead", "Qualified", "Discovery", "Proposal", "Negotiation"];

function stay(id: string, order: number, entered: number, left?: number, end?: StayEnd): StageStay {
  const stage = names[order - 1] ?? "";
  const deal = { opportunityId: id } as DealOnDay;
  return { opportunityId: id, pipeline: "", stage, order, entered, left, end, deal };
}

/** A deal that passes the first stages, ten days each, and then is lost, or won after the last. */
function passing(id: string, stages: number, isWon: boolean): StageStay[] {
  return Array.from({ length: stages }, (_, at) => {
    const isLast = at === stages - 1;
    const end = isLast ? (isWon ? "won" : "lost") : "advanced";
    return stay(id, at + 1, at * 10, at * 10 + 10, end);
  });
}

// The funnel of the seed: 100, 60, 45, 30, 20 deals reach the stages, 15 are won.
const reach = [100, 60, 45, 30, 20];
const funnel = Array.from({ length: 100 }, (_, at) => {
  const stages = reach.filter((count) => at < count).length;
  return passing(`D${at}`, stages, at < 15);
}).flat();

describe("conversion", () => {
  it("equals the seed's funnel: 60, 75, 66.7, 66.7, 75 % and 15 % overall", () => {
    const flows = stageFlows(funnel, asOf);
    const rates = flows.map(({ conversion }) => Number((conversion.rate ?? 0).toFixed(3)));
    expect(flows.map(({ stage }) => stage)).toEqual(names);
    expect(rates).toEqual([0.6, 0.75, 0.667, 0.667, 0.75]);
    expect(flows[0]?.conversion.winRate).toBeCloseTo(0.15, 12);
    expect(flows[4]?.conversion).toMatchObject({ entered: 20, advanced: 15, lost: 5, waiting: 0 });
    // The product of all steps is the whole.
    expect(rates.reduce((product, rate) => product * rate, 1)).toBeCloseTo(0.15, 2);
  });

  it("takes a move into another pipeline for no step further, winning there for one", () => {
    const other = (one: StageStay): StageStay => ({ ...one, pipeline: "Renewals" });
    const [first] = stageFlows(
      [
        ...[stay("A", 1, 0, 5, "moved"), other(stay("A", 3, 5))],
        ...[stay("B", 1, 0, 5, "moved"), other(stay("B", 3, 5, 9, "won"))],
      ],
      asOf,
    );
    expect(first?.visits.map(({ advanced }) => advanced)).toEqual([undefined, 9]);
  });

  it("counts going back and forth as one visit, and a skipped stage not at all", () => {
    const [first, ...more] = stageFlows(
      [
        stay("A", 1, 0, 5, "advanced"),
        stay("A", 3, 5, 9, "back"),
        stay("A", 1, 9, 20, "advanced"),
        stay("A", 4, 20),
      ],
      asOf,
    );
    expect(first?.conversion).toMatchObject({ entered: 1, advanced: 1, lost: 0 });
    expect(first?.visits[0]?.advanced).toBe(5);
    expect(more.map(({ stage }) => stage)).toEqual(["Discovery", "Proposal"]);
    expect(more[0]?.conversion).toMatchObject({ entered: 1, advanced: 1 });
    expect(more[1]?.conversion).toMatchObject({ entered: 1, waiting: 1, rate: undefined });
  });

  it("weighs open deals for as long as they have been in (Aalen-Johansen by hand)", () => {
    // Advanced on day 10 of 4 at risk, one open since day 15, lost on day 20 of 2, advanced on day 30 of 1:
    // advanced 1/4 + 3/4 x 1/2 x 1 = 5/8, lost 3/4 x 1/2 = 3/8.
    const flow = stageFlows(
      [
        stay("A", 1, 0, 10, "advanced"),
        stay("B", 1, asOf - 15),
        stay("C", 1, 0, 20, "lost"),
        stay("D", 1, 0, 30, "advanced"),
        stay("A", 2, 10),
        stay("D", 2, 30),
      ],
      asOf,
    )[0];
    expect(flow?.conversion.rate).toBeCloseTo(5 / 8, 12);
    expect(flow?.conversion).toMatchObject({ entered: 4, advanced: 2, lost: 1, waiting: 1 });
  });

  it("without open deals is the plain share, and always between 0 and 1", () => {
    const outcome = fc.record({ days: fc.integer({ min: 1, max: 400 }), end: fc.nat(2) });
    fc.assert(
      fc.property(fc.array(outcome, { minLength: 1 }), (deals) => {
        const all = deals.map(({ days, end }, at): StageStay => {
          const ends: (StayEnd | undefined)[] = ["won", "lost", undefined];
          const isOpen = end === 2;
          return stay(`D${at}`, 5, asOf - days, isOpen ? undefined : asOf, ends[end]);
        });
        const conversion = stageFlows(all, asOf)[0]?.conversion;
        const { advanced = 0, lost = 0, waiting = 0, rate } = conversion ?? {};
        expect(advanced + lost + waiting).toBe(deals.length);
        if (waiting === 0) expect(rate).toBeCloseTo(advanced / (advanced + lost), 10);
        if (rate !== undefined) expect(rate >= 0 && rate <= 1 + 1e-12).toBe(true);
        else expect(advanced + lost).toBe(0);
      }),
    );
  });
});

describe("pooled conversion", () => {
  const visits = (advanced: number, lost: number): StageVisit[] =>
    Array.from({ length: advanced + lost }, (_, at) => ({
      ...{ pipeline: "", stage: "Lead", order: 1, opportunityId: `D${at}`, entered: 0 },
      advanced: at < advanced ? 10 : undefined,
      over: { day: 10, won: at < advanced },
      first: stay(`D${at}`, 1, 0, 10, "lost"),
    }));

  it("leans on all groups the more the fewer deals a group has", () => {
    const groups = new Map([
      ["large", visits(120, 80)],
      ["other", visits(40, 160)],
      ["small", visits(2, 0)],
    ]);
    const pooled = pooledConversions(groups, asOf);
    const whole = 162 / 402;
    const of = (name: string) => pooled.get(name)?.pooled ?? Number.NaN;
    expect(Math.abs(of("large") - 0.6)).toBeLessThan(0.02);
    expect(pooled.get("small")?.rate).toBe(1);
    expect(of("small")).toBeLessThan(0.9);
    expect(of("small")).toBeGreaterThan(whole);
  });

  it("gives an interval around the rate that narrows with the deals", () => {
    const [few, many] = [conversionOf(visits(3, 2), asOf), conversionOf(visits(300, 200), asOf)];
    for (const { low = 1, rate = 0, high = 0 } of [few, many]) {
      expect(low).toBeLessThan(rate);
      expect(high).toBeGreaterThan(rate);
    }
    // scipy.stats.beta.ppf([.1, .9], 300.5, 200.5).
    expect(many.low).toBeCloseTo(0.57167356, 6);
    expect(many.high).toBeCloseTo(0.62775613, 6);
  });
});
