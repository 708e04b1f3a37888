import { expect, it } from "vitest";
import { wmape } from "../../../src/core/forecast/wmape.ts";
import { peerSample } from "./sample.ts";

it("equals the peer's run on its sample", () => {
  expect(wmape(peerSample)).toBeCloseTo(0.04605263157894736, 15);
});

it("counts an actual of zero and has no answer when all are zero", () => {
  const pairs = [
    { forecast: 10, actual: 0 },
    { forecast: 100, actual: 100 },
  ];
  expect(wmape(pairs)).toBe(0.1);
  expect(wmape([{ forecast: 10, actual: 0 }])).toBeUndefined();
  expect(wmape([])).toBeUndefined();
});
