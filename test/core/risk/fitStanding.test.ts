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
