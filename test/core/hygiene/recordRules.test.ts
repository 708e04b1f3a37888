import { describe, expect, it } from "vitest";
import {
  accountRules,
  badEmail,
  badPhone,
  contactRules,
  leadRules,
} from "../../../src/core/hygiene/recordRules.ts";

const context = { asOf: 1000, staleContactDays: 180 };

describe("badEmail", () => {
  it("takes addresses and blanks", () => {
    expect(["a@b.co", "a.b+c@d-e.museum", "", undefined].map(badEmail)).toEqual(
      new Array(4).fill(undefined),
    );
  });
  it("refuses what cannot be one", () => {
    const bad = ["a@b", "a b@c.de", "@b.co", "a@@b.co", "a@b.co;c@d.co", "a@b."];
    expect(bad.map(badEmail)).toEqual(bad);
  });
});

describe("badPhone", () => {
  it("counts 10 to 15 digits, an extension aside", () => {
    expect(
      ["+1 (555) 010-9999", "0123456789 ext. 4455", "123456789012345", ""].map(badPhone),
    ).toEqual(new Array(4).fill(undefined));
    expect(["555-0100", "1234567890123456"].map((text) => badPhone(text))).toEqual([
      "555-0100",
      "1234567890123456",
    ]);
  });
});

describe("record rules", () => {
  it("stale after 180 days, not on the day itself", () => {
    for (const rule of [...contactRules, ...accountRules].filter(({ id }) =>
      id.startsWith("stale"),
    )) {
      expect(rule.find({ lastActivity: 820 } as never, context)).toBeUndefined();
      expect(rule.find({ lastActivity: 819.5 } as never, context)).toBe("181 days");
      expect(rule.find({} as never, context)).toBeUndefined();
    }
  });

  it("leads: website, revenue and employees", () => {
    const find = (id: string, lead: object) =>
      leadRules.find((rule) => rule.id === id)?.find({ leadId: "1", ...lead }, context);
    expect(find("bad_website", { website: "acme.com/en" })).toBeUndefined();
    expect(find("bad_website", { website: "acme" })).toBe("acme");
    expect(find("bad_revenue", { revenue: 0 })).toBeUndefined();
    expect(find("bad_revenue", { revenue: -2 })).toBe("-2");
    expect(find("bad_employees", { employees: 1 })).toBeUndefined();
    expect(find("bad_employees", { employees: 0 })).toBe("0");
  });
});
