import { expect, it } from "vitest";
import type { Deal } from "../../../src/core/deals/deal.ts";
import { stageIndex } from "../../../src/core/deals/stageIndex.ts";
import type { DealLife } from "../../../src/core/probability/dealLife.ts";
import { fitFacts } from "../../../src/core/risk/fitFacts.ts";
import { blueprintStages } from "../../../src/settings/presets/stagePresets.ts";
import { risk as subject } from "../../../src/settings/risk.ts";

const settings = subject.defaults;
const at = settings.factors.findIndex(({ id }) => id === "championLeft");

/** So many deals, some of which have lost their champion; the others tell no or nothing. */
function group(
  count: number,
  having: number,
  stage: string,
  isLost: boolean,
  silent = 0,
): { deals: Deal[]; lives: [string, DealLife][] } {
  const deals = Array.from({ length: count }, (_, index): Deal => {
    const known = index < count - silent ? { championLeft: index < having } : {};
    return {
      opportunityId: `${stage}${isLost}${index}`,
      stage: isLost ? "Closed Lost" : stage,
      ...(isLost ? { closeDate: 90 } : {}),
      ...known,
    };
  });
  const version = { since: 0, pipeline: undefined, stage, stageEntered: 0 };
  const rest = { amount: undefined, closeDate: undefined, pushes: undefined };
  const traits = {
    owner: undefined,
    segment: undefined,
    source: undefined,
    type: undefined,
    product: undefined,
  };
  return {
    deals,
    lives: deals.map(({ opportunityId: id }) => [
      id,
      {
        id,
        created: 0,
        versions: [{ ...version, ...rest }],
        outcome: isLost ? "lost" : undefined,
        ended: isLost ? 90 : undefined,
        traits,
      },
    ]),
  };
}

function fitted(...groups: ReturnType<typeof group>[]) {
  const deals = groups.flatMap((one) => one.deals);
  const lives = new Map(groups.flatMap((one) => one.lives));
  return fitFacts(deals, lives, settings, stageIndex(blueprintStages), 100)[at];
}

it("has the odds ratio of the lost against the open of the same stage", () => {
  // 6,000 of 10,000 against 3,000 of 10,000: ln(6 x 7 / (4 x 3)) = 1.2528; the points' pull on 20,000 deals is below .01.
  const one = group(10_000, 6000, "Proposal", true);
  const fit = fitted(one, group(10_000, 3000, "Proposal", false));
  expect(fit?.coefficient).toBeCloseTo(Math.log(42 / 12), 2);
  expect(fit?.deals).toBe(20_000);
  expect(fit?.mean).toBeCloseTo(0.3, 2);
  // Woolf's variance: 1/6000 + 1/4000 + 1/3000 + 1/7000 = .02987 squared.
  expect(fit?.error).toBeCloseTo(0.0299, 3);
});

it("never compares deals of different stages", () => {
  // Early deals are lost more often and have lost no champion yet: taken together the fact would look harmless.
  const early = [group(4000, 40, "Discovery", true), group(1000, 10, "Discovery", false)];
  const late = [group(1000, 600, "Proposal", true), group(1000, 300, "Proposal", false)];
  const fit = fitted(...early, ...late);
  expect(fit?.coefficient).toBeGreaterThan(1);
  // 1 % of 1,000 and 30 % of 1,000 open deals, against 15.5 % of all.
  expect(fit?.excess.get("/discovery")).toBeCloseTo(0.01 - 310 / 2020, 6);
  expect(fit?.excess.get("/proposal")).toBeCloseTo(0.3 - 310 / 2020, 6);
});

it("leaves a fact to the points that is told of lost deals alone", () => {
  const lost = group(500, 500, "Proposal", true);
  const fit = fitted(lost, group(500, 0, "Proposal", false, 400));
  expect(fit?.coefficient).toBe(0.56);
  expect(fit?.deals).toBe(0);
});
