import { describe, expect, it } from "vitest";
import { domainName, hostOf } from "../../../src/core/duplicates/domainName.ts";

describe("domainName", () => {
  it.each([
    ["acme.com", "acme"],
    ["mail.acme.co.uk", "acme"],
    ["acme", ""],
    [undefined, ""],
  ])("%s is %s", (domain, expected) => {
    expect(domainName(domain)).toBe(expected);
  });
});

describe("hostOf", () => {
  it.each([
    ["https://www.Acme.com/about?x=1", "acme.com"],
    ["acme.de", "acme.de"],
    ["not a site", undefined],
    [undefined, undefined],
  ])("%s is %s", (website, expected) => {
    expect(hostOf(website)).toBe(expected);
  });
});
