import { expect, it } from "vitest";
import { recalibrate } from "../../../src/core/probability/recalibrate.ts";

const chances = [0.2, 0.5, 0.8];
const heldOut = (truth: (chance: number) => number) =>
  chances.flatMap((chance) =>
    Array.from({ length: 1000 }, (_, at) => ({
      chance,
      outcome: at < 1000 * truth(chance) ? 1 : 0,
    })),
  );

it("leaves chances that came true as often as they said", () => {
  const found = recalibrate(heldOut((chance) => chance));
  expect(found).toMatchObject({
    kind: "platt",
    intercept: expect.closeTo(0, 6),
    slope: expect.closeTo(1, 6),
  });
});

it("takes back what was too sure of itself", () => {
  // 1/3, 1/2 and 2/3 have half the log-odds of 1/5, 1/2 and 4/5.
  const found = recalibrate(
    heldOut((chance) => (chance === 0.2 ? 1 / 3 : chance === 0.8 ? 2 / 3 : 0.5)),
  );
  expect(found.kind === "platt" ? found.slope : 0).toBeCloseTo(0.5, 2);
});

it("does nothing on few outcomes, and where higher chances came true less", () => {
  expect(recalibrate([{ chance: 0.5, outcome: 1 }])).toEqual({ kind: "none" });
  expect(recalibrate(heldOut((chance) => 1 - chance))).toEqual({ kind: "none" });
});
