import { describe, expect, it } from "vitest";
import { sameContent } from "../../workbench/page/worker/sameContent.ts";

describe("sameContent", () => {
  it.each([
    ["= A1 + 2", "=A1+2", true],
    ["=SUM( 1, 2 )", "=SUM(1,2)", true],
    ['="a b"', '="ab"', false],
    ["='My tab'!A1", "='Mytab'!A1", false],
    ["=A1", "=A2", false],
    ["a b", "ab", false],
    ["a b", "a b", true],
  ])("%s and %s: %s", (one, other, same) => {
    expect(sameContent(one, other)).toBe(same);
    expect(sameContent(other, one)).toBe(same);
  });
});
