import { describe, expect, it } from "vitest";
import { calibrated } from "../../../src/core/probability/calibrated.ts";
import { recalibrate } from "../../../src/core/probability/recalibrate.ts";

/** Outcomes in an order that mixes chances and results, so that older and newer ones are alike. */
const heldOut = (truth: (chance: number) => number, count: number, chances = [0.2, 0.5, 0.8]) =>
  Array.from({ length: count }, (_, at) =>
    chances.map((chance) => ({ chance, won: ((at * 37) % 100) + 0.5 < 100 * truth(chance) })),
  ).flat();

describe("recalibration", () => {
  it("leaves chances that came true as often as they said", () => {
    const found = recalibrate(heldOut((chance) => chance, 300));
    for (const chance of [0.2, 0.5, 0.8]) expect(calibrated(chance, found)).toBeCloseTo(chance, 2);
  });

  it("takes back by a straight line what was too sure of itself", () => {
    // 1/3, 1/2 and 2/3 have half the log-odds of 1/5, 1/2 and 4/5.
    const found = recalibrate(
      heldOut((chance) => (chance === 0.2 ? 1 / 3 : chance === 0.8 ? 2 / 3 : 0.5), 300),
    );
    expect(found.kind === "platt" ? found.slope : 0).toBeCloseTo(0.5, 1);
  });

  it("takes steps where no line fits and there are a thousand outcomes, and none sooner", () => {
    const bent = (chance: number) => (chance > 0.5 ? 0.85 : 0.1);
    const chances = [0.1, 0.3, 0.5, 0.7, 0.9];
    const many = recalibrate(heldOut(bent, 300, chances));
    expect(many.kind).toBe("isotonic");
    for (const chance of chances) expect(calibrated(chance, many)).toBeCloseTo(bent(chance), 1);
    expect(recalibrate(heldOut(bent, 190, chances)).kind).toBe("platt");
  });

  it("does nothing on few outcomes, where higher chances came true less, and where the newest ones say otherwise", () => {
    expect(recalibrate([{ chance: 0.5, won: true }])).toEqual({ kind: "none" });
    expect(recalibrate(heldOut((chance) => 1 - chance, 300))).toEqual({ kind: "none" });
    const sure = heldOut((chance) => 0.5 + (chance - 0.5) / 3, 200);
    const right = heldOut((chance) => chance, 100);
    expect(recalibrate([...sure, ...right])).toEqual({ kind: "none" });
  });
});
