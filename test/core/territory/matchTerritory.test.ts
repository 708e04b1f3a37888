import { describe, expect, it } from "vitest";
import { isInForce, territoryMatcher } from "../../../src/core/territory/matchTerritory.ts";
import type { TerritoryRecord } from "../../../src/core/territory/territoryRule.ts";
import { ruleWith } from "./rules.ts";

// A published lead-routing example: `CA` stands both in the western states and among the countries.
const west = ruleWith({ territory: "US-West", states: ["CA", "OR", "WA", "NV", "AZ"] });
const east = ruleWith({ territory: "US-East", states: ["NY", "MA", "CT", "NJ", "PA"] });
const abroad = ruleWith({ territory: "International", countries: ["UK", "DE", "FR", "AU", "CA"] });
const rest = ruleWith({ territory: "Rest", fallback: true });
const rules = [west, east, abroad, rest];
const taker = (record: TerritoryRecord, day?: number) =>
  rules[territoryMatcher(rules, day).first(record)]?.territory;

describe("territoryMatcher", () => {
  it("keeps the state CA and the country CA apart", () => {
    expect(taker({ country: "United States", state: "California" })).toBe("US-West");
    expect(taker({ country: "Canada", state: "ON" })).toBe("International");
    expect(taker({ country: "ca", state: "" })).toBe("International");
    expect(taker({ country: "US", state: "TX" })).toBe("Rest");
  });

  it("gives a record to the first rule that holds, and what nobody takes to the fallback wherever it stands", () => {
    const matcher = territoryMatcher([rest, abroad, west], undefined);
    expect(matcher.first({ country: "Canada", state: "CA" })).toBe(1);
    expect(matcher.all({ country: "Canada", state: "CA" })).toEqual([1, 2]);
    expect(matcher.first({ country: "Peru" })).toBe(0);
    expect(territoryMatcher([west], undefined).first({ state: "TX" })).toBe(-1);
  });

  it("asks for all kinds of conditions and one entry of each list", () => {
    const { first } = territoryMatcher(
      [
        ruleWith({
          countries: ["United States", "Canada"],
          industries: ["Health Care", "Banking"],
          employeesMin: 100,
          employeesMax: 1000,
          products: ["Cloud"],
        }),
      ],
      undefined,
    );
    const fitting = { country: "us", industry: "healthcare", employees: 100, products: ["cloud"] };
    expect(first(fitting)).toBe(0);
    expect(first({ ...fitting, employees: 1000 })).toBe(0);
    expect(first({ ...fitting, employees: 1001 })).toBe(-1);
    expect(first({ ...fitting, employees: undefined })).toBe(-1);
    expect(first({ ...fitting, products: [] })).toBe(-1);
    expect(first({ ...fitting, industry: "Retail" })).toBe(-1);
  });

  it("finds named accounts by id, domain and name", () => {
    const { first } = territoryMatcher(
      [ruleWith({ named: ["0015g00000ABCde", "acme.com", "Globex Inc"] })],
      undefined,
    );
    expect(first({ id: "0015g00000ABCdeAAF" })).toBe(0);
    expect(first({ domain: "ann@acme.com" })).toBe(0);
    expect(first({ name: "globex  inc" })).toBe(0);
    expect(first({ name: "Acme", id: "0015g00000abcDE" })).toBe(-1);
  });

  it("counts a rule on the days it is in force alone, first and last included", () => {
    const dated = [ruleWith({ states: ["TX"], validFrom: 100, validTo: 200 }), rest];
    const at = (day: number | undefined) => territoryMatcher(dated, day).first({ state: "TX" });
    expect([99, 100, 200, 201, undefined].map(at)).toEqual([1, 0, 0, 1, 0]);
    expect(isInForce({ validFrom: 100, validTo: undefined }, 99)).toBe(false);
  });

  it("never takes anything by a rule without conditions that is no fallback", () => {
    expect(territoryMatcher([ruleWith({})], undefined).first({ state: "TX" })).toBe(-1);
  });
});
