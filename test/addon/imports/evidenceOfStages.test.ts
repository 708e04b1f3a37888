import { describe, expect, it } from "vitest";
import { evidenceOfStages } from "../../../src/addon/imports/evidenceOfStages.ts";

const deal = (stage: string, isClosed: boolean, isWon: boolean) => ({ stage, isClosed, isWon });

describe("evidenceOfStages", () => {
  it("lets won and closed speak for a stage in which all deals agree", () => {
    const deals = [deal("Order booked", true, true), deal("Demo", false, false)];
    expect(evidenceOfStages(deals, false)).toBe(deals);
  });

  it("takes them off a stage whose deals differ, and off no other", () => {
    const seen = evidenceOfStages(
      [deal("Demo", true, true), deal("Demo", false, false), deal("Signed", true, true)],
      false,
    );
    expect(seen.map(({ isWon }) => isWon)).toEqual([undefined, undefined, true]);
  });

  it("takes them off all where the CRM keeps them apart from the stage", () => {
    // An export of won deals alone: the stage in which each was won is not a won stage.
    const seen = evidenceOfStages([deal("Demo", true, true), deal("Offer", true, true)], true);
    expect(seen.map(({ isWon, isClosed }) => [isWon, isClosed])).toEqual([
      [undefined, undefined],
      [undefined, undefined],
    ]);
  });

  it("parts stages of one name by their pipelines", () => {
    const deals = [
      { ...deal("Done", true, true), pipeline: "New" },
      { ...deal("Done", false, false), pipeline: "Renewal" },
    ];
    expect(evidenceOfStages(deals, false)).toBe(deals);
  });
});
