import { expect, it } from "vitest";
import { ageBucket } from "../../../src/core/pipeline/ageBucket.ts";

it("changes after 30, 60 and 90 days", () => {
  expect([0, 30, 31, 60, 61, 90, 91].map(ageBucket)).toEqual([
    "0-30",
    "0-30",
    "31-60",
    "31-60",
    "61-90",
    "61-90",
    "Over 90",
  ]);
  expect(ageBucket(-1)).toBeUndefined();
  expect(ageBucket(Number.NaN)).toBeUndefined();
});
