import { describe, expect, it } from "vitest";
import { matchText } from "../../../src/core/duplicates/matchText.ts";

describe("matchText", () => {
  it.each([
    ["  O'Brien-Smith ", "obrien smith"],
    ["Müller & Söhne", "muller and sohne"],
    ["STRASSE", "strasse"],
    ["Straße", "strasse"],
    ["Łódź  Øst", "lodz ost"],
    ["株式会社", "株式会社"],
    ["", ""],
    [undefined, ""],
  ])("%s is %s", (text, expected) => {
    expect(matchText(text)).toBe(expected);
  });
});
