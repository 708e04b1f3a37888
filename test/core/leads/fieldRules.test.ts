import { expect, it } from "vitest";
import { fieldRules, fitPoints, negativeFieldPoints } from "../../../src/core/leads/fieldRules.ts";
import type { Lead } from "../../../src/core/leads/lead.ts";
import { totalPoints } from "../../../src/core/leads/scoredRule.ts";
import type { ScoringSettings } from "../../../src/core/leads/scoring.ts";
import { rule } from "./rule.ts";

const settings = {
  rules: [
    rule("fit", "title", "contains", "vp", 20),
    rule("fit", "title", "contains", "director", 15),
    rule("fit", "employees", "between", "51-200", 15),
    { ...rule("fit", "country", "is", "DE", 50), active: false },
    rule("negative", "email", "ends with", ".edu", -30),
    rule("negative", "title", "contains", "student", 25),
    rule("negative", "spam complaint", "happened", "", -100),
  ],
} as unknown as ScoringSettings;
const fieldOf = (name: string) => name as keyof Lead;
const fitOf = (lead: Partial<Lead>) =>
  totalPoints(fitPoints(fieldRules(settings, "fit", fieldOf), { leadId: "1", ...lead }));
const negative = (lead: Partial<Lead>) =>
  totalPoints(
    negativeFieldPoints(fieldRules(settings, "negative", fieldOf), { leadId: "1", ...lead }),
  );

it("takes the best rule of each attribute", () => {
  expect(fitOf({ title: "Director and VP", employees: 60 })).toBe(35);
  expect(fitOf({ title: "Director" })).toBe(15);
  expect(fitOf({ title: "Clerk" })).toBe(0);
  expect(fitOf({ country: "DE" })).toBeUndefined();
});

it("takes every negative rule, however its sign is written", () => {
  expect(negative({ email: "a@b.edu", title: "Student" })).toBe(-55);
  expect(negative({ email: "a@b.com" })).toBe(0);
});
