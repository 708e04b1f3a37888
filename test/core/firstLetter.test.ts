import { expect, it } from "vitest";
import { lowerFirst, upperFirst } from "../../src/core/firstLetter.ts";

it("only the first letter changes", () => {
  expect(upperFirst("no next step by ACME")).toBe("No next step by ACME");
  expect(lowerFirst("Élan of ACME")).toBe("élan of ACME");
});

it("a text without a letter in front stays", () => {
  for (const text of ["", "3 deals", "€5"]) {
    expect(upperFirst(text)).toBe(text);
    expect(lowerFirst(text)).toBe(text);
  }
});
