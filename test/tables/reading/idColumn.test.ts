import { describe, expect, it } from "vitest";
import { analyseColumn } from "../../../src/tables/reading/analyseColumn.ts";
import type { Cell } from "../../../src/tables/reading/cell.ts";
import { isProblem } from "../../../src/tables/reading/columnReading.ts";

const read = (cells: Cell[]) => {
  const column = analyseColumn("id", cells);
  return cells.map((cell) => {
    const value = column.read(cell);
    return isProblem(value) ? "problem" : value;
  });
};

describe("ids", () => {
  it("stay text, with their zeros and capitals", () => {
    expect(read(["00123", " 006Hp000015Yh7kIAC ", "W_Opportunity.127", "5E12", "1-2"])).toEqual([
      "00123",
      "006Hp000015Yh7kIAC",
      "W_Opportunity.127",
      "5E12",
      "1-2",
    ]);
  });

  it("that are whole numbers stay ids", () => {
    expect(read([9871234567, 12, "13"])).toEqual(["9871234567", "12", "13"]);
  });

  it("that lost their last digits as numbers are problems", () => {
    expect(read([1e15, 5e21, 1.5, "1.23457E+11", "5E+14"])).toEqual(new Array(5).fill("problem"));
  });

  it("that lost their zeros or letters as numbers are problems", () => {
    expect(read(["00123", "00456", 789])).toEqual(["00123", "00456", "problem"]);
    expect(read(["006Hp000015Yh7kIAC", "006Hp000015Yh7lIAC", 500])).toEqual([
      "006Hp000015Yh7kIAC",
      "006Hp000015Yh7lIAC",
      "problem",
    ]);
  });

  it("that a spreadsheet took for powers of ten are problems, where their neighbours show it", () => {
    // 1E5 and 12E1 as Sheets keeps them.
    expect(read(["3F2", "12A4", 100000, "7C11", 120])).toEqual([
      "3F2",
      "12A4",
      "problem",
      "7C11",
      "problem",
    ]);
    expect(read(["3F2", "12A4", 117, "7C11"])).toEqual(["3F2", "12A4", "117", "7C11"]);
    expect(read(["A-2", "Deal 30", 100000])).toEqual(["A-2", "Deal 30", "100000"]);
    expect(read([100000, 200000, "3F2"])).toEqual(["100000", "200000", "3F2"]);
  });

  it("that became dates are problems", () => {
    expect(read(["A-17", "B-3", { moment: 20000 }, "2-Jan", "1/2/2026"])).toEqual([
      "A-17",
      "B-3",
      "problem",
      "problem",
      "problem",
    ]);
  });

  it("may look like dates when all of them do", () => {
    expect(read(["2026-01-31", "2026-02-28"])).toEqual(["2026-01-31", "2026-02-28"]);
  });

  it("of nothing are blank", () => {
    expect(read(["000000000000000AAA", "000000000000000", "", null, "null"])).toEqual(
      new Array(5).fill(undefined),
    );
  });
});

describe("texts", () => {
  const texts = (cells: Cell[]) => cells.map((cell) => analyseColumn("text", cells).read(cell));

  it("are trimmed, with single spaces and their line breaks", () => {
    expect(texts(["   Darcel   Schlecht ", "a\nb", "a\r\nb", "x y", 12, true])).toEqual([
      "Darcel Schlecht",
      "a\nb",
      "a\nb",
      "x y",
      "12",
      "true",
    ]);
  });

  it("know that NA is a region among regions and nothing elsewhere", () => {
    expect(texts(["NA", "EMEA", "APAC"])).toEqual(["NA", "EMEA", "APAC"]);
    expect(texts(["NA", "Referral", "Broker"])).toEqual([undefined, "Referral", "Broker"]);
  });
});

describe("yes and no", () => {
  it("are read in every spelling exports use", () => {
    const yes = [true, 1, "1", "TRUE", "true", "Yes", "y", " Ja "];
    const no = [false, 0, "0", "FALSE", "False", "No", "n"];
    const column = analyseColumn("boolean", []);
    expect(yes.map((cell) => column.read(cell))).toEqual(yes.map(() => true));
    expect(no.map((cell) => column.read(cell))).toEqual(no.map(() => false));
    expect(["", "N/A", null].map((cell) => column.read(cell))).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
    expect(["maybe", 2].every((cell) => isProblem(column.read(cell)))).toBe(true);
  });
});
