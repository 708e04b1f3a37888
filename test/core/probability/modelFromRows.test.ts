import { describe, expect, it } from "vitest";
import { modelFromRows } from "../../../src/core/probability/modelFromRows.ts";
import { modelRows } from "../../../src/core/probability/modelRows.ts";
import type { WinModel } from "../../../src/core/probability/winModel.ts";
import { smallModel } from "./smallModel.ts";

const isotonic: WinModel = {
  ...smallModel,
  version: 4,
  fits: smallModel.fits.map(
    (fit) => fit && { ...fit, calibration: { kind: "isotonic", from: [0.1, 0.5], to: [0.2, 0.4] } },
  ),
};

describe("a model read from its lines", () => {
  it("is the model that was written", () => {
    expect(modelFromRows(modelRows(smallModel))).toEqual(smallModel);
    expect(modelFromRows(modelRows(isotonic))).toEqual(isotonic);
  });

  it("is the newest of several versions, wherever it stands", () => {
    const rows = [...modelRows(isotonic), ...modelRows(smallModel)];
    expect(modelFromRows(rows)?.version).toBe(4);
  });

  it("is none where there are no lines", () => {
    expect(modelFromRows([])).toBeUndefined();
  });

  it("names the line that somebody deleted", () => {
    const rows = modelRows(smallModel).filter(
      (row) => !(row.part === "Stage" && row.window === "90 days"),
    );
    expect(() => modelFromRows(rows)).toThrow('model lacks the line "90 days" of Stage');
  });
});
