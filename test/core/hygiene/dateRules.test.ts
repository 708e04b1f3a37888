import { describe, expect, it } from "vitest";
import { isoFromDay } from "../../../src/core/calendar/day.ts";
import { dateRules, endOfNextMonth } from "../../../src/core/hygiene/dateRules.ts";
import { asOf, on } from "../../reports/company.ts";
import { findIn } from "./ruleCase.ts";

describe("date rules", () => {
  it("overdue: the day after the close date, open deals alone", () => {
    expect(findIn(dateRules, "overdue", { closeDate: asOf })).toBeUndefined();
    expect(findIn(dateRules, "overdue", { closeDate: asOf - 1 })).toBe("Close date 1 day ago");
    expect(
      findIn(dateRules, "overdue", { closeDate: asOf - 9, stage: "Closed Won" }),
    ).toBeUndefined();
  });

  it("closed in the future", () => {
    expect(
      findIn(dateRules, "closed_in_future", { stage: "Closed Won", closeDate: asOf + 1 }),
    ).toBeDefined();
    expect(
      findIn(dateRules, "closed_in_future", { stage: "Closed Won", closeDate: asOf }),
    ).toBeUndefined();
    expect(findIn(dateRules, "closed_in_future", { closeDate: asOf + 1 })).toBeUndefined();
  });

  it("closed before it was created, the same day being fine", () => {
    expect(
      findIn(dateRules, "closed_before_created", { createdDate: 100.9, closeDate: 100 }),
    ).toBeUndefined();
    expect(
      findIn(dateRules, "closed_before_created", { createdDate: 101.1, closeDate: 100 }),
    ).toBeDefined();
  });

  it("created in the future", () => {
    expect(findIn(dateRules, "created_in_future", { createdDate: asOf + 0.9 })).toBeUndefined();
    expect(findIn(dateRules, "created_in_future", { createdDate: asOf + 1 })).toBeDefined();
  });
});

describe("endOfNextMonth", () => {
  it("is the last day of the month after", () => {
    const ends = ["2026-01-31", "2026-12-15", "2027-01-01", "2028-01-31"].map((iso) =>
      isoFromDay(endOfNextMonth(on(iso))),
    );
    expect(ends).toEqual(["2026-02-28", "2027-01-31", "2027-02-28", "2028-02-29"]);
  });
});
