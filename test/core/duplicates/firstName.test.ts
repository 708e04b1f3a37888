import { describe, expect, it } from "vitest";
import { firstNameKey } from "../../../src/core/duplicates/firstName.ts";

describe("firstNameKey", () => {
  it("takes short forms for the name they stand for", () => {
    expect(["Bob", "Robert", "ROBBIE", "Robert J"].map(firstNameKey)).toEqual([
      "robert",
      "robert",
      "robbie",
      "robert",
    ]);
    expect(firstNameKey("Peggy")).toBe("margaret");
  });

  it("leaves forms alone that stand for several names", () => {
    // Alex is Alexander or Alexandra, Chris is Christina or Christopher.
    expect([firstNameKey("Alex"), firstNameKey("Chris")]).toEqual(["alex", "chris"]);
  });
});
