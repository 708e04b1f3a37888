import { describe, expect, it } from "vitest";
import { InputError } from "../../../src/core/inputError.ts";
import type { Lead } from "../../../src/core/leads/lead.ts";
import { ruleTest } from "../../../src/core/leads/ruleTest.ts";
import type { ScoringOperator } from "../../../src/core/leads/scoring.ts";
import { rule } from "./rule.ts";

const meets = (field: keyof Lead, operator: ScoringOperator, value: string, lead: Partial<Lead>) =>
  ruleTest(rule("fit", field, operator, value, 1), field)({ leadId: "1", ...lead });

describe("ruleTest", () => {
  it.each<[keyof Lead, ScoringOperator, string, Partial<Lead>, boolean]>([
    ["country", "is", "germany", { country: "Germany " }, true],
    ["optOut", "is", "TRUE", { optOut: true }, true],
    ["optOut", "is", "TRUE", { optOut: false }, false],
    ["industry", "one of", "Software; Banking", { industry: "banking" }, true],
    ["industry", "one of", "Software; Banking", { industry: "Retail" }, false],
    ["title", "contains", "student; intern", { title: "Marketing Intern" }, true],
    ["title", "contains", "student; intern", { title: "International Sales" }, false],
    ["techStack", "contains", "C++", { techStack: "Rust, C++" }, true],
    ["email", "ends with", ".edu; @gmail.com", { email: "A@GMAIL.com" }, true],
    ["email", "ends with", ".edu; @gmail.com", { email: "a@educate.com" }, false],
    ["employees", "between", "51-200", { employees: 51 }, true],
    ["employees", "between", "51-200", { employees: 200 }, true],
    ["employees", "between", "51-200", { employees: 201 }, false],
    ["employees", "between", "1,001-", { employees: 5000 }, true],
    ["employees", "at least", "1001", { employees: 1000 }, false],
    ["employees", "at least", "1001", { employees: 1001 }, true],
  ])("%s %s %s of %j: %s", (field, operator, value, lead, expected) => {
    expect(meets(field, operator, value, lead)).toBe(expected);
  });

  it("knows nothing about a blank field", () => {
    expect(meets("employees", "at least", "1", {})).toBeUndefined();
  });

  it("refuses a value that its operator cannot use", () => {
    expect(() => meets("employees", "between", "many", { employees: 5 })).toThrow(InputError);
    expect(() => meets("employees", "at least", "", { employees: 5 })).toThrow(
      /employees at least/,
    );
  });
});
