import { describe, expect, it } from "vitest";
import { type Company, companyData } from "../../../src/core/duplicates/company.ts";
import { groupsFound, searchAll } from "../../../src/core/duplicates/search.ts";

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

  it("does not take numbered branches and companies of one town for one", () => {
    expect(
      groups(
        { accountName: "Store 12", city: "Ulm", country: "DE" },
        { accountName: "Store 13", city: "Ulm", country: "DE" },
      ),
    ).toEqual([]);
  });
});
