import { describe, expect, it } from "vitest";
import { acceptanceOf } from "../../../src/core/hygiene/cleanUpItem.ts";

describe("acceptanceOf", () => {
  it("reads what a person may write", () => {
    expect(["Accept", "yes", " OK "].map(acceptanceOf)).toEqual([true, true, true]);
    expect(["reject", "No", "declined"].map(acceptanceOf)).toEqual([false, false, false]);
    expect([undefined, "", "ask Ana"].map(acceptanceOf)).toEqual([undefined, undefined, undefined]);
  });
});
