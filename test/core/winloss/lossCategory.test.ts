import fc from "fast-check";
import { expect, it } from "vitest";
import { LOSS_RULES, lossKindOf } from "../../../src/core/winloss/lossCategory.ts";

const standard = lossKindOf();

// The wordings of Salesforce's standard loss reasons, of HubSpot exports and of everyday fields, sorted by hand.
it.each([
  ["Lost to Competitor", "Competitive"],
  ["Competitor", "Competitive"],
  ["Price", "Competitive"],
  ["Product Fit", "Competitive"],
  ["Rate too high", "Competitive"],
  ["Rates", "Competitive"],
  ["fees too high", "Competitive"],
  ["Went with a cheaper one", "Competitive"],
  ["Overpriced", "Competitive"],
  // No rate in it.
  ["Corporate change", "Other"],
  ["Missing feature", "Competitive"],
  ["No Decision / Non-Responsive", "No decision"],
  ["no_decision", "No decision"],
  ["NoBudget", "No decision"],
  ["No Budget / Lost Funding", "No decision"],
  ["Budget cut", "No decision"],
  ["Timing", "No decision"],
  ["Lost Interest", "No decision"],
  ["Went dark", "No decision"],
  ["Built in-house", "Internal"],
  ["Champion left", "Internal"],
  ["Internal reorganisation", "Internal"],
  ["Other", "Other"],
  ["Duplicate", "Other"],
])("%s", (reason, category) => {
  expect(standard(reason)?.category).toBe(category);
});

it("says nothing about a blank", () => {
  expect(standard(undefined)).toBeUndefined();
  expect(standard("  ")).toBeUndefined();
});

it("goes by the first rule that knows a whole word, a star standing for any ending", () => {
  const kindOf = lossKindOf([
    { words: ["feature"], category: "Internal", addressable: true },
    { words: ["feature*", "Too Slow"], category: "Competitive", addressable: false },
  ]);
  expect(kindOf("A feature!")).toMatchObject({ category: "Internal", addressable: true });
  expect(kindOf("Features missing")).toMatchObject({ category: "Competitive", addressable: false });
  expect(kindOf("it was too-slow")?.category).toBe("Competitive");
  expect(kindOf("tooslow")).toEqual({ category: "Other" });
});

it("knows every word of the standard list, whatever surrounds it", () => {
  const words = LOSS_RULES.flatMap((rule) => rule.words.map((word) => ({ rule, word })));
  const other = fc.constantFrom("", "zz ", "Qq - ");
  fc.assert(
    fc.property(fc.constantFrom(...words), other, fc.boolean(), ({ rule, word }, before, loud) => {
      const reason = `${before}${word.replace("*", "x")}`;
      const { category } = standard(loud ? reason.toUpperCase() : reason) ?? {};
      // An earlier rule may know another word of the phrase.
      const earlier = LOSS_RULES.slice(0, LOSS_RULES.indexOf(rule)).map((one) => one.category);
      expect([rule.category, ...earlier]).toContain(category);
    }),
  );
});
