import { describe, expect, it } from "vitest";
import { dayFromIso } from "../../src/core/calendar/day.ts";
import { defaultCalendar } from "../../src/core/calendar/defaultCalendar.ts";
import { planImport } from "../../src/sources/planImport.ts";
import type { Cell } from "../../src/tables/reading/cell.ts";

const plan = (rows: readonly (readonly Cell[])[], startMonth = 1, file = "table.csv") =>
  planImport({
    file,
    rows,
    answers: {},
    conventions: { decimal: ".", calendar: () => ({ ...defaultCalendar, startMonth }) },
  });

describe("files of quotas", () => {
  it("are read with names of periods, by the fiscal calendar", () => {
    const { main, notes, rejected, issues } = plan(
      [
        ["Rep", "Period", "Quota"],
        ["Ann Lee", "2025-Q1", "100000"],
        ["Ann Lee", "Q2 2025", "120000"],
        ["Bob Ray", "2025-03", "40000"],
        ["Bob Ray", "FY25 Q1", "90000"],
        ["Bob Ray", "sometime", "1"],
      ],
      2,
    );
    expect(main?.fields).toContain("periodGrain");
    expect(main?.rows.map(({ periodStart, periodGrain }) => [periodStart, periodGrain])).toEqual([
      [dayFromIso("2024-02-01"), "quarter"],
      [dayFromIso("2024-05-01"), "quarter"],
      [dayFromIso("2025-03-01"), "month"],
      [dayFromIso("2024-02-01"), "quarter"],
    ]);
    expect(notes).toContain(
      "Period: names of periods read by the fiscal calendar, by which 2025-Q1 is 2024-02-01 to 2024-04-30.",
    );
    expect(rejected).toBe(1);
    expect(issues[0]).toMatchObject({ row: 6, value: "sometime", rejected: true });
  });

  it("are read with their first and last days", () => {
    const { main } = plan([
      ["Sales Rep", "Start Date", "End Date", "Quota"],
      ["Ann Lee", "2025-01-01", "2025-06-30", "100000"],
    ]);
    expect(main?.rows).toMatchObject([
      { periodStart: dayFromIso("2025-01-01"), periodEnd: dayFromIso("2025-06-30") },
    ]);
  });

  it.each([
    ["Quarter", "Q2", "2025-04-01"],
    ["Quarter", "2", "2025-04-01"],
    ["Month", "2", "2025-02-01"],
    ["Month", "February", "2025-02-01"],
    ["Quarter", "2025-Q2", "2025-04-01"],
  ])("are read with a year beside the %s %s", (heading, part, start) => {
    const { main } = plan([
      ["Rep", "Year", heading, "Target"],
      ["Ann Lee", "2025", part, "100000"],
    ]);
    expect(main?.table.name).toBe("quotas");
    expect(main?.rows).toMatchObject([{ periodStart: dayFromIso(start), quotaAmount: 100000 }]);
  });
});

describe("a home-made table with two columns of one meaning", () => {
  it("says which was taken where they differ, and nothing where they agree", () => {
    const rows = (other: string) => [
      ["Deal ID", "Deal Name", "Stage", "Deal Stage", "Amount", "Close Date"],
      ["1", "A", "Proposal", other, "100", "2025-01-31"],
    ];
    const said = (other: string) => plan(rows(other)).notes.filter((note) => /Stage/.test(note));
    expect(plan(rows("Negotiation")).main?.rows[0]?.stage).toBe("Proposal");
    expect(said("Negotiation")).toEqual([
      'Stage was taken from "Stage" (column C); "Deal Stage" (column D) says something else in 1 of 1 rows and was left out.',
    ]);
    expect(said("Proposal")).toEqual([]);
  });
});
