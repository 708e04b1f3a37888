import { expect, it } from "vitest";
import { ratio } from "../../../src/core/pipeline/ratio.ts";

it("is blank unless the whole is above zero", () => {
  expect(ratio(87, 72)).toBeCloseTo(1.2083, 4);
  expect(ratio(1, 0)).toBeUndefined();
  expect(ratio(1, -2)).toBeUndefined();
});
