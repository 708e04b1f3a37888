import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dayFromIso } from "../../src/core/calendar/day.ts";
import type { TerritoryRule } from "../../src/core/territory/territoryRule.ts";
import { plainName } from "../../src/settings/name.ts";
import { readTerritories, territories } from "../../src/settings/territories.ts";
import { ruleWith } from "../core/territory/rules.ts";

const rest = (order: number) => ruleWith({ order, territory: "Rest", fallback: true });
const word = fc
  .stringMatching(/^[A-Za-z0-9][A-Za-z0-9 .-]{0,10}[A-Za-z0-9]$/)
  .filter((text) => plainName(text) !== "");
const words = fc.array(word, { maxLength: 3 });
const limit = fc.option(fc.integer({ min: 0, max: 100 }), { nil: undefined });

const rule: fc.Arbitrary<Partial<TerritoryRule>> = fc.record({
  territory: word,
  owner: word,
  backup: fc.oneof(fc.constant(""), word),
  named: words,
  countries: words,
  states: words,
  postalFrom: fc.constantFrom("", "01000", "SW", "94"),
  industries: fc.array(word, { minLength: 1, maxLength: 2 }),
  employeesMin: limit,
  products: words,
  validFrom: limit,
});

describe("territories", () => {
  it("are read back as they were written, in their order", () => {
    fc.assert(
      fc.property(fc.array(rule, { maxLength: 8 }), (some) => {
        const rules = some.map((given, index) => ruleWith({ ...given, order: index + 1 }));
        const value = [...rules, rest(rules.length + 1)];
        const cells = territories.toCells(value);
        const shuffled = [cells[0]!, ...cells.slice(1).reverse()];
        expect(readTerritories(shuffled)).toEqual({ value, issues: [] });
      }),
    );
  });

  it("are none in a sheet with its headings alone, which is no mistake", () => {
    expect(readTerritories(territories.toCells([]))).toEqual({ value: [], issues: [] });
    expect(readTerritories(undefined)).toEqual({ value: [], issues: [] });
  });

  it("are read as people type them", () => {
    const header = [
      "territory",
      "OWNER",
      "States",
      "Postal code from",
      "Valid from",
      "Fallback",
      "My notes",
    ];
    const { value, issues } = readTerritories([
      header,
      ["West", "Ana", "CA; OR ;", "", "2026-02-01", "", "mine"],
      ["Boston", "Bo", "", 2139, "", "no", ""],
      ["Rest", "Cy", "", "", "", "yes", ""],
    ]);
    expect(issues).toEqual([]);
    expect(value).toMatchObject([
      { order: 1, states: ["CA", "OR"], validFrom: dayFromIso("2026-02-01") },
      { order: 2, postalFrom: "2139", fallback: false },
      { order: 3, fallback: true },
    ]);
  });

  it("without a fallback count, and it is said", () => {
    const { value, issues } = readTerritories(territories.toCells([ruleWith({ states: ["TX"] })]));
    expect(value).toHaveLength(1);
    expect(issues).toMatchObject([{ column: "Fallback", rejected: false }]);
  });

  it("that contradict themselves are left out, with the place to put right", () => {
    const wrong = ruleWith({ territory: "Wrong", employeesMin: 9, employeesMax: 3 });
    const { value, issues } = readTerritories(territories.toCells([wrong, rest(2), rest(3)]));
    expect(value).toEqual([rest(2)]);
    expect(issues).toMatchObject([
      { row: 2, column: "Employees to", rejected: true },
      { row: 4, column: "Fallback", rejected: true },
    ]);
  });
});
