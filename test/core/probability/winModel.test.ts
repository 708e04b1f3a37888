import { expect, it } from "vitest";
import { EVER, WINDOW_DAYS, WINDOWS } from "../../../src/core/probability/winModel.ts";

it("has a name for each window, the longest last", () => {
  expect(WINDOWS).toEqual(["30 days", "90 days", "180 days", "ever"]);
  expect(WINDOWS[EVER]).toBe("ever");
  expect([...WINDOW_DAYS].sort((a, b) => a - b)).toEqual(WINDOW_DAYS);
});
