import { expect, it } from "vitest";
import { MOVE_REASONS, MOVE_WORDS } from "../../../src/core/movement/moveReason.ts";

it("every reason of a movement stands once in the order of the waterfall and has its words", () => {
  expect(new Set(MOVE_REASONS).size).toBe(MOVE_REASONS.length);
  expect(Object.keys(MOVE_WORDS).sort()).toEqual([...MOVE_REASONS].sort());
});
