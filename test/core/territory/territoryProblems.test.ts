import { describe, expect, it } from "vitest";
import { territoryProblems } from "../../../src/core/territory/territoryProblems.ts";
import { ruleWith } from "./rules.ts";

const rest = ruleWith({ fallback: true });
const fieldsOf = (...rules: Parameters<typeof ruleWith>[0][]) =>
  territoryProblems([...rules.map(ruleWith), rest]).map(({ at, field }) => [at, field]);

describe("territoryProblems", () => {
  it("are none in a sound list and in an empty one", () => {
    expect(territoryProblems([])).toEqual([]);
    expect(
      fieldsOf({ states: ["TX"], validFrom: 5, validTo: 5, employeesMin: 1, employeesMax: 1 }),
    ).toEqual([]);
  });

  it("ask for exactly one fallback", () => {
    const rule = ruleWith({ states: ["TX"] });
    expect(territoryProblems([rule])).toMatchObject([{ at: undefined, field: "fallback" }]);
    expect(territoryProblems([rest, rule, rest])).toMatchObject([{ at: 2, field: "fallback" }]);
  });

  it.each([
    [{}, "fallback"],
    [{ fallback: true, states: ["TX"] }, "fallback"],
    [{ fallback: true, validTo: 7 }, "validFrom"],
    [{ postalTo: "99999" }, "postalFrom"],
    [{ postalFrom: "20000", postalTo: "10000" }, "postalTo"],
    [{ employeesMin: 10, employeesMax: 9 }, "employeesMax"],
    [{ states: ["TX"], validFrom: 10, validTo: 9 }, "validTo"],
  ] as const)("point at the field: %j", (given, field) => {
    expect(fieldsOf(given)[0]).toEqual([0, field]);
  });
});
