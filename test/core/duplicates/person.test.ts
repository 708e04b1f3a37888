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

  const column = (people: readonly Person[], id: string) =>
    personData(people).fields.find((field) => field.id === id)?.columns[0];

  it("parts a full name at its comma or its last word, where no last name stands beside it", () => {
    const written = [
      { name: "Nunez, Roberto" },
      { name: "Roberto Nunez" },
      { firstName: "Roberto", lastName: "Nunez", name: "Somebody Else" },
      { firstName: "Roberto" },
    ];
    expect(column(written, "last")).toEqual(["nunez", "nunez", "nunez", ""]);
    expect(column(written, "first")).toEqual(["roberto", "roberto", "roberto", "roberto"]);
  });

  it("takes a number for a switchboard when first and last name differ, not when one of them does", () => {
    const phone = "+44 20 7946 0999";
    const phones = (other: Person) =>
      column(
        [
          { firstName: "Ann", lastName: "Lee", phone },
          { ...other, phone },
        ],
        "phone",
      );
    const [kept] = phones({ firstName: "Ann", lastName: "Park" }) ?? [];
    expect(kept).not.toBe("");
    expect(phones({ firstName: "Zoe", lastName: "Lee" })).toEqual([kept, kept]);
    expect(phones({ lastName: "Lee" })).toEqual([kept, kept]);
    expect(phones({ firstName: "Zoe", lastName: "Park" })).toEqual(["", ""]);
  });
});
