import { expect, it } from "vitest";
import { brierScore } from "../../../src/core/accuracy/brier.ts";
import {
  type Cut,
  calibrationBins,
  calibrationError,
} from "../../../src/core/accuracy/calibration.ts";
import { USUAL_CORRELATION } from "../../../src/core/forecast/distribution/correlationFromHistory.ts";
import { agentMonths, mavenChances } from "./mavenWins.ts";

const data = process.env.REVOPS_DATA;

it.skipIf(!data)(
  "tells on six mornings which deals are won within 30 days",
  { timeout: 120_000 },
  () => {
    const chances = mavenChances(data ?? "");
    const calls = chances.map(({ chance, outcome }) => ({ chance, won: outcome === 1 }));
    const ageless = chances.map(({ ageless: chance, outcome }) => ({ chance, won: outcome === 1 }));
    // Counted in the file: created before the 1st of July to December 2017, closed on it or later.
    expect(calls).toHaveLength(13_340);
    const base = brierScore(ageless) ?? 0;
    // Aalen-Johansen without age by an independent script: 0.1123.
    expect(base).toBeCloseTo(0.1123, 3);
    const skill = 1 - (brierScore(calls) ?? 1) / base;
    const errorBy = (cut: Cut) => calibrationError(calibrationBins(calls, 10, 0.8, cut)) ?? 1;
    console.log(
      `${calls.length} chances: skill ${skill.toFixed(4)}, calibration error ${errorBy("count").toFixed(4)} by tenths of the deals, ${errorBy("width").toFixed(4)} by ranges of ten points`,
    );
    expect(skill).toBeGreaterThan(0.195);
    expect(errorBy("count")).toBeLessThan(0.02);
    expect(errorBy("width")).toBeLessThan(0.021);
    const { held, all } = agentMonths(chances, USUAL_CORRELATION);
    console.log(`${held} of ${all} agent-months within their 80% range`);
    expect(all).toBe(180);
    expect(held / all).toBeGreaterThanOrEqual(0.75);
    expect(held / all).toBeLessThanOrEqual(0.85);
  },
);
