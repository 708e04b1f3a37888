import { describe, expect, it } from "vitest";
import {
  companyDomain,
  isFreeMail,
  isRoleBox,
  mailParts,
} from "../../../src/core/duplicates/mailAddress.ts";

describe("mailParts", () => {
  it.each([
    ["Ann.Lee@Acme.com", "ann.lee", "acme.com"],
    ["Ann Lee <ann.lee+crm@acme.com>", "ann.lee", "acme.com"],
    // Gmail sees no dots and is one with googlemail.
    ["an.n.lee@googlemail.com", "annlee", "gmail.com"],
    ["mailto:ann@acme.co.uk", "ann", "acme.co.uk"],
  ])("%s", (email, local, domain) => {
    expect(mailParts(email)).toEqual({ local, domain });
  });

  it("takes what is no address for none", () => {
    for (const text of [undefined, "", "n/a", "ann@acme", "a b@c.de"])
      expect(mailParts(text)).toBeUndefined();
  });
});

describe("companyDomain", () => {
  it("is blank for free mail", () => {
    expect(companyDomain("ann@acme.com")).toBe("acme.com");
    expect(companyDomain("ann@gmail.com")).toBeUndefined();
    expect(isFreeMail("web.de")).toBe(true);
  });

  it("knows boxes of many people", () => {
    expect([isRoleBox("info"), isRoleBox("ann")]).toEqual([true, false]);
  });
});
