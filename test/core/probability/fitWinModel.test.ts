import { describe, expect, it } from "vitest";
import { defaultCalendar } from "../../../src/core/calendar/defaultCalendar.ts";
import { fitWinModel } from "../../../src/core/probability/fitWinModel.ts";
import { modelFromRows } from "../../../src/core/probability/modelFromRows.ts";
import { modelRows } from "../../../src/core/probability/modelRows.ts";
import { LAST, someLives } from "./someLives.ts";

describe("fitting", () => {
  it("with a long history takes a rung that was held to past days, and says so", () => {
    const model = fitWinModel(someLives(2500), LAST, defaultCalendar, 4);
    expect(model.version).toBe(4);
    expect(["survival", "landmark"]).toContain(model.rungs[0]);
    expect(model.reason).toMatch(/30 days: .* less squared error than stage rates/);
    expect(model.scores.length).toBeGreaterThan(3);
    expect(modelFromRows(modelRows(model))).toEqual(model);
  });

  it("with few deals stays with the stage rates and says why", () => {
    const model = fitWinModel(someLives(30), LAST, defaultCalendar, 1);
    expect(model.rungs).toEqual(["rates", "rates", "rates", "rates"]);
    expect(model.reason).toContain("too few decided deals");
  });
});
