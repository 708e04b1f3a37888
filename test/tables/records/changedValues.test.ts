import { describe, expect, it } from "vitest";
import { dayFromIso } from "../../../src/core/calendar/day.ts";
import { changeFacts } from "../../../src/core/history/changeFacts.ts";
import { opportunityHistory } from "../../../src/tables/opportunityHistory.ts";
import { readRows } from "../../../src/tables/reading/readRows.ts";

const mapping = { opportunityId: 0, changedAt: 1, field: 2, fromValue: 3, toValue: 4 };
const read = (...lines: string[][]) =>
  readRows(opportunityHistory, lines, mapping).rows.map((row) => [row.fromValue, row.toValue]);

describe("old and new values of a history", () => {
  it("are plain numbers and ISO days, however the export writes them", () => {
    expect(
      read(
        ["D1", "27.01.2026 10:15", "Amount", "12.000,50 EUR", "8.500,00 EUR"],
        ["D1", "28.01.2026 09:00", "Close Date", "31.03.2026", "01.04.2026"],
        ["D1", "29.01.2026 09:00", "Stage", "Lead", "Offer 1.5"],
        ["D1", "30.01.2026 09:00", "Close Date", "", "15.04.2026"],
      ),
    ).toEqual([
      ["12000.5", "8500"],
      ["2026-03-31", "2026-04-01"],
      ["Lead", "Offer 1.5"],
      [undefined, "2026-04-15"],
    ]);
  });

  it("take the order of day and month from the days of the changes too", () => {
    // 3/4 and 5/4 alone could be March or April; a change on 1/27 tells.
    const american = read(
      ["D1", "1/27/2026", "Close Date", "3/4/2026", "5/4/2026"],
      ["D1", "1/28/2026", "Amount", "$1,200.00", "$900.00"],
    );
    expect(american).toEqual([
      ["2026-03-04", "2026-05-04"],
      ["1200", "900"],
    ]);
    expect(read(["D1", "27/1/2026", "Close Date", "3/4/2026", "5/4/2026"])).toEqual([
      ["2026-04-03", "2026-04-05"],
    ]);
  });

  it("stay as they are when they are plain, so that kept rows read the same again", () => {
    const kept = ["D1", "2026-01-27", "Close Date", "2026-03-31", "2026-04-30"];
    expect(read(kept)).toEqual([["2026-03-31", "2026-04-30"]]);
    expect(read(["D1", "2026-01-27", "Amount", "1200.5", "900"])).toEqual([["1200.5", "900"]]);
  });

  it("are facts of the deal then", () => {
    const [row] = readRows(
      opportunityHistory,
      [["D1", "27.01.2026", "Close Date", "31.03.2026", "30.04.2026"]],
      mapping,
    ).rows;
    expect(row && changeFacts(row)).toEqual({
      set: { closeDate: dayFromIso("2026-04-30") },
      was: { closeDate: dayFromIso("2026-03-31") },
    });
  });
});
