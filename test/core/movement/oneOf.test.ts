import { expect, it } from "vitest";
import { oneOf } from "../../../src/core/movement/oneOf.ts";

const plain = (text: string) => text.trim().toLowerCase();

it("is true for what is wanted, however it is spelled, and for nothing that is blank", () => {
  const isOne = oneOf([" Ann ", undefined, "BEN"], plain);
  expect(["ann", "Ben ", "Cy", undefined].map(isOne)).toEqual([true, true, false, false]);
});

it("is true for all when nothing is wanted", () => {
  for (const none of [undefined, [], [undefined]]) {
    expect(["ann", undefined].map(oneOf(none, plain))).toEqual([true, true]);
  }
});
