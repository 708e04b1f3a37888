import { describe, expect, it } from "vitest";
import { dayFromIso } from "../../../src/core/calendar/day.ts";
import { InputError } from "../../../src/core/inputError.ts";
import { activities } from "../../../src/tables/activities.ts";
import { leadEvents } from "../../../src/tables/leadEvents.ts";
import { opportunities } from "../../../src/tables/opportunities.ts";
import type { Cell } from "../../../src/tables/reading/cell.ts";
import { letterOf, readTable } from "../../../src/tables/reading/readTable.ts";

const day = (text: string) => dayFromIso(text) ?? Number.NaN;

describe("a sheet read as a table", () => {
  const cells: Cell[][] = [
    ["Opportunity ID", "My note", "Amount", "Close Date", "Probability", "Closed"],
    ["A1", "call him", "$45,000.00", { moment: day("2026-03-31") }, "60", "1"],
    ["", "", "", "", "", ""],
    ["A2", "", "lots", "2026-04-15", 100, "no"],
    ["", "", "500", "", "", ""],
    ["A3", "", "1.5k", "", "140", ""],
  ];
  const data = readTable(opportunities, cells);

  it("gives typed rows with their sheet rows", () => {
    expect(data.rows[0]).toEqual({
      opportunityId: "A1",
      amount: 45000,
      closeDate: day("2026-03-31"),
      probability: 0.6,
      isClosed: true,
    });
    expect(data.rows.map(({ opportunityId }) => opportunityId)).toEqual(["A1", "A2", "A3"]);
    expect(data.rowNumbers).toEqual([2, 4, 6]);
  });

  it("knows its fields and their letters", () => {
    expect([...data.fields].sort()).toEqual([
      "amount",
      "closeDate",
      "isClosed",
      "opportunityId",
      "probability",
    ]);
    expect(data.letters).toMatchObject({ opportunityId: "A", amount: "C", closeDate: "D" });
  });

  it("names every cell that could not be read, with row, column, value and remedy", () => {
    expect(
      data.issues.map(({ row, column, value, rejected }) => ({ row, column, value, rejected })),
    ).toEqual([
      { row: 4, column: "Amount", value: "lots", rejected: false },
      { row: 5, column: "Opportunity ID", value: undefined, rejected: true },
      { row: 6, column: "Probability", value: "140 %", rejected: false },
    ]);
    for (const { message, remedy } of data.issues)
      expect(`${message} ${remedy}`).toMatch(/^[^.]+.*\. .+\.$/);
    expect(data.rows[2]?.probability).toBeUndefined();
  });

  it("counts from the header's own row", () => {
    expect(readTable(opportunities, cells, { firstRowNumber: 11 }).rowNumbers).toEqual([
      12, 14, 16,
    ]);
  });

  it("takes a mapping in place of the header", () => {
    const { rows } = readTable(
      opportunities,
      [
        ["a", "b"],
        ["X", "7"],
      ],
      { mapping: { opportunityId: 0, amount: 1 } },
    );
    expect(rows).toEqual([{ opportunityId: "X", amount: 7 }]);
  });

  it("leaves an undecidable date column blank and says so, unless the locale or an answer decides", () => {
    const dates: Cell[][] = [
      ["Id", "CloseDate"],
      ["A", "3/4/2026"],
    ];
    const open = readTable(opportunities, dates);
    expect(open.rows[0]?.closeDate).toBeUndefined();
    expect(open.issues).toMatchObject([
      { table: "Opportunities", column: "CloseDate", rejected: false },
    ]);
    expect(
      readTable(opportunities, dates, { locale: { decimal: ",", dateOrder: "DMY" } }).rows[0]
        ?.closeDate,
    ).toBe(day("2026-04-03"));
    expect(
      readTable(opportunities, dates, { answers: { closeDate: "MDY" } }).rows[0]?.closeDate,
    ).toBe(day("2026-03-04"));
  });

  it("refuses two columns for one field, naming both", () => {
    expect(() => readTable(opportunities, [["Id", "Close Date", "Close Date"]])).toThrow(
      InputError,
    );
    expect(() => readTable(opportunities, [["Id", "CloseDate", "close_date"]])).toThrow(
      '"CloseDate" (column B) and "close_date" (column C) both claim to be Close Date',
    );
  });

  it("refuses a sheet without its key, naming what it found", () => {
    expect(() => readTable(opportunities, [["Amount", "Stage"]])).toThrow(
      "Opportunities: no column is called Opportunity ID; found the headings Amount, Stage.",
    );
    expect(() => readTable(opportunities, [])).toThrow("found no headings in the first row");
  });

  it("needs no key in a function's range and keeps equal keys", () => {
    const { rows, rowNumbers } = readTable(opportunities, [["Amount"], ["5"], [""], ["5"]], {
      keyOptional: true,
    });
    expect(rows.map(({ amount }) => amount)).toEqual([5, 5]);
    expect(rowNumbers).toEqual([2, 4]);
  });

  it("leaves out a record that stands twice, and names both rows when they differ", () => {
    const lines: Cell[][] = [
      ["Id", "Amount"],
      ["006Hp000015Yh7kIAC", 5],
      ["006Hp000015Yh7k", 5],
      ["006Hp000015Yh7kIAC", 6],
    ];
    const { rows, issues } = readTable(opportunities, lines);
    expect(rows).toHaveLength(1);
    expect(issues).toMatchObject([{ row: 4, rejected: true }]);
    expect(issues[0]?.message).toContain("row 2");
  });

  it("keeps equal lead events, which are two events", () => {
    const lines: Cell[][] = [
      ["Lead ID", "Event", "Event Date"],
      ["L1", "visit", "2026-01-05"],
      ["L1", "visit", "2026-01-05"],
    ];
    expect(readTable(leadEvents, lines).rows).toHaveLength(2);
  });

  it("keeps activities without an id apart by what they are", () => {
    const lines: Cell[][] = [
      ["Date", "Subject", "Owner"],
      ["2026-01-05", "Call", "Ann"],
      ["2026-01-05", "Mail", "Ann"],
      ["2026-01-05", "Mail", "Ann"],
    ];
    expect(readTable(activities, lines).rows).toHaveLength(2);
  });

  it("takes currencies from the amounts where no column names them", () => {
    const amounts = (...list: string[]) =>
      readTable(opportunities, [
        ["Id", "Amount"],
        ...list.map((text, at) => [`A${at}`, text]),
      ]).rows.map(({ currency }) => currency);
    expect(amounts("€1.200,50", "£30,5", "7")).toEqual(["EUR", "GBP", undefined]);
    expect(amounts("$1,200.50", "€5,000.00")).toEqual(["USD", "EUR"]);
    expect(amounts("$1,200.50", "$7.00")).toEqual([undefined, undefined]);
  });
});

describe("column letters", () => {
  it("go on after Z", () => {
    expect([0, 25, 26, 51, 52, 701, 702].map(letterOf)).toEqual([
      "A",
      "Z",
      "AA",
      "AZ",
      "BA",
      "ZZ",
      "AAA",
    ]);
  });
});

describe("reading many rows", () => {
  it("takes no more than a few seconds for 100,000 rows of 20 columns", () => {
    const header = [
      "Id",
      "Name",
      "AccountId",
      "Account Name",
      "OwnerId",
      "StageName",
      "Amount",
      "Probability",
      "CloseDate",
      "CreatedDate",
      "LastModifiedDate",
      "LastActivityDate",
      "IsClosed",
      "IsWon",
      "Type",
      "LeadSource",
      "NextStep",
      "ForecastCategoryName",
      "ExpectedRevenue",
      "CurrencyIsoCode",
    ];
    const cells: Cell[][] = [header];
    for (let at = 0; at < 100_000; at += 1) {
      const date = `2026-${String((at % 12) + 1).padStart(2, "0")}-${String((at % 28) + 1).padStart(2, "0")}`;
      cells.push([
        `006${at}`,
        `Deal ${at}`,
        `001${at % 5000}`,
        `Account ${at % 5000}`,
        `005${at % 50}`,
        "Prospecting",
        `${at}.5`,
        String(at % 100),
        date,
        `${date} 10:22:${String(at % 60).padStart(2, "0")}`,
        `${date} 11:22:33`,
        date,
        "0",
        "0",
        "New Business",
        "Web",
        "Call",
        "Pipeline",
        "100",
        "USD",
      ]);
    }
    const { rows, issues } = readTable(opportunities, cells);
    expect(rows).toHaveLength(100_000);
    expect(issues.length).toBe(0);
  });
});
