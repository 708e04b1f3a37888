import { describe, expect, it } from "vitest";
import { dayFromIso, SERIAL_OF_EPOCH } from "../../src/core/calendar/day.ts";
import { ask, openSession } from "../../workbench/session.ts";
import { uploadRows } from "../../workbench/upload.ts";

const serial = (iso: string) => (dayFromIso(iso) ?? 0) + SERIAL_OF_EPOCH;

describe("REVOPS_AS_OF", () => {
  const host = openSession();
  const rows = [
    ["Opportunity ID", "Opportunity Name", "Stage", "Amount", "Close Date", "Created Date"],
    ["006A", "Acme", "Closed Won", "100", "2026-01-20", "2025-11-02"],
    ["006B", "Beta", "Prospecting", "100", "2026-09-20", "2026-01-09"],
  ];
  const asOf = () => {
    const outcome = host.evaluate("=REVOPS_AS_OF");
    return "rows" in outcome ? outcome.rows[0]?.[0]?.value : outcome;
  };
  const reported = () =>
    ask<{ asOf: string }>(host, "revopsReport", { name: "forecast", preview: true }).asOf;

  it("is the day that reports are stated for: the latest event, the newest dated import, the one typed", () => {
    uploadRows(host, "deals.csv", rows, undefined, {});
    expect(asOf()).toBe(serial("2026-01-20"));
    expect(reported()).toBe("2026-01-20");
    uploadRows(host, "deals.csv", rows, "2026-02-02", {});
    uploadRows(host, "deals.csv", rows, "2026-02-09", {});
    expect(asOf()).toBe(serial("2026-02-09"));
    expect(reported()).toBe("2026-02-09");
    ask(host, "revopsSetAsOf", { asOf: "2026-01-31" });
    expect(asOf()).toBe(serial("2026-01-31"));
    expect(reported()).toBe("2026-01-31");
  });
});
