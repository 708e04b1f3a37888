import { expect, it } from "vitest";
import { frameworkNamed } from "../../../src/core/qualification/frameworks.ts";
import { salesReady } from "../../../src/core/qualification/salesReady.ts";

/** Best answers: budget 25, authority 30, need 25, timeline 20. */
const bant = frameworkNamed("BANT") ?? { questions: [] };

it("asks for two of budget, authority, need and timeline; half of a part's points do not confirm it", () => {
  const none = salesReady(bant, { points: [] });
  expect(none).toEqual({
    confirmed: 0,
    lacking: 2,
    open: ["Budget", "Authority", "Need", "Timeline"],
  });
  expect(salesReady(bant, { points: [18, 10, undefined, 10] })).toEqual({
    confirmed: 1,
    lacking: 1,
    open: ["Authority", "Need", "Timeline"],
  });
  expect(salesReady(bant, { points: [25, 30, 0, undefined] }).lacking).toBe(0);
  expect(salesReady(bant, { points: [25, 30, 25, 20] })).toEqual({
    confirmed: 4,
    lacking: 0,
    open: [],
  });
});
