import { describe, expect, it } from "vitest";
import { assess } from "../../src/core/qualification/assessment.ts";
import { frameworkNamed, frameworks } from "../../src/core/qualification/frameworks.ts";
import { frameworkRules, readFrameworks } from "../../src/settings/frameworks.ts";

const HEADER = [
  "Framework",
  "Kind",
  "Question",
  "Ask",
  "Answers",
  "Area",
  "Area most",
  "Valid days",
];

describe("the Qualification rules", () => {
  it("stand at the standard frameworks without a sheet, and come back as they were written", () => {
    expect(readFrameworks(undefined)).toEqual({ value: frameworks, issues: [] });
    expect(readFrameworks(frameworkRules.toCells(frameworks))).toEqual({
      value: frameworks,
      issues: [],
    });
    expect(frameworks.map(({ id }) => id)).toEqual(
      expect.arrayContaining(["MEDDIC", "BANT", "Lean", "SPIN", "Sandler", "Challenger", "Stop"]),
    );
  });

  it("take points, answers, validity and a framework of one's own from the rows", () => {
    const { value, issues } = readFrameworks([
      HEADER,
      ["BANT", "", "Need", "How clear is the need?", "None = 0; Burning = 40", "", "", 10],
      ["GPCT", "score", "Goals", "", "Open = 0; Agreed = 12,5", "Why", 20, 60],
      ["GPCT", "", "Plans", "", "Open = 0; Agreed = 15", "Why", "", ""],
    ]);
    expect(issues).toEqual([]);
    const answer = { recordId: "1", assessedOn: 100 };
    const bant = frameworkNamed("bant", value);
    expect(bant).toMatchObject({ title: "BANT", kind: "score", validDays: 10 });
    expect(
      bant &&
        assess(bant, [{ ...answer, framework: "BANT", question: "Need", answer: "Burning" }], 111),
    ).toMatchObject({ score: 40, validUntil: 110, isExpired: true });
    const own = frameworkNamed("GPCT", value);
    const given = ["Goals", "Plans"].map((question) => ({
      ...answer,
      framework: "GPCT",
      question,
      answer: "Agreed",
    }));
    // 12.5 + 15 in one area of at most 20.
    expect(own && assess(own, given, 160)).toMatchObject({
      score: 20,
      cap: -7.5,
      isExpired: false,
    });
  });

  it("name an answer without points, and leave its row out", () => {
    const { value, issues } = readFrameworks([
      HEADER,
      ["BANT", "score", "Need", "", "None; Burning = 40", "", "", ""],
      ["BANT", "score", "Budget", "", "None = 0; Yes = 25", "", "", ""],
    ]);
    expect(value[0]?.questions.map(({ id }) => id)).toEqual(["Budget"]);
    expect(issues).toEqual([
      expect.objectContaining({
        table: "Qualification rules",
        row: 2,
        column: "Answers",
        value: "None",
      }),
    ]);
  });
});
