import { describe, expect, it } from "vitest";
import { accountKey, domainOf } from "../../../src/core/territory/accountName.ts";

describe("domainOf", () => {
  it.each([
    ["https://www.Acme.com/about?x=1", "acme.com"],
    ["ann.lee@mail.acme.co.uk", "mail.acme.co.uk"],
    ["acme.com", "acme.com"],
    ["http://acme.com:8080", "acme.com"],
    ["Acme Inc.", undefined],
    ["Acme", undefined],
    ["", undefined],
  ])("%s: %s", (text, domain) => expect(domainOf(text)).toBe(domain));
});

describe("accountKey", () => {
  it("takes the ids of 15 and 18 characters for the same, in exact case", () => {
    expect(accountKey("0015g00000ABCde")).toBe(accountKey("0015g00000ABCdeAAF"));
    expect(accountKey("0015g00000ABCde")).not.toBe(accountKey("0015g00000abcDE"));
  });

  it("takes names without case and doubled spaces", () => {
    expect(accountKey(" ACME  Holding ")).toBe(accountKey("acme holding"));
    expect(accountKey("Acme")).not.toBe(accountKey("acme.com"));
  });
});
