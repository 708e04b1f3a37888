import { branchesOf } from "./branch.ts";
import { companyCore } from "./companyCore.ts";
import { domainName, hostOf } from "./domainName.ts";
import type { MatchData } from "./matchField.ts";
import { matchText } from "./matchText.ts";
import { phoneKey } from "./phoneKey.ts";

/** What accounts say about a company. */
export type Company = {
  readonly accountName?: string;
  readonly domain?: string;
  readonly phone?: string;
  readonly city?: string;
  readonly country?: string;
  readonly postalCode?: string;
};

const PREFIX = 5;
const all = (...texts: readonly string[]): string =>
  texts.every((text) => text !== "") ? texts.join("|") : "";

/** Accounts as the search for duplicates takes them. Branches of one company in two places are two accounts. */
export function companyData(companies: readonly Company[]): MatchData {
  const domain = companies.map(({ domain: text }) => hostOf(text) ?? "");
  const phone = companies.map((company) => phoneKey(company.phone));
  const city = companies.map((company) => matchText(company.city));
  const postal = companies.map((company) => matchText(company.postalCode));
  const country = companies.map((company) => matchText(company.country));
  const { names: name, branches } = branchesOf(
    companies.map(({ accountName = "" }, at) => ({
      name: accountName,
      city: city[at] ?? "",
      country: country[at] ?? "",
    })),
    companyCore,
  );
  const texts = (of: (at: number) => string) => companies.map((_, at) => of(at));
  return {
    size: companies.length,
    fields: [
      {
        id: "name",
        label: "Company name",
        compare: "company",
        same: 0.8,
        close: 0.12,
        chance: 0.002,
        columns: [name],
      },
      {
        id: "domain",
        label: "Web domain",
        compare: "company",
        same: 0.8,
        close: 0.05,
        chance: 0.001,
        columns: [domain],
      },
      {
        id: "phone",
        label: "Phone",
        compare: "code",
        same: 0.6,
        close: 0.05,
        chance: 0.001,
        columns: [phone],
      },
      {
        id: "place",
        label: "Postal code or city",
        compare: "name",
        same: 0.8,
        close: 0.05,
        chance: 0.03,
        columns: [postal, city],
      },
      {
        id: "country",
        label: "Country",
        compare: "name",
        same: 0.93,
        close: 0.02,
        chance: 0.2,
        columns: [country],
      },
      {
        id: "branch",
        isDecisive: true,
        label: "Branch",
        compare: "name",
        same: 0.95,
        close: 0.02,
        chance: 0.3,
        within: { texts: name, chance: 0.3 },
        columns: [branches],
      },
    ],
    keys: [
      { label: "domain", texts: domain },
      { label: "phone", texts: phone },
      { label: "name", texts: name },
      { label: "domain name", texts: domain.map((text) => domainName(text)) },
      { label: "first word and place", texts: texts((at) => all(word(name[at]), city[at] ?? "")) },
      { label: "beginning of the name", texts: texts((at) => beginning(name[at])) },
      { label: "words in any order", texts: texts((at) => sorted(name[at])) },
    ],
  };
}

const word = (text = "") => text.split(" ")[0] ?? "";
const beginning = (text = "") =>
  text.length < PREFIX ? "" : text.replace(/ /g, "").slice(0, PREFIX + 1);
const sorted = (text = "") => (text.includes(" ") ? text.split(" ").sort().join(" ") : "");
