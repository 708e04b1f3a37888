import { describe, expect, it } from "vitest";
import { companyCore } from "../../../src/core/duplicates/companyCore.ts";

describe("companyCore", () => {
  it.each([
    ["Acme Holdings, Inc.", "acme holdings"],
    ["ACME Holdings", "acme holdings"],
    ["Fiat S.p.A.", "fiat"],
    ["Müller GmbH & Co. KG", "muller"],
    ["The Home Depot", "home depot"],
    ["SAP SE", "sap"],
    // A name that is nothing but a legal form stays what it is.
    ["AG", "ag"],
    ["Johnson and Johnson", "johnson and johnson"],
    [undefined, ""],
  ])("%s is %s", (name, expected) => {
    expect(companyCore(name)).toBe(expected);
  });
});
