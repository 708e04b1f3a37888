import { companyCore } from "./companyCore.ts";
import { ALIKE, isInitial } from "./compareField.ts";
import { domainName, hostOf } from "./domainName.ts";
import { firstNameKey } from "./firstName.ts";
import { isAlike } from "./jaroWinkler.ts";
import { companyDomain, isRoleBox, mailParts } from "./mailAddress.ts";
import type { MatchData } from "./matchField.ts";
import { matchText } from "./matchText.ts";
import { phoneKey } from "./phoneKey.ts";

/** What leads and contacts say about a person. */
export type Person = {
  readonly firstName?: string;
  readonly lastName?: string;
  /** Where the name is not parted. */
  readonly name?: string;
  readonly email?: string;
  readonly phone?: string;
  readonly mobile?: string;
  readonly company?: string;
  /** Of the company. */
  readonly website?: string;
};

/** First and last name; a full name is parted at its comma or its last word. */
function namesOf({ firstName, lastName, name }: Person): readonly [first: string, last: string] {
  const [first, last] = [firstNameKey(firstName), matchText(lastName)];
  if (last !== "" || name === undefined) return [first, last];
  const [beforeComma = "", ...behind] = name.split(",");
  if (behind.length > 0) return [firstNameKey(behind.join(" ")), matchText(beforeComma)];
  const words = matchText(name).split(" ");
  const family = words.pop() ?? "";
  return [firstNameKey(words.join(" ")), family];
}

const all = (...texts: readonly string[]): string =>
  texts.every((text) => text !== "") ? texts.join("|") : "";

/** Numbers that people with neither first nor last name alike give: they tell about a company rather than a person. */
function switchboards(
  phones: readonly (readonly string[])[],
  names: readonly (readonly [string, string])[],
): ReadonlySet<string> {
  const holder = new Map<string, readonly [string, string]>();
  const shared = new Set<string>();
  for (const column of phones) {
    for (const [at, phone] of column.entries()) {
      const name = names[at];
      if (phone === "" || name === undefined || shared.has(phone)) continue;
      const known = holder.get(phone);
      if (known === undefined) holder.set(phone, name);
      else if (!mayBeSame(known[0], name[0]) && !mayBeSame(known[1], name[1])) shared.add(phone);
    }
  }
  return shared;
}

/** Unknown names contradict nothing. */
const mayBeSame = (a: string, b: string): boolean =>
  a === "" || b === "" || isInitial(a, b) || isAlike(a, b, ALIKE);

const PREFIX = 4;
const LEAST_LOCAL = 6;

/** Leads and contacts as the search for duplicates takes them. */
export function personData(people: readonly Person[]): MatchData {
  const names = people.map(namesOf);
  const first = names.map(([name]) => name);
  const last = names.map(([, name]) => name);
  const mail = people.map(({ email }) => mailParts(email));
  const email = mail.map((parts) =>
    parts === undefined || isRoleBox(parts.local) ? "" : `${parts.local}@${parts.domain}`,
  );
  const phones = people.map((person) => phoneKey(person.phone));
  const mobiles = people.map((person) => phoneKey(person.mobile));
  const shared = switchboards([phones, mobiles], names);
  const phone = phones.map((text) => (shared.has(text) ? "" : text));
  const mobile = mobiles.map((text) => (shared.has(text) ? "" : text));
  const switchboard = phones.map((text) => (shared.has(text) ? text : ""));
  const company = people.map((person) => companyCore(person.company));
  const domain = people.map(
    (person) => companyDomain(person.email) ?? hostOf(person.website) ?? "",
  );
  const house = domain.map(domainName);
  const employer = company.map((text, at) => text || (house[at] ?? ""));
  const texts = (of: (at: number) => string) => people.map((_, at) => of(at));
  const part = (text: string | undefined, length: number) => (text ?? "").slice(0, length);
  return {
    size: people.length,
    fields: [
      {
        id: "first",
        label: "First name",
        compare: "first",
        same: 0.85,
        close: 0.08,
        chance: 0.01,
        columns: [first],
      },
      {
        id: "last",
        label: "Last name",
        compare: "name",
        same: 0.9,
        close: 0.06,
        chance: 0.003,
        columns: [last],
      },
      {
        id: "email",
        label: "E-mail",
        compare: "email",
        same: 0.7,
        close: 0.12,
        chance: 0.0005,
        columns: [email],
      },
      {
        id: "phone",
        label: "Phone",
        compare: "code",
        same: 0.6,
        close: 0.05,
        chance: 0.002,
        columns: [phone, mobile],
      },
      {
        id: "employer",
        label: "Company",
        compare: "title",
        same: 0.85,
        close: 0.06,
        chance: 0.02,
        columns: [company, house, switchboard],
      },
    ],
    keys: [
      { label: "e-mail", texts: email },
      { label: "phone", texts: phone },
      { label: "mobile", texts: mobile },
      { label: "name", texts: texts((at) => all(first[at] ?? "", last[at] ?? "")) },
      {
        label: "last name and company",
        texts: texts((at) => all(last[at] ?? "", employer[at] ?? "")),
      },
      {
        label: "first name and company",
        texts: texts((at) => all(first[at] ?? "", employer[at] ?? "")),
      },
      {
        label: "beginnings of name and domain",
        texts: texts((at) =>
          all(part(first[at], 1), part(last[at], PREFIX), part(house[at], PREFIX)),
        ),
      },
      {
        label: "mailbox name",
        texts: mail.map((parts) =>
          parts === undefined || parts.local.length < LEAST_LOCAL || isRoleBox(parts.local)
            ? ""
            : parts.local,
        ),
      },
    ],
  };
}
