import { expect, it } from "vitest";
import { defaultCalendar } from "../../../src/core/calendar/defaultCalendar.ts";
import { isOpenOn } from "../../../src/core/probability/dealLife.ts";
import {
  heldOutBins,
  LEAST_WON,
  rollingOrigin,
  rungScores,
} from "../../../src/core/probability/rollingOrigin.ts";
import { LAST, someLives } from "./someLives.ts";

const lives = someLives(3000);
const heldOut = rollingOrigin(lives, LAST, 0, defaultCalendar);

it("holds every rung to the deals that were open on past days", () => {
  const origins = [0, 30, 60, 90, 120, 150].map((back) => LAST - 30 - back);
  const open = origins.reduce(
    (sum, day) => sum + lives.filter((life) => isOpenOn(life, day)).length,
    0,
  );
  expect(heldOut.rates).toHaveLength(open);
  const scores = rungScores(heldOut, 0);
  expect(scores.map(({ rung }) => rung)).toEqual(["rates", "survival", "landmark"]);
  expect(scores[0]?.skill).toBe(0);
  // Stage and age tell much about the next thirty days here.
  expect(scores[1]?.skill).toBeGreaterThan(0.02);
  expect(heldOutBins(heldOut, "survival", 0).reduce((sum, bin) => sum + bin.outcomes, 0)).toBe(
    open,
  );
  expect(heldOutBins(heldOut, "assumed", 0)).toEqual([]);
});

it("knows nothing on a past day of what came later", () => {
  const origin = LAST - 30;
  // Whatever became of the deals after the last past day, the chances said on it are the same.
  const other = lives.map((life) =>
    life.ended !== undefined && life.ended > origin
      ? { ...life, outcome: "lost" as const, ended: origin + 1 }
      : life,
  );
  const after = rollingOrigin(other, LAST, 0, defaultCalendar);
  expect(after.landmark.map(({ chance }) => chance)).toEqual(
    heldOut.landmark.map(({ chance }) => chance),
  );
  expect(LEAST_WON).toBe(100);
});
