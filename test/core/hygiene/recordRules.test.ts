import { describe, expect, it } from "vitest";
import {
  accountRules,
  badEmail,
  badPhone,
  contactRules,
  leadRules,
} from "../../../src/core/hygiene/recordRules.ts";

const context = { asOf: 1000, staleContactDays: 180, archiveDays: 365 };

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
      ["stale_contact", "stale_account"].includes(id),
    )) {
      expect(rule.find({ lastActivity: 820 } as never, context)).toBeUndefined();
      expect(rule.find({ lastActivity: 819.5 } as never, context)).toBe("181 days");
      expect(rule.find({} as never, context)).toBeUndefined();
    }
  });

  it("to be archived after a year, and then not stale as well", () => {
    const all = [leadRules, contactRules, accountRules] as const;
    for (const rules of all) {
      const found = (row: object) =>
        rules.filter((rule) => rule.find(row as never, context)).map(({ id }) => id);
      // 1000 - 635 is 365 days, the last that is stale only.
      expect(found({ lastActivity: 635 }).filter((id) => id === "stale_archive")).toEqual([]);
      expect(found({ lastActivity: 634.9 })).toEqual(["stale_archive"]);
      expect(found({})).toEqual([]);
    }
    const old = { leadId: "1", lastActivity: 1, converted: true };
    expect(leadRules.filter((rule) => rule.find(old, context))).toEqual([]);
  });

  it("mail that came back, whatever the CRM writes where none did", () => {
    const find = (text?: string) =>
      contactRules
        .find(({ id }) => id === "bad_delivery")
        ?.find({ contactId: "1", ...(text !== undefined && { bounced: text }) }, context);
    expect([undefined, "", " ", "FALSE", "no", "0", "None"].map(find)).toEqual(
      new Array(7).fill(undefined),
    );
    expect(["Hard bounce", "TRUE", "2026-03-01"].map(find)).toEqual([
      "Hard bounce",
      "TRUE",
      "2026-03-01",
    ]);
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
