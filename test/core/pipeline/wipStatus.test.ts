import { expect, it } from "vitest";
import { wipStatus } from "../../../src/core/pipeline/wipStatus.ts";

it("tells the exact limit from one deal more and one fewer", () => {
  expect([24, 25, 26].map((deals) => wipStatus(deals, 25))).toEqual([
    "Within limit",
    "At limit",
    "Over limit",
  ]);
});

it("says nothing where a count or a limit makes no sense", () => {
  expect(wipStatus(-1, 25)).toBeUndefined();
  expect(wipStatus(Number.NaN, 25)).toBeUndefined();
  expect(wipStatus(3, 0)).toBeUndefined();
  expect(wipStatus(0, 1)).toBe("Within limit");
});
