import type { Person } from "../../../src/core/duplicates/person.ts";

/** A row of numbers from 0 to 1 that is the same each time (Numerical Recipes' generator). */
export function chances(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

const SYLLABLES = "ka lo mi ren sta vo del har ton ber an el fis gra win sch pet mar ros len".split(
  " ",
);

/** People at companies whose truth is known: colleagues share domain and switchboard, names repeat, duplicates carry errors. */
export function madePeople(count: number, duplicateShare: number, seed = 7) {
  const chance = chances(seed);
  const draw = <Item>(items: readonly Item[]): Item =>
    items[Math.floor(chance() * chance() * items.length)] as Item;
  const word = (syllables: number) => {
    const text = Array.from({ length: syllables }, () => draw(SYLLABLES)).join("");
    return text.charAt(0).toUpperCase() + text.slice(1);
  };
  const number = () => `+1 555 ${String(Math.floor(chance() * 1e7)).padStart(7, "0")}`;
  const typo = (text: string) => {
    const at = Math.floor(chance() * text.length);
    return text.slice(0, at) + draw(["", "x"]) + text.slice(at + 1);
  };
  const firsts = Array.from({ length: 400 }, () => word(2));
  const lasts = Array.from({ length: 3000 }, () => word(2 + Math.floor(chance() * 2)));
  const companies = Array.from({ length: Math.ceil(count / 12) }, () => {
    const name = `${word(3)} ${draw(["Systems", "Group", "Labs", "Foods", "Energy"])}`;
    return { name, domain: `${name.toLowerCase().replace(" ", "")}.com`, phone: number() };
  });
  const people: Person[] = [];
  const entities: number[] = [];
  for (let entity = 0; people.length < count; entity++) {
    const company = draw(companies);
    const [first, last] = [draw(firsts), draw(lasts)];
    const person: Person = {
      firstName: first,
      lastName: last,
      company: company.name,
      ...(chance() < 0.85 && { email: `${first}.${last}@${company.domain}` }),
      ...(chance() < 0.7 && { phone: chance() < 0.5 ? company.phone : number() }),
    };
    people.push(person);
    entities.push(entity);
    if (chance() >= duplicateShare || people.length >= count) continue;
    people.push({
      ...person,
      firstName: chance() < 0.15 ? typo(first) : first,
      lastName: chance() < 0.1 ? typo(last) : last,
      company: chance() < 0.2 ? `${company.name}, Inc.` : company.name,
      ...(chance() < 0.3 && { email: `${first}${last}@gmail.com` }),
      ...(chance() < 0.3 && { phone: number() }),
    });
    entities.push(entity);
  }
  return { people, entities };
}

/** How well groups find the pairs of records that have the same entity. */
export function pairQuality(
  groups: readonly (readonly number[])[],
  entities: readonly (string | number)[],
) {
  const counts = new Map<string | number, number>();
  for (const entity of entities) counts.set(entity, (counts.get(entity) ?? 0) + 1);
  let [truth, right, wrong] = [0, 0, 0];
  for (const count of counts.values()) truth += (count * (count - 1)) / 2;
  for (const group of groups) {
    for (const [at, a] of group.entries()) {
      for (const b of group.slice(at + 1)) entities[a] === entities[b] ? right++ : wrong++;
    }
  }
  const [precision, recall] = [right / (right + wrong || 1), right / (truth || 1)];
  return { precision, recall, f1: (2 * right) / (truth + right + wrong || 1), wrong };
}
