import { describe, expect, it } from "vitest";
import { type Company, companyData } from "../../../src/core/duplicates/company.ts";
import { explainPair, groupsFound, searchAll } from "../../../src/core/duplicates/search.ts";

const others: readonly Company[] = Array.from({ length: 40 }, (_, at) => ({
  accountName: `${"abcdefghij"[at % 10]}${at}x Trading ${at}`,
  domain: `trade${at}.example`,
  city: `Town ${at % 9}`,
  country: at % 2 === 0 ? "DE" : "US",
}));

const groups = (...companies: Company[]) => {
  const { search, state } = searchAll(companyData([...others, ...companies]));
  return groupsFound(search, state);
};

describe("companyData", () => {
  it("finds one company written in two ways", () => {
    const acme = { accountName: "Acme Software GmbH", domain: "www.acme.de", city: "Ulm" };
    for (const again of [
      { accountName: "ACME Software", domain: "https://acme.de/en" },
      { accountName: "Acme Sofware GmbH", city: "Ulm", domain: "acme.de" },
    ])
      expect(groups(acme, again)).toEqual([[40, 41]]);
  });

  it("does not take a company and its daughter for one", () => {
    expect(
      groups(
        { accountName: "Siemens AG", domain: "siemens.com", city: "Munich" },
        { accountName: "Siemens Energy AG", domain: "siemensenergy.com", city: "Berlin" },
      ),
    ).toEqual([]);
  });

  it("does not take branches of one company for one, and finds a branch that stands twice", () => {
    const berlin = { accountName: "Acme (Berlin)", domain: "acme.de", city: "Berlin" };
    const munich = { accountName: "Acme - Munich", domain: "acme.de", city: "Munich" };
    expect(groups(berlin, munich)).toEqual([]);
    expect(groups(berlin, munich, { ...munich, accountName: "ACME GmbH" })).toEqual([[41, 42]]);
    // Beside two branches the account without a place is the head office.
    expect(groups(berlin, munich, { accountName: "Acme", domain: "acme.de" })).toEqual([]);
    // Where one branch alone is named, an account without a place may be that one.
    expect(groups(berlin, { accountName: "Acme GmbH", domain: "acme.de" })).toEqual([[40, 41]]);
    // A place that the list does not know stays in the name.
    expect(groups({ ...berlin, city: "" }, { accountName: "Acme", domain: "acme.de" })).toEqual([]);
  });

  it("says of branches that they rule each other out", () => {
    const { search, state } = searchAll(
      companyData([
        ...others,
        { accountName: "Acme - Germany", domain: "acme.com" },
        { accountName: "Acme - France", domain: "acme.com" },
      ]),
    );
    const { parts, weight, start } = explainPair(search, state, 40, 41);
    expect(parts.find(({ id }) => id === "branch")).toMatchObject({
      agreement: "different",
      weight: -30,
    });
    expect(parts.reduce((sum, part) => sum + part.weight, start)).toBe(weight);
  });

  it("does not take numbered branches and companies of one town for one", () => {
    expect(
      groups(
        { accountName: "Store 12", city: "Ulm", country: "DE" },
        { accountName: "Store 13", city: "Ulm", country: "DE" },
      ),
    ).toEqual([]);
  });
});
