import { matchText } from "./matchText.ts";

/** Countries and sales regions as account names carry them, beside the places that the list itself names. */
const COUNTRIES = new Set(
  (
    "argentina;australia;austria;belgium;brazil;bulgaria;canada;chile;china;colombia;croatia;czech republic;czechia;denmark;egypt;finland;" +
    "france;germany;greece;hong kong;hungary;india;indonesia;ireland;israel;italy;japan;kenya;luxembourg;malaysia;mexico;netherlands;" +
    "new zealand;nigeria;norway;peru;philippines;poland;portugal;romania;saudi arabia;singapore;slovakia;slovenia;south africa;south korea;" +
    "spain;sweden;switzerland;taiwan;thailand;turkey;uk;ukraine;united kingdom;united states;uae;us;usa;vietnam;" +
    "deutschland;osterreich;schweiz;espana;italia;brasil;americas;apac;asia;benelux;dach;emea;europe;latam;nordics;north america"
  ).split(";"),
);

/** A place behind a name in brackets, or at its end behind a dash or a comma. */
const IN_BRACKETS = /\s*\(([^()]+)\)/;
const AT_END = /(?:\s+[-–—|]\s*|\s*,\s*)([^-–—|,()]+)$/;

type Parted = { readonly name: string; readonly branch: string };

/** `Acme (Berlin)`, `Acme GmbH - Germany` and `Acme, Paris` in name and branch; what is no place stays in the name. */
function parted(name: string, isPlace: (text: string) => boolean): Parted {
  for (const pattern of [IN_BRACKETS, AT_END]) {
    const found = pattern.exec(name);
    const branch = matchText(found?.[1]);
    const rest = found === null ? "" : name.replace(found[0], " ").trim();
    if (rest !== "" && branch !== "" && isPlace(branch)) return { name: rest, branch };
  }
  return { name, branch: "" };
}

type Place = { readonly name: string; readonly city: string; readonly country: string };

/** Names without their branches, and what is known of each one's branch. */
export type Branches = { readonly names: readonly string[]; readonly branches: readonly string[] };

const HEAD_OFFICE = "head office";

/** What the accounts of one name show of their branches, once one of them names its own. */
type Family = { readonly named: Set<string>; byCountry: boolean };

/**
 * Branches of companies. Where an account names its branch, accounts of the same name that name none are of the branch
 * in whose city they are, or country where only countries are named. Where several branches are named, an account
 * without any place is the company's head office; where one is, nobody knows.
 */
export function branchesOf(places: readonly Place[], coreOf: (name: string) => string): Branches {
  const countries = new Set([...COUNTRIES, ...places.map(({ country }) => country)]);
  const cities = new Set(places.map(({ city }) => city));
  const isPlace = (text: string) => countries.has(text) || cities.has(text);
  const own = places.map(({ name }) => parted(name, isPlace));
  const names = own.map(({ name }) => coreOf(name));
  const families = new Map<string, Family>();
  own.forEach(({ branch }, at) => {
    if (branch === "") return;
    const family = families.get(names[at] ?? "") ?? { named: new Set(), byCountry: true };
    family.named.add(branch);
    family.byCountry &&= countries.has(branch);
    families.set(names[at] ?? "", family);
  });
  const branches = places.map(({ city, country }, at) => {
    const family = families.get(names[at] ?? "");
    const named = own[at]?.branch ?? "";
    if (family === undefined || named !== "") return named;
    const place = family.byCountry ? country : city;
    return place === "" && family.named.size > 1 ? HEAD_OFFICE : place;
  });
  return { names, branches };
}
