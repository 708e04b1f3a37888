import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dayFromIso, isoFromDay, isoFromMoment } from "../../../src/core/calendar/day.ts";
import { analyseColumn } from "../../../src/tables/reading/analyseColumn.ts";
import type { Cell } from "../../../src/tables/reading/cell.ts";
import { isProblem, type ReadValue } from "../../../src/tables/reading/columnReading.ts";
import type { DateOrder } from "../../../src/tables/reading/conventions.ts";

const iso = (value: ReadValue) =>
  typeof value === "number" ? isoFromMoment(value) : isProblem(value) ? "problem" : value;
const read = (
  cells: Cell[],
  kind: "date" | "datetime" = "datetime",
  dateOrder?: DateOrder,
  answer?: string,
) => {
  const column = analyseColumn(kind, cells, dateOrder ? { dateOrder } : {}, answer);
  return { values: cells.map((cell) => iso(column.read(cell))), question: column.question };
};
const typed = (text: string) => ({ moment: dayFromIso(text) ?? Number.NaN });

describe("dates that leave no doubt", () => {
  it.each([
    ["2025-03-04", "2025-03-04"],
    ["2025-3-4", "2025-03-04"],
    ["2025/03/04", "2025-03-04"],
    ["2025-03-04T10:22:00Z", "2025-03-04 10:22:00"],
    ["2025-03-04T10:22:00.123+01:00", "2025-03-04 10:22:00"],
    ["2025-03-04T23:30:00.000+0000", "2025-03-04 23:30:00"],
    ["2018-10-01 00:00:00", "2018-10-01"],
    ["2025-03-04 10:22", "2025-03-04 10:22:00"],
    ["25.12.2025", "2025-12-25"],
    ["3.4.2025", "2025-04-03"],
    ["16 Apr, 2021 00:03:00", "2021-04-16 00:03:00"],
    ["04 Apr, 2021 00:02:00", "2021-04-04 00:02:00"],
    ["05-Mar-2026", "2026-03-05"],
    ["5 March 2026", "2026-03-05"],
    ["Mar 5, 2026", "2026-03-05"],
    ["March 5th, 2026 2:15 PM", "2026-03-05 14:15:00"],
    ["Fri, 5 Mar 2026", "2026-03-05"],
    ["5. Mai 2026", "2026-05-05"],
    ["14 févr. 2026", "2026-02-14"],
    ["12 juil. 2025", "2025-07-12"],
    ["3 août 2025", "2025-08-03"],
    ["1 juin 2025", "2025-06-01"],
    ["7-dic-2025", "2025-12-07"],
    ["31 ott 2025", "2025-10-31"],
    ["45720", "2025-03-04"],
    ["45720.5", "2025-03-04 12:00:00"],
    ["45720,5", "2025-03-04 12:00:00"],
    ["20260305", "2026-03-05"],
    ["2/29/2024", "2024-02-29"],
    ["3/3/2025", "2025-03-03"],
  ])("%s is %s", (text, expected) => {
    expect(read([text]).values).toEqual([expected]);
  });

  it("reads typed dates, serial numbers, digits and milliseconds", () => {
    // 45720 is 2025-03-04 in a spreadsheet; 1741046400000 is that day's midnight in UTC.
    expect(
      read([typed("2025-03-04"), 45720, 20250304, 1741046400000, "1741046400000"]).values,
    ).toEqual(new Array(5).fill("2025-03-04"));
  });

  it("says so when a file holds the numbers of days, and takes no other number for one", () => {
    expect(analyseColumn("date", ["45720", ""]).decision).toMatch(/days that spreadsheets count/);
    expect(analyseColumn("date", ["2025-03-04"]).decision).toBeUndefined();
    expect(read(["2025-03-04", "45720"]).values).toEqual(["2025-03-04", "problem"]);
    expect(read(["45720", "TBD"]).values).toEqual(["2025-03-04", "problem"]);
  });

  it("reads every spelling of nothing as blank", () => {
    expect(read(["", " ", "NA", "N/A", "null", "-", null, undefined]).values).toEqual(
      new Array(8).fill(undefined),
    );
  });

  it.each([
    "TBD",
    "soon",
    "2025-02-30",
    "13/13/2025",
    "1/2",
    "2025-13-01",
    "25:00",
    "4572",
    "2025-03-04 25:00",
    "0202-01-01",
    "2150-01-01",
    true,
  ])("%s is a problem", (cell) => {
    expect(read([cell]).values).toEqual(["problem"]);
  });

  it("drops the time where a whole day is asked for", () => {
    expect(read(["2025-03-04 23:59:59"], "date").values).toEqual(["2025-03-04"]);
  });
});

describe("one order per column", () => {
  it("takes it from the cells that tell it", () => {
    expect(read(["3/4/2025", "3/25/2025"]).values).toEqual(["2025-03-04", "2025-03-25"]);
    expect(read(["3/4/2025", "25/3/2025"]).values).toEqual(["2025-04-03", "2025-03-25"]);
    expect(read(["03-05-2026", "13-05-2026"]).values).toEqual(["2026-05-03", "2026-05-13"]);
    expect(read(["02/23/26 08:55 PM", "02/03/26 12:05 AM"]).values).toEqual([
      "2026-02-23 20:55:00",
      "2026-02-03 00:05:00",
    ]);
    expect(read(["3/4/2025, 10:22 AM", "3/15/2026 2:15:33 PM"]).values).toEqual([
      "2025-03-04 10:22:00",
      "2026-03-15 14:15:33",
    ]);
  });

  it("reads ISO dates among others by themselves", () => {
    expect(read(["2025-03-04", "3/25/2025", "3/4/2025"]).values).toEqual([
      "2025-03-04",
      "2025-03-25",
      "2025-03-04",
    ]);
  });

  it("asks where no cell tells, and leaves the column blank", () => {
    const { values, question } = read(["3/4/2025", "5/6/2025", "2025-01-01"]);
    expect(question?.topic).toBe("date order");
    expect(question?.options.map(({ value }) => value)).toEqual(["MDY", "DMY"]);
    expect(question?.samples).toEqual(["3/4/2025", "5/6/2025"]);
    expect(values).toEqual([undefined, undefined, undefined]);
  });

  it("follows the answer, else the spreadsheet's convention", () => {
    expect(read(["3/4/2025"], "date", undefined, "DMY").values).toEqual(["2025-04-03"]);
    expect(read(["3/4/2025"], "date", undefined, "MDY").values).toEqual(["2025-03-04"]);
    expect(read(["3/4/2025"], "date", "DMY").values).toEqual(["2025-04-03"]);
    expect(read(["3/4/2025"], "date", "MDY").values).toEqual(["2025-03-04"]);
  });

  it("asks when cells of both orders stand in one column", () => {
    expect(read(["13/4/2025", "4/13/2025", "1/2/2025"], "date", "MDY").question?.topic).toBe(
      "date order",
    );
  });

  it("does not let one stray cell overrule a column", () => {
    const { values, question } = read(
      [...new Array(200).fill("4/13/2025"), "13/4/2025", "1/2/2025"],
      "date",
    );
    expect(question).toBeUndefined();
    expect(values.slice(-2)).toEqual(["problem", "2025-01-02"]);
  });

  it("reads a whole column back whichever order it was written in", () => {
    const days = fc.array(fc.integer({ min: 0, max: 40000 }), { minLength: 1, maxLength: 30 });
    fc.assert(
      fc.property(days, fc.boolean(), fc.constantFrom("/", "-"), (list, monthFirst, sign) => {
        const texts = list.map((day) => {
          const [year, month, date] = isoFromDay(day).split("-");
          return (monthFirst ? [month, date, year] : [date, month, year]).join(sign);
        });
        const { values, question } = read(texts, "date");
        const tells = list.some((day) => Number(isoFromDay(day).slice(8)) > 12);
        const doubtful = list.some(
          (day) => isoFromDay(day).slice(8) !== isoFromDay(day).slice(5, 7),
        );
        expect(question === undefined).toBe(tells || !doubtful);
        if (!question) expect(values).toEqual(list.map((day) => isoFromDay(day)));
      }),
    );
  });
});

describe("a column whose days and months were exchanged on the way in", () => {
  // A day/month export pasted into a US spreadsheet: 3/4 became 4 March, 25/3 stayed text.
  const cells = [typed("2025-03-04"), typed("2025-12-01"), "25/03/2025", "13/01/2025"];

  it("is asked about and left blank", () => {
    const { values, question } = read(cells, "date", "MDY");
    expect(question?.topic).toBe("swapped dates");
    expect(values).toEqual([undefined, undefined, undefined, undefined]);
  });

  it("is put right when the answer says so", () => {
    expect(read(cells, "date", "MDY", "swapped").values).toEqual([
      "2025-04-03",
      "2025-01-12",
      "2025-03-25",
      "2025-01-13",
    ]);
  });

  it("is left as it is when the answer says so", () => {
    expect(read(cells, "date", "MDY", "as shown").values).toEqual([
      "2025-03-04",
      "2025-12-01",
      "2025-03-25",
      "2025-01-13",
    ]);
  });

  it("is not suspected when a typed date lies after the 12th", () => {
    expect(read([...cells, typed("2025-03-28")], "date", "MDY").question).toBeUndefined();
  });
});
