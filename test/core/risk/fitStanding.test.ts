import { expect, it } from "vitest";
import { stageIndex } from "../../../src/core/deals/stageIndex.ts";
import type { DealLife } from "../../../src/core/probability/dealLife.ts";
import { fitStanding } from "../../../src/core/risk/fitStanding.ts";
import { riskScorer } from "../../../src/core/risk/riskModel.ts";
import { blueprintStages } from "../../../src/settings/presets/stagePresets.ts";
import { risk as subject } from "../../../src/settings/risk.ts";

const settings = subject.defaults;
const stages = stageIndex(blueprintStages);
const END = 3000;

/** Deals that are lost by chance alone: `fast` ones 1 % of them a day, `slow` ones .2 %. */
function lives(count: number): DealLife[] {
  let state = 5;
  const next = () => {
    state = (state * 48271) % 2147483647;
    return state / 2147483647;
  };
  return Array.from({ length: count }, (_, at) => {
    const isFast = at % 2 === 0;
    const created = Math.floor(next() * END);
    const ended = created + Math.ceil(-Math.log(next()) / (isFast ? 0.01 : 0.002));
    const isOver = ended <= END;
    return {
      id: String(at),
      created,
      versions: [
        {
          since: created,
          pipeline: undefined,
          stage: "Proposal",
          stageEntered: created,
          amount: undefined,
          closeDate: undefined,
          pushes: undefined,
        },
      ],
      outcome: isOver ? "lost" : undefined,
      ended: isOver ? ended : undefined,
      traits: {
        owner: undefined,
        segment: undefined,
        source: undefined,
        type: isFast ? "fast" : "slow",
        product: undefined,
      },
    };
  });
}

it("has the chance of a loss within 90 days that the deals were made with", () => {
  const fit = fitStanding(lives(2000), settings, stages, END);
  const risk = { score: undefined, base: 20, factors: [], cap: 0 };
  const riskOf = riskScorer({
    ...fit,
    version: 1,
    trainedAsOf: END,
    deals: 0,
    lost: 0,
    coefficients: [],
  });
  for (const [type, perDay] of [
    ["fast", 0.01],
    ["slow", 0.002],
  ] as const) {
    const { score = 0 } = riskOf(risk, { opportunityId: "x", type, stage: "Proposal" }, END);
    // 1 - e^(-90 x rate): 59 % and 16 %, whatever the age.
    expect(Math.abs(score / 100 - (1 - Math.exp(-90 * perDay)))).toBeLessThan(0.05);
  }
});

it("without a history has the base of the settings and the points of what the day tells", () => {
  const { intercept, terms, factors } = fitStanding([], settings, stages, END);
  expect(intercept).toBeCloseTo(Math.log(0.2 / 0.8), 9);
  expect(terms).toEqual([]);
  // Age 25 points, time in stage 18.
  expect(factors.flatMap((one) => one?.coefficient ?? [])).toEqual([0.5, 0.36]);
});

it("learns that the deals that fall silent are lost; activity that is counted tells more than silence", () => {
  // Deals alike but for their end, told day by day: those lost go silent 40 days before.
  const silent = lives(2000).map((life) => ({ ...life, traits: { ...life.traits, type: "any" } }));
  const fit = fitStanding(silent, settings, stages, END, (id, _created, day) => {
    const ended = silent[Number(id)]?.ended ?? Number.POSITIVE_INFINITY;
    const last = Math.min(day, ended - 40);
    return { lastActivity: last, recentActivity: day - last > 20 ? 0 : 5 };
  });
  const model = { ...fit, version: 1, trainedAsOf: END, deals: 0, lost: 0, coefficients: [] };
  const riskOf = riskScorer(model);
  const risk = { score: undefined, base: 20, factors: [], cap: 0 };
  const score = (more: object) =>
    riskOf(risk, { opportunityId: "x", stage: "Proposal", type: "any", ...more }, END);
  const of = (more: object, feature: string) =>
    score(more).traits.find((trait) => trait.feature === feature)?.logOdds;
  const gone = { lastActivity: END - 35 };
  expect(score(gone).score).toBeGreaterThan(2 * (score({ lastActivity: END }).score ?? 0));
  expect(score({ recentActivity: 0 }).score).toBeGreaterThan(
    2 * (score({ recentActivity: 5 }).score ?? 0),
  );
  // Both together are one thing seen twice: the count alone counts.
  const both = { ...gone, recentActivity: 5 };
  expect(score(both).score).toBe(score({ recentActivity: 5 }).score);
  expect(of(both, "silence")).toBeUndefined();
  expect(of(gone, "silence")).toBeGreaterThan(0);
});
