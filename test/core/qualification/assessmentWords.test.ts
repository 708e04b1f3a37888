import { expect, it } from "vitest";
import { assess } from "../../../src/core/qualification/assessment.ts";
import { assessmentWords } from "../../../src/core/qualification/assessmentWords.ts";
import { frameworkNamed } from "../../../src/core/qualification/frameworks.ts";

const words = (name: string, points: Readonly<Record<string, number>>) => {
  const framework = frameworkNamed(name);
  if (!framework) throw new Error(name);
  const answers = Object.entries(points).map(([question, given]) => ({
    recordId: "1",
    framework: name,
    question,
    points: given,
  }));
  return assessmentWords(framework, assess(framework, answers, undefined));
};

it("says scores, steps and stop conditions in words", () => {
  // 25 + 15 of MEDDIC's six parts; below 60 is weak.
  expect(words("MEDDIC", { "Economic buyer": 25, Champion: 15 })).toBe(
    "40 of 100, weak, 4 not asked",
  );
  // 20 + 8: below 40, but four parts that were not asked may bring 57 more.
  expect(words("MEDDIC", { Metrics: 20, Champion: 8 })).toBe("28 of 100 so far, 4 not asked");
  expect(words("SPIN", { Situation: 1, Problem: 1, Implication: 0 })).toBe("2 of 4 done");
  expect(words("Stop", { "No champion": 1 })).toBe("1 holds: do not pursue");
  expect(words("Stop", { "No champion": 1, "No timeline": 1 })).toBe("2 hold: do not pursue");
  expect(words("Stop", { "No champion": 0 })).toBe("None holds, 5 not asked");
  expect(words("BANT", {})).toBeUndefined();
});
