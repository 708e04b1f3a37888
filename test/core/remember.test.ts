import { expect, it } from "vitest";
import { inOneGo } from "../../src/core/remember.ts";

it("makes every part anew, whatever it is called", () => {
  let made = 0;
  expect([inOneGo("a", () => ++made), inOneGo("a", () => ++made)]).toEqual([1, 2]);
});
