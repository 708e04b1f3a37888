import { expect, it } from "vitest";
import { totalPoints } from "../../../src/core/leads/scoredRule.ts";
import { rule } from "./rule.ts";

const one = (points: number | undefined) => ({ rule: rule("fit", "a", "is", "b", 1), points });

it("adds known points and is unknown when none is known", () => {
  expect(totalPoints([one(5), one(undefined), one(-2)])).toBe(3);
  expect(totalPoints([one(0)])).toBe(0);
  expect(totalPoints([one(undefined)])).toBeUndefined();
  expect(totalPoints([])).toBeUndefined();
});
