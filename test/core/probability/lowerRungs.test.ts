import { expect, it } from "vitest";
import { defaultCalendar } from "../../../src/core/calendar/defaultCalendar.ts";
import { fitLowerRungs } from "../../../src/core/probability/lowerRungs.ts";
import { LAST, someLives } from "./someLives.ts";

it("counts the decided deals and measures stages, owners and ages", () => {
  const lives = someLives(500);
  const { model } = fitLowerRungs(lives, LAST, defaultCalendar);
  expect(model.deals).toBe(lives.filter(({ outcome }) => outcome !== undefined).length);
  expect(model.stages.map(({ stage }) => stage).sort()).toEqual(["", "Discovery", "Proposal"]);
  expect(model.effects.map(({ name }) => name).sort()).toEqual(["Ada", "Bo"]);
  expect(new Set(model.hazards.map(({ stage }) => stage))).toEqual(
    new Set(["", "Discovery", "Proposal"]),
  );
  expect(model.paces.map(({ name }) => name).sort()).toEqual(["Ada", "Bo"]);
  expect(model.season).toHaveLength(6);
});
