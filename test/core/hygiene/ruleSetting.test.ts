import { describe, expect, it } from "vitest";
import { type RuleSetting, ruleLimits, rulesInUse } from "../../../src/core/hygiene/ruleSetting.ts";

const rule = (id: string) => ({ id, severity: "medium" as const });
const setting = (id: string, more: Partial<RuleSetting>): [string, RuleSetting] => [
  id,
  {
    id,
    sheet: "Opportunities",
    label: id,
    severity: "medium",
    limit: undefined,
    owner: "",
    systemOfRecord: "",
    why: "",
    ...more,
  },
];

describe("rulesInUse", () => {
  it("leaves out what is switched off and takes over severities", () => {
    const settings = new Map([
      setting("a", { severity: "off" }),
      setting("b", { severity: "high" }),
    ]);
    expect(rulesInUse([rule("a"), rule("b"), rule("c")], settings)).toEqual([
      { id: "b", severity: "high" },
      { id: "c", severity: "medium" },
    ]);
  });

  it("knows a rule by another name where it is told", () => {
    const settings = new Map([setting("leads.a", { severity: "off" })]);
    expect(rulesInUse([rule("a")], settings, ({ id }) => `leads.${id}`)).toEqual([]);
  });
});

describe("ruleLimits", () => {
  it("has the limits that are given", () => {
    const settings = new Map([setting("a", { limit: 7 }), setting("b", {})]);
    expect([...ruleLimits(settings)]).toEqual([["a", 7]]);
  });
});
