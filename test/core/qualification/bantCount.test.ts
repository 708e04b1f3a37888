import { expect, it } from "vitest";
import { bantCount } from "../../../src/core/qualification/bantCount.ts";

it("counts what is confirmed and is unknown when nothing is known", () => {
  expect(bantCount([true, undefined, false, true])).toBe(2);
  expect(bantCount([false])).toBe(0);
  expect(bantCount([undefined, undefined])).toBeUndefined();
});
