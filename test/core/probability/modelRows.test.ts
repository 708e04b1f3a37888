import { describe, expect, it } from "vitest";
import { modelRows } from "../../../src/core/probability/modelRows.ts";
import { smallModel } from "./smallModel.ts";

describe("the lines of a model", () => {
  const rows = modelRows(smallModel);

  it("say what it was trained on, and on how many deals", () => {
    expect(rows[0]).toMatchObject({ version: 3, part: "Model", deals: 120, won: 48 });
    expect(rows[0]?.about).toContain("beats the stage rates");
  });

  it("name each stage with its interval and its deals", () => {
    const stage = rows.filter((row) => row.part === "Stage" && row.level === "Proposal");
    expect(stage.map(({ window, value }) => [window, value])).toEqual([
      ["30 days", 0.2],
      ["90 days", 0.4],
      ["180 days", 0.5],
      ["ever", 0.6],
    ]);
    expect(stage[3]).toMatchObject({ low: 0.5, high: 0.7, deals: 60, won: 36 });
  });
});
