import { expect, it } from "vitest";
import { defaultCalendar } from "../../../src/core/calendar/defaultCalendar.ts";
import { fitLandmark } from "../../../src/core/probability/fitLandmark.ts";
import { landmarkRows } from "../../../src/core/probability/landmarkRows.ts";
import { LAST, someLives } from "./someLives.ts";

it("finds that deals in Proposal are won sooner, and names its terms with intervals", () => {
  const rows = landmarkRows(someLives(3000), LAST, 30);
  const fit = fitLandmark({
    rows,
    window: 0,
    asOf: LAST,
    calendar: defaultCalendar,
    ownerEffect: () => 0,
    stillOpen: () => 0,
  });
  const of = (level: string) =>
    fit.terms.find((term) => term.level === level)?.coefficient ?? Number.NaN;
  expect(of("/proposal") - of("/discovery")).toBeGreaterThan(1);
  expect(fit.deals).toBe(new Set(rows.map(({ life }) => life)).size);
  for (const { low, coefficient, high } of fit.terms) {
    expect(low).toBeLessThan(coefficient);
    expect(high).toBeGreaterThan(coefficient);
  }
});
