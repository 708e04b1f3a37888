import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { territoryCoverage } from "../../../src/core/territory/territoryCoverage.ts";
import { ruleWith } from "./rules.ts";

const usa = ruleWith({ territory: "USA", countries: ["US"] });
const texas = ruleWith({ territory: "Texas", states: ["TX"] });
const acme = ruleWith({ territory: "Acme", named: ["acme.com"] });
const rest = ruleWith({ territory: "Rest", fallback: true });

describe("territoryCoverage", () => {
  it("counts what each rule takes, would hold for and loses, and what nobody asked for", () => {
    // By hand: 0 and 1 go to USA though Texas is narrower; 2 is nobody's; 3 lacks a country, so Texas takes it.
    const coverage = territoryCoverage(
      [usa, texas, acme, rest],
      [
        { country: "USA", state: "Texas" },
        { country: "United States", state: "TX", domain: "www.acme.com" },
        { country: "France" },
        { state: "TX" },
      ],
      undefined,
    );
    expect(coverage.rules.map(({ taken, held }) => [taken, held])).toEqual([
      [2, 2],
      [1, 3],
      [0, 1],
      [1, 0],
    ]);
    expect(coverage.rules[1]?.lostTo).toEqual([{ rule: 0, records: 2 }]);
    expect(coverage.takers).toEqual([0, 0, 3, 1]);
    expect(coverage.unmatched).toEqual([2]);
    expect(coverage.shadowed).toEqual([
      { record: 0, takenBy: 0, specific: 1 },
      { record: 1, takenBy: 0, specific: 2 },
    ]);
  });

  it("finds nothing shadowed when the narrower rule comes first", () => {
    const records = [{ country: "US", state: "TX", domain: "acme.com" }];
    expect(territoryCoverage([acme, texas, usa, rest], records, undefined).shadowed).toEqual([]);
  });

  it("leaves out rules that are not in force", () => {
    const future = { ...texas, validFrom: 500 };
    const { rules } = territoryCoverage([future, rest], [{ state: "TX" }], 100);
    expect(rules).toEqual([
      { taken: 0, held: 0, inForce: false, lostTo: [] },
      { taken: 1, held: 0, inForce: true, lostTo: [] },
    ]);
  });

  it("gives every record to exactly one rule when there is a fallback", () => {
    const place = fc.constantFrom("US", "CA", "DE", undefined);
    const state = fc.constantFrom("TX", "CA", "ON", undefined);
    const record = fc.record({ country: place, state });
    const list = (values: string[]) => fc.subarray(values);
    const rule = fc
      .record({ countries: list(["US", "CA", "DE"]), states: list(["TX", "CA"]) })
      .map(ruleWith);
    fc.assert(
      fc.property(
        fc.array(rule, { maxLength: 6 }),
        fc.array(record, { maxLength: 30 }),
        (some, records) => {
          const { rules, unmatched } = territoryCoverage([...some, rest], records, undefined);
          expect(rules.reduce((sum, { taken }) => sum + taken, 0)).toBe(records.length);
          expect(rules.at(-1)?.taken).toBe(unmatched.length);
          for (const { taken, held, lostTo } of rules.slice(0, -1))
            expect(taken + lostTo.reduce((sum, lost) => sum + lost.records, 0)).toBe(held);
        },
      ),
    );
  });
});
