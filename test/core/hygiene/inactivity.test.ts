import { describe, expect, it } from "vitest";
import { daysInactive } from "../../../src/core/hygiene/inactivity.ts";

describe("daysInactive", () => {
  it("counts from the last activity, else from creation", () => {
    expect(daysInactive(90.7, 10, 100)).toBe(10);
    expect(daysInactive(undefined, 10.2, 100)).toBe(90);
  });
  it("is 0 when the activity lies ahead and unknown without either day", () => {
    expect(daysInactive(105, undefined, 100)).toBe(0);
    expect(daysInactive(undefined, undefined, 100)).toBeUndefined();
  });
});
