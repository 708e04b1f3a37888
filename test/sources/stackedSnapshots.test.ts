import { describe, expect, it } from "vitest";
import { dayFromIso } from "../../src/core/calendar/day.ts";
import { planImport } from "../../src/sources/planImport.ts";

const day = (iso: string) => dayFromIso(iso);
const plan = (...rows: string[]) =>
  planImport({
    file: "pipeline.csv",
    rows: rows.map((row) => row.split(",")),
    answers: {},
    conventions: {},
  });

const HEADINGS = "Snapshot Date,Opportunity ID,Opportunity Name,Owner,Stage,Amount,Close Date";

describe("a file that holds several days one below the other", () => {
  const found = plan(
    HEADINGS,
    "2026-01-12,A1,One,Ann,Negotiation,1200,2026-03-01",
    "2026-01-05,A1,One,Ann,Proposal,1000,2026-03-01",
    "2026-01-05,A2,Two,Bob,Discovery,500,2026-02-15",
    "2026-01-12,A2,Two,Cid,Discovery,500,2026-02-15",
    "2026-01-05,A3,Three,Bob,Discovery,700,2026-04-15",
    "2026-01-19,A1,One,Ann,Closed Won,1200,2026-01-18",
    "2026-01-19,A3,Three,Bob,Discovery,700,2026-04-15",
  );

  it("gives the deals as they stand on the last day, which is the day of the export", () => {
    expect(found.main?.rows.map(({ opportunityId, stage }) => [opportunityId, stage])).toEqual([
      ["A1", "Closed Won"],
      ["A3", "Discovery"],
    ]);
    expect(found.exported?.day).toBe(day("2026-01-19"));
    expect([found.read, found.rejected, found.leftOut]).toEqual([7, 0, 5]);
  });

  it("gives what changed from day to day as their history, and the last day of those that left", () => {
    const [history] = found.further;
    const rows = history?.rows.map((row) =>
      ["opportunityId", "changedAt", "field", "fromValue", "toValue", "amount", "fromAmount"].map(
        (field) => row[field],
      ),
    );
    const [first, second, third] = ["2026-01-05", "2026-01-12", "2026-01-19"].map(day);
    expect(rows).toEqual([
      ["A1", first, "stage", undefined, "Proposal", 1000, undefined],
      ["A1", second, "stage", "Proposal", "Negotiation", 1200, 1000],
      ["A1", third, "stage", "Negotiation", "Closed Won", 1200, 1200],
      ["A2", first, "stage", undefined, "Discovery", 500, undefined],
      // Missing from the third day: its last trace is the second.
      ["A2", second, "stage", "Discovery", "Discovery", 500, 500],
      ["A2", second, "Owner", "Bob", "Cid", undefined, undefined],
      ["A3", first, "stage", undefined, "Discovery", 700, undefined],
    ]);
  });

  it("takes every deal by its newest row where the days hold only what changed", () => {
    const changes = plan(
      HEADINGS,
      "2026-01-05,A1,One,Ann,Proposal,1000,2026-03-01",
      "2026-01-06,A2,Two,Bob,Discovery,500,2026-02-15",
      "2026-01-07,A3,Three,Bob,Discovery,700,2026-04-15",
      "2026-01-08,A1,One,Ann,Negotiation,1200,2026-03-01",
      "2026-01-09,A2,Two,Bob,Closed Lost,500,2026-01-09",
    );
    expect(changes.main?.rows.map(({ opportunityId, stage }) => [opportunityId, stage])).toEqual([
      ["A1", "Negotiation"],
      ["A2", "Closed Lost"],
      ["A3", "Discovery"],
    ]);
    // Nobody has left: a row for the first day of each and one for each change.
    expect(changes.further[0]?.rows.map(({ opportunityId }) => opportunityId)).toEqual([
      "A1",
      "A1",
      "A2",
      "A2",
      "A3",
    ]);
    expect(changes.notes.join()).toContain("each deal is taken by its newest row");
  });

  it("is none where each deal stands in it once, or its days cannot be read", () => {
    const once = plan(HEADINGS, "2026-01-05,A1,One,Ann,Proposal,1000,2026-03-01");
    expect([once.main?.rows.length, once.further.length]).toEqual([1, 0]);
    const unreadable = plan(
      HEADINGS,
      "first,A1,One,Ann,Proposal,1000,2026-03-01",
      "second,A1,One,Ann,Negotiation,1000,2026-03-01",
    );
    expect([unreadable.main?.rows.length, unreadable.further.length]).toEqual([2, 0]);
  });
});
