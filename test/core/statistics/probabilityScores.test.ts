import fc from "fast-check";
import { expect, it } from "vitest";
import {
  brierScore,
  calibrationError,
  logLoss,
  rankAuc,
  reliabilityBins,
} from "../../../src/core/statistics/probabilityScores.ts";

const predictions = fc.array(
  fc.record({
    chance: fc.integer({ min: 0, max: 10 }).map((tenth) => tenth / 10),
    outcome: fc.constantFrom(0, 1),
  }),
  { minLength: 2, maxLength: 30 },
);

it("a constant chance at the base rate scores p(1-p), and its entropy", () => {
  const constant = [1, 0, 0, 0].map((outcome) => ({ chance: 0.25, outcome }));
  expect(brierScore(constant)).toBeCloseTo(0.25 * 0.75, 12);
  expect(logLoss(constant)).toBeCloseTo(-(0.25 * Math.log(0.25) + 0.75 * Math.log(0.75)), 12);
  expect(calibrationError(constant)).toBe(0);
});

it("the area under the curve is the share of pairs in the right order, ties by half", () => {
  fc.assert(
    fc.property(predictions, (list) => {
      const came = list.filter(({ outcome }) => outcome === 1);
      const missed = list.filter(({ outcome }) => outcome === 0);
      if (came.length === 0 || missed.length === 0) {
        expect(rankAuc(list)).toBeUndefined();
        return;
      }
      let pairs = 0;
      for (const one of came)
        for (const other of missed)
          pairs += one.chance > other.chance ? 1 : one.chance === other.chance ? 0.5 : 0;
      expect(rankAuc(list)).toBeCloseTo(pairs / (came.length * missed.length), 12);
    }),
  );
});

it("the bins hold every prediction once", () => {
  fc.assert(
    fc.property(predictions, (list) => {
      const bins = reliabilityBins(list);
      expect(bins.reduce((sum, bin) => sum + bin.outcomes, 0)).toBe(list.length);
      const came = list.reduce((sum, { outcome }) => sum + outcome, 0);
      expect(bins.reduce((sum, bin) => sum + bin.observed * bin.outcomes, 0)).toBeCloseTo(came, 9);
    }),
  );
});
