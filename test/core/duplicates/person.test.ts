import { describe, expect, it } from "vitest";
import { type Person, personData } from "../../../src/core/duplicates/person.ts";
import { groupsFound, searchAll } from "../../../src/core/duplicates/search.ts";

const groups = (people: readonly Person[]) => {
  const { search, state } = searchAll(personData(people));
  return groupsFound(search, state);
};

const others: readonly Person[] = Array.from({ length: 40 }, (_, at) => ({
  firstName: `Given${at}`,
  lastName: `Family${at * 7}`,
  email: `g${at}.f${at * 7}@firm${at}.example`,
  company: `Firm ${at}`,
  phone: `+44 20 7946 0${String(100 + at)}`,
}));

describe("personData", () => {
  it("finds one person written in two ways", () => {
    const bob = { firstName: "Bob", lastName: "Núñez", email: "B.Nunez@acme.com", company: "Acme" };
    for (const again of [
      { name: "Nunez, Robert", email: "b.nunez+news@acme.com" },
      { firstName: "Robert", lastName: "Nunez", company: "ACME, Inc." },
      { firstName: "R.", lastName: "Nunes", email: "b.nunez@acme.com" },
    ])
      expect(groups([bob, ...others, again])).toEqual([[0, 41]]);
  });

  it("does not take colleagues, shared boxes and namesakes for one person", () => {
    const ann = {
      firstName: "Ann",
      lastName: "Lee",
      email: "ann.lee@acme.com",
      phone: "5550104477",
    };
    for (const other of [
      // Colleague at the same switchboard.
      { firstName: "Zoe", lastName: "Park", email: "zoe.park@acme.com", phone: "555-010-4477" },
      { firstName: "Ann", lastName: "Lee", email: "ann.lee@bell.com", phone: "5559876501" },
      { lastName: "Stone", email: "info@acme.com" },
    ])
      expect(groups([ann, { email: "info@acme.com" }, ...others, other])).toEqual([]);
  });
});
