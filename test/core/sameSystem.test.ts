import { describe, expect, it } from "vitest";
import { isOtherSystem, isSameSystem } from "../../src/core/sameSystem.ts";

const same = { name: "Acme, Inc.", other: "ACME INC" };
const differs = { name: "Acme", other: "Tern" };
const unknown = { name: undefined, other: "Tern" };

describe("isSameSystem", () => {
  // The rule by hand: at least half of the ids known, more than half of the named ones named alike.
  it.each([
    [4, [same, same], true],
    [4, [same], false],
    [2, [same, differs], false],
    [3, [same, same, differs], true],
    [3, [same, unknown, unknown], true],
    [2, [unknown, unknown], false],
    [3, [], false],
  ])("of %i ids %j: %s", (ids, hits, expected) => {
    expect(isSameSystem(ids, hits)).toBe(expected);
  });
});

describe("isOtherSystem", () => {
  it.each([
    [[differs], true],
    [[same, differs], false],
    [[same, differs, differs], true],
    [[unknown], false],
    [[], false],
  ])("of %j: %s", (hits, expected) => {
    expect(isOtherSystem(hits)).toBe(expected);
  });
});
