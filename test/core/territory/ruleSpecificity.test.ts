import { expect, it } from "vitest";
import { conditionCount, ruleSpecificity } from "../../../src/core/territory/ruleSpecificity.ts";
import { ruleWith } from "./rules.ts";

it("puts named accounts before more conditions, those before a narrower place", () => {
  const order = [
    ruleWith({ fallback: true }),
    ruleWith({ industries: ["Retail"] }),
    ruleWith({ countries: ["US"] }),
    ruleWith({ countries: ["US"], states: ["CA"] }),
    ruleWith({ postalFrom: "94" }),
    ruleWith({ countries: ["US"], industries: ["Retail"] }),
    ruleWith({ states: ["CA"], industries: ["Retail"], employeesMin: 100, products: ["Cloud"] }),
    ruleWith({ named: ["acme.com"] }),
  ];
  const scores = order.map(ruleSpecificity);
  expect(scores).toEqual([...scores].sort((one, other) => one - other));
  expect(new Set(scores).size).toBe(order.length);
});

it("counts kinds of conditions, not entries", () => {
  expect(conditionCount(ruleWith({}))).toBe(0);
  expect(
    conditionCount(ruleWith({ countries: ["US", "CA"], states: ["TX"], postalFrom: "7" })),
  ).toBe(1);
  expect(conditionCount(ruleWith({ employeesMin: 1, employeesMax: 2, named: ["a", "b"] }))).toBe(2);
});
