import { describe, expect, it } from "vitest";
import { assess } from "../../../src/core/qualification/assessment.ts";
import { frameworkNamed } from "../../../src/core/qualification/frameworks.ts";

const framework = (name: string) => {
  const found = frameworkNamed(name);
  if (!found) throw new Error(name);
  return found;
};
const answer = (name: string, question: string, points?: number, more = {}) => ({
  recordId: "1",
  framework: name,
  question,
  points,
  ...more,
});

describe("an assessment", () => {
  it("adds MEDDIC up, keeps to each question's most, and names what is open", () => {
    const found = assess(
      framework("meddic"),
      [
        answer("MEDDIC", "Metrics", 20),
        answer("meddic", "economic buyer", 99),
        answer("MEDDIC", "Pain", undefined, { answer: "Pressing" }),
        answer("BANT", "Budget", 25),
      ],
      undefined,
    );
    // 20 + at most 25 + 10.
    expect(found).toMatchObject({ score: 55, level: "Weak", cap: 0 });
    expect(found.open).toEqual(["Decision criteria", "Decision process", "Champion"]);
  });

  it("lets an area of the lean questions earn 25 at most, so that the parts add up with the cap", () => {
    const lean = framework("Lean");
    const all = lean.questions.map(({ id }) => answer("Lean", id, 9));
    const found = assess(lean, all, undefined);
    // Four areas of 36, each kept to 25.
    expect(found).toMatchObject({ score: 100, cap: -44, level: "High" });
    expect(found.points.reduce<number>((sum, one) => sum + (one ?? 0), 0) + found.cap).toBe(100);
  });

  it("holds for 30 days after its newest answer", () => {
    const answers = [
      answer("BANT", "Budget", 25, { assessedOn: 100 }),
      answer("BANT", "Need", 18, { assessedOn: 90 }),
    ];
    const on = (day: number | undefined) => assess(framework("BANT"), answers, day);
    expect(on(130)).toMatchObject({ validUntil: 130, isExpired: false, score: 43 });
    expect(on(131).isExpired).toBe(true);
    expect(on(undefined).isExpired).toBe(false);
  });

  it("is unknown without an answer", () => {
    expect(assess(framework("BANT"), [], 1)).toMatchObject({ score: undefined, level: undefined });
  });
});
