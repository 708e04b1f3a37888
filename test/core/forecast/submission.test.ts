import { describe, expect, it } from "vitest";
import { callName, isManagers, submittedOn } from "../../../src/core/forecast/submission.ts";

const row = { submissionId: "S0001" };

describe("a submission", () => {
  it.each([
    [undefined, "call"],
    ["", "call"],
    [" Total ", "call"],
    ["CALL", "call"],
    ["Best Case", "bestcase"],
    ["best-case", "bestcase"],
    ["Commit", "commit"],
  ])("for %j is the number called %s", (category, name) => {
    expect(callName({ ...row, category })).toBe(name);
  });

  it.each([
    ["Manager", true],
    ["manager override", true],
    ["Own", false],
    [undefined, false],
  ])("of kind %j is a manager's: %s", (kind, expected) => {
    expect(isManagers({ ...row, kind })).toBe(expected);
  });

  it("counts from the day of its data, else from the day it was submitted", () => {
    expect(submittedOn({ ...row, submittedAt: 100.9, asOf: 90 })).toBe(90);
    expect(submittedOn({ ...row, submittedAt: 100.9 })).toBe(100);
    expect(submittedOn(row)).toBeUndefined();
  });
});
