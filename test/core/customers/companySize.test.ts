import { expect, it } from "vitest";
import { companySize } from "../../../src/core/customers/companySize.ts";

// Limits of the territory designer: below 100, 100 to 999, from 1,000.
it("changes at 100 and at 1,000 employees", () => {
  expect([1, 99, 99.5, 100, 999, 1000, 250_000].map(companySize)).toEqual([
    "SMB",
    "SMB",
    "SMB",
    "Mid-Market",
    "Mid-Market",
    "Enterprise",
    "Enterprise",
  ]);
});

it("says nothing of a company without employees", () => {
  expect([0, -5, Number.NaN].map(companySize)).toEqual([undefined, undefined, undefined]);
});
