import { describe, expect, it } from "vitest";
import { decisionOf } from "../../../src/core/duplicates/decisionOf.ts";

describe("decisionOf", () => {
  it("reads what a person may write", () => {
    expect(["Same", "yes", "TRUE"].map(decisionOf)).toEqual([true, true, true]);
    expect(["not same", "Not-same", "no", "different"].map(decisionOf)).toEqual([
      false,
      false,
      false,
      false,
    ]);
    expect([undefined, "", "ask Ana"].map(decisionOf)).toEqual([undefined, undefined, undefined]);
  });
});
