import { expect, it } from "vitest";
import { competitorNames } from "../../../src/core/winloss/competitorNames.ts";

it.each<[string | undefined, string[]]>([
  ["John Deere, Mitsubishi, Hawkpower", ["John Deere", "Mitsubishi", "Hawkpower"]],
  ["Acme, Inc.; Bell | Cray\nDelta", ["Acme, Inc.", "Bell", "Cray", "Delta"]],
  ["Acme; ACME; a-c-m-e", ["a-c-m-e"]],
  ["Inc.", ["Inc."]],
  ["None; Bell", ["Bell"]],
  ["n/a", []],
  [" ; ,", []],
  [undefined, []],
])("%j", (text, names) => {
  expect(competitorNames(text)).toEqual(names);
});
