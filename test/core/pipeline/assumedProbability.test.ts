import { expect, it } from "vitest";
import {
  assumedBasis,
  isAssumed,
  toldProbability,
} from "../../../src/core/pipeline/assumedProbability.ts";
import { blueprintStages } from "../../../src/settings/presets/stagePresets.ts";

it("an assumed probability is ours until somebody gives another", () => {
  const [stage] = blueprintStages;
  if (stage === undefined) throw new Error("no stage");
  const assumed = { ...stage, probability: 0.07, basis: assumedBasis(0.07) };
  // 0.07 * 100 is 7.000000000000001 in binary.
  expect(assumed.basis).toBe("Assumed 7 %, usual for this place");
  expect([isAssumed(assumed), toldProbability(assumed)]).toEqual([true, undefined]);
  const own = { ...assumed, probability: 0.3 };
  expect([isAssumed(own), toldProbability(own)]).toEqual([false, 0.3]);
  expect([isAssumed(stage), toldProbability(stage)]).toEqual([false, 0.1]);
  expect(toldProbability(undefined)).toBeUndefined();
});
