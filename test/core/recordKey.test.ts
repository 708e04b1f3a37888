import { describe, expect, it } from "vitest";
import { recordKey } from "../../src/core/recordKey.ts";

describe("the key of a Salesforce id", () => {
  // Ids of Salesforce's own sample organisation, with the suffix Salesforce gave them.
  it.each(["006Hp000015Yh7kIAC", "008Hp00002evx1TIAQ", "001Hp00002fmBy8IAE", "01tHp000009xIesIAE"])(
    "%s is its first 15 characters",
    (id) => {
      expect(recordKey(id)).toBe(id.slice(0, 15));
    },
  );

  it("minds capitals", () => {
    expect(recordKey("006Hp000015Yh7k")).not.toBe(recordKey("006Hp000015Yh7K"));
  });

  it("leaves ids alone that only count to 18 characters", () => {
    expect(recordKey("OPP000000000000123")).toBe("OPP000000000000123");
    expect(recordKey("W_Opportunity.1234")).toBe("W_Opportunity.1234");
    expect(recordKey("123456789012345678")).toBe("123456789012345678");
  });
});
