import { describe, expect, it } from "vitest";
import { branchesOf } from "../../../src/core/duplicates/branch.ts";
import { companyCore } from "../../../src/core/duplicates/companyCore.ts";

/** Name, city and country of accounts; names and branches come out. */
const of = (...accounts: readonly (readonly [name: string, city?: string, country?: string])[]) => {
  const { names, branches } = branchesOf(
    accounts.map(([name, city = "", country = ""]) => ({ name, city, country })),
    companyCore,
  );
  return names.map((name, at) => [name, branches[at]]);
};

describe("branchesOf", () => {
  it("takes a place behind the name for a branch, wherever it stands", () => {
    expect(
      of(
        ["Acme (Berlin)", "berlin"],
        ["Acme (Berlin) GmbH"],
        ["Acme GmbH - Berlin"],
        ["Acme, Inc., Berlin"],
        ["Acme – Germany"],
      ),
    ).toEqual([...Array.from({ length: 4 }, () => ["acme", "berlin"]), ["acme", "germany"]]);
  });

  it("leaves in the name what is no place", () => {
    expect(
      of(
        ["Acme (old)"],
        ["Acme, Inc."],
        ["Smith, Jones"],
        ["Rolls-Royce"],
        ["Paris"],
        ["Acme Berlin", "berlin"],
      ),
    ).toEqual([
      ["acme old", ""],
      ["acme", ""],
      ["smith jones", ""],
      ["rolls royce", ""],
      ["paris", ""],
      ["acme berlin", ""],
    ]);
  });

  it("tells by the city which branch an account is that names none", () => {
    expect(
      of(["Acme (Berlin)", "berlin"], ["Acme", "munich"], ["Acme"], ["Bolt", "berlin"]),
    ).toEqual([
      ["acme", "berlin"],
      ["acme", "munich"],
      ["acme", ""],
      ["bolt", ""],
    ]);
  });

  it("goes by the country where only countries are named, and knows a head office beside several branches", () => {
    expect(
      of(["Acme - Germany"], ["Acme - France"], ["Acme", "berlin", "germany"], ["Acme"]),
    ).toEqual([
      ["acme", "germany"],
      ["acme", "france"],
      ["acme", "germany"],
      ["acme", "head office"],
    ]);
  });
});
