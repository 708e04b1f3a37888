import { describe, expect, it } from "vitest";
import {
  agreements,
  CLOSE,
  DIFFERENT,
  MISSING,
  SAME,
} from "../../../src/core/duplicates/matchField.ts";

describe("agreements", () => {
  it("stand at the place of their codes", () => {
    expect([MISSING, SAME, CLOSE, DIFFERENT].map((code) => agreements[code])).toEqual([
      "missing",
      "same",
      "close",
      "different",
    ]);
  });
});
