import { expect, it } from "vitest";
import {
  bantParts,
  leanParts,
  meddicParts,
  partsScore,
  propensityParts,
  strategicValueParts,
} from "../../../src/core/qualification/partsScore.ts";

it("every framework is worth 100 points in all", () => {
  for (const parts of [bantParts, leanParts, meddicParts, propensityParts, strategicValueParts]) {
    expect(
      partsScore(
        parts,
        parts.map(({ most }) => most),
      ),
    ).toBe(100);
  }
});

it("adds what is known, is unknown when nothing is, and names a part out of its points", () => {
  expect(partsScore(bantParts, [25, undefined, 10, undefined])).toBe(35);
  expect(partsScore(bantParts, [0])).toBe(0);
  expect(partsScore(bantParts, [])).toBeUndefined();
  expect(() => partsScore(bantParts, [26])).toThrow("budget is 26; expected 0 to 25 points");
  expect(() => partsScore(bantParts, [undefined, -1])).toThrow("authority is -1");
});
