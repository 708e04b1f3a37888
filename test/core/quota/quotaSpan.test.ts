import { describe, expect, it } from "vitest";
import { isoFromDay } from "../../../src/core/calendar/day.ts";
import { defaultCalendar } from "../../../src/core/calendar/defaultCalendar.ts";
import { quotaSpans } from "../../../src/core/quota/quotaSpan.ts";
import { on } from "../../reports/company.ts";

const spans = (starts: readonly string[], grain?: string) =>
  quotaSpans(
    starts.map((start) => ({
      repId: "r",
      periodStart: on(start),
      periodGrain: grain,
      quotaAmount: 1,
    })),
    defaultCalendar,
  ).map(({ from, to, assumed }) => `${isoFromDay(from)}..${isoFromDay(to)}${assumed ? "?" : ""}`);

describe("quotaSpans", () => {
  it("reads the grain column", () => {
    expect(spans(["2026-04-01"], "Monthly")).toEqual(["2026-04-01..2026-04-30"]);
    expect(spans(["2026-04-01"], "quarter")).toEqual(["2026-04-01..2026-06-30"]);
    expect(spans(["2026-01-01"], "Annual")).toEqual(["2026-01-01..2026-12-31"]);
  });

  it("tells it from the distance to the next quota, the last like the one before", () => {
    expect(spans(["2026-02-01", "2026-01-01"])).toEqual([
      "2026-02-01..2026-02-28",
      "2026-01-01..2026-01-31",
    ]);
    expect(spans(["2026-01-01", "2026-04-01"])[1]).toBe("2026-04-01..2026-06-30");
    expect(spans(["2025-01-01", "2026-01-01"])[1]).toBe("2026-01-01..2026-12-31");
  });

  it("is not misled by a missing month", () => {
    expect(spans(["2026-01-01", "2026-02-01", "2026-04-01", "2026-05-01"])[1]).toBe(
      "2026-02-01..2026-02-28",
    );
  });

  it("assumes a quarter, and says so, when nothing tells", () => {
    expect(spans(["2026-04-01"])).toEqual(["2026-04-01..2026-06-30?"]);
  });

  it("runs whole months from a start inside a fiscal period", () => {
    expect(spans(["2026-05-15"], "quarter")).toEqual(["2026-05-15..2026-08-14"]);
  });

  it("runs through the last day where a quota says it, whatever else tells", () => {
    const half = { repId: "r", quotaAmount: 1, periodStart: on("2026-01-01") };
    const [span] = quotaSpans(
      [{ ...half, periodEnd: on("2026-06-30"), periodGrain: "quarter" }],
      defaultCalendar,
    );
    expect(span && isoFromDay(span.to)).toBe("2026-06-30");
    expect(span).toMatchObject({ grain: "year", assumed: false });
    // A last day before the first one tells nothing.
    const [odd] = quotaSpans([{ ...half, periodEnd: on("2025-12-31") }], defaultCalendar);
    expect(odd && isoFromDay(odd.to)).toBe("2026-03-31");
  });
});
