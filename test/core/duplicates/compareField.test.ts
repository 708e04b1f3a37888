import { describe, expect, it } from "vitest";
import { codeField, compareField, sharedValue } from "../../../src/core/duplicates/compareField.ts";
import {
  agreements,
  type Comparison,
  type MatchField,
} from "../../../src/core/duplicates/matchField.ts";

const field = (compare: Comparison, columns: string[][], near?: number): MatchField => ({
  id: "f",
  label: "F",
  compare,
  same: 0.8,
  close: 0.1,
  chance: 0.01,
  columns,
  ...(near === undefined ? {} : { near }),
});

const agreement = (compare: Comparison, a: string, b: string, near?: number) =>
  agreements[compareField(codeField(field(compare, [[a, b]], near), 2), 0, 1)];

describe("compareField", () => {
  it.each([
    ["name", "martha", "marhta", "close"],
    ["name", "anna", "zoe", "different"],
    ["name", "anna", "", "missing"],
    ["first", "r", "robert", "close"],
    ["name", "r", "robert", "different"],
    ["title", "renewal 2025", "renewal 2026", "different"],
    ["company", "acme software", "acme sofware", "close"],
    ["company", "terra papier", "terrapapier", "close"],
    ["company", "siemens", "siemens energy", "different"],
    ["company", "store 12", "store 13", "different"],
    // Jaro-Winkler rates these 0.91 for their common beginning; it is another word all the same.
    ["company", "norhaven studios", "norhaven foods", "different"],
    ["company", "norhaven-studios.example", "norhaven-foods.example", "different"],
    ["company", "norhaven studios", "norhaven studois", "close"],
    ["name", "renewal 2025", "renewal 2026", "close"],
    ["code", "5550104477", "5550104478", "close"],
    ["code", "123", "124", "different"],
    ["email", "ann.lee@acme.com", "ann.lee@acme.de", "close"],
    ["email", "ann.lee@acme.com", "ann.lee@gmail.com", "close"],
    // Namesakes at two companies.
    ["email", "ann.lee@acme.com", "ann.lee@bell.com", "different"],
    ["email", "ann@acme.com", "ana@acme.com", "different"],
    ["email", "ann.lee@acme.com", "ann.leee@acme.com", "close"],
    // The second of two namesakes is given a number.
    ["email", "ann.lee@acme.com", "ann.lee2@acme.com", "different"],
    ["email", "ann.lee1@acme.com", "ann.lee2@acme.com", "different"],
  ] as const)("%s: %s and %s are %s", (compare, a, b, expected) => {
    expect(agreement(compare, a, b)).toBe(expected);
  });

  it("takes days and numbers that lie close together for close", () => {
    expect(agreement("day", "100", "130", 30)).toBe("close");
    expect(agreement("day", "100", "131", 30)).toBe("different");
    expect(agreement("number", "100", "90", 0.1)).toBe("close");
    expect(agreement("number", "100", "89", 0.1)).toBe("different");
  });

  it("takes the best of several columns crosswise", () => {
    const phones = field("code", [
      ["5550104477", "5559999999"],
      ["", "5550104477"],
    ]);
    expect(agreements[compareField(codeField(phones, 2), 0, 1)]).toBe("same");
  });
});

describe("codeField", () => {
  it("counts a record once for a value that it holds in two columns", () => {
    const coded = codeField(
      field("code", [
        ["a", "a", "b", ""],
        ["a", "b", "", ""],
      ]),
      4,
    );
    expect(coded.texts.map((text, at) => [text, coded.holders[at]])).toEqual([
      ["", 0],
      ["a", 2],
      ["b", 2],
    ]);
    expect(coded.filled).toBe(3);
  });

  it("finds the rarest value that two records share", () => {
    const coded = codeField(
      field("name", [
        ["x", "x", "x"],
        ["y", "y", ""],
      ]),
      3,
    );
    expect(coded.texts[sharedValue(coded, 0, 1)]).toBe("y");
    expect(coded.texts[sharedValue(coded, 0, 2)]).toBe("x");
  });
});
