import type { Rep } from "./rep.ts";

/** Somebody who owns deals or carries a quota. `key` is the same for every way of writing the person. */
export type Person = {
  readonly key: string;
  /** Name for people to read; no two persons share one. */
  readonly label: string;
  readonly rep: Rep | undefined;
};

export type People = {
  /** The person meant by a rep id, name or e-mail address; an unknown text stands for a person of its own. */
  readonly find: (text: string | undefined) => Person;
  /** The person's manager, from Reps or from the deals' manager column. */
  readonly managerOf: (key: string) => Person | undefined;
};

const plain = (text: string | undefined) => (text ?? "").trim().toLowerCase().replace(/\s+/g, " ");

/** Salesforce writes one id with 15 or 18 characters; the first 15 tell it, in exact case. */
function idOf(text: string): string {
  const id = text.trim();
  return /^005[A-Za-z0-9]{12}(?:[A-Za-z0-9]{3})?$/.test(id) ? id.slice(0, 15) : plain(id);
}

/** Spellings that stand for exactly one rep: a name that two reps share stands for none. */
function spellings(reps: readonly Rep[]): ReadonlyMap<string, Rep> {
  const byId = new Map<string, Rep>();
  const byText = new Map<string, Rep | undefined>();
  for (const rep of reps) {
    byId.set(idOf(rep.repId), rep);
    for (const text of [plain(rep.name), plain(rep.email)]) {
      if (text === "") continue;
      const taken = byText.has(text) && byText.get(text)?.repId !== rep.repId;
      byText.set(text, taken ? undefined : rep);
    }
  }
  const all = new Map<string, Rep>(byId);
  for (const [text, rep] of byText) if (rep !== undefined && !all.has(text)) all.set(text, rep);
  return all;
}

/**
 * The people of a company. `managers` are further pairs of person and manager, such as those on deals; Reps come first.
 */
export function people(
  reps: readonly Rep[],
  managers: Iterable<readonly [person: string, manager: string]> = [],
): People {
  const known = spellings(reps);
  const persons = new Map<string, Person>();
  const labels = new Set<string>();
  const asked = new Map<string, Person>();
  const remember = (key: string, name: string, rep: Rep | undefined): Person => {
    const seen = persons.get(key);
    if (seen !== undefined) return seen;
    const label = labels.has(plain(name)) ? `${name} (${rep?.repId ?? key})` : name;
    labels.add(plain(label));
    const person = { key, label, rep };
    persons.set(key, person);
    return person;
  };
  const find = (text: string | undefined): Person => {
    const wanted = text ?? "";
    const before = asked.get(wanted);
    if (before !== undefined) return before;
    const id = idOf(wanted);
    const rep = known.get(id) ?? known.get(plain(wanted));
    const name = rep === undefined ? wanted.trim() : rep.name?.trim() || rep.repId;
    const key = rep === undefined ? id : idOf(rep.repId);
    const person = remember(key, key === "" ? "No owner" : name, rep);
    asked.set(wanted, person);
    return person;
  };
  const managerKeys = new Map<string, Person>();
  const manage = (person: string | undefined, manager: string | undefined) => {
    if (plain(person) === "" || plain(manager) === "") return;
    const [key, boss] = [find(person).key, find(manager)];
    if (key !== boss.key && !managerKeys.has(key)) managerKeys.set(key, boss);
  };
  for (const rep of reps) manage(rep.repId, rep.manager);
  for (const [person, manager] of managers) manage(person, manager);
  return { find, managerOf: (key) => managerKeys.get(key) };
}
