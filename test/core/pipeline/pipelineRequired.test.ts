import { describe, expect, it } from "vitest";
import { pipelineRequired } from "../../../src/core/pipeline/pipelineRequired.ts";

describe("pipelineRequired", () => {
  it("is the remaining quota over the win rate", () => {
    // Planning rule: 4 x at 25 %, 10 x at 10 %.
    expect(pipelineRequired(8_000_000, 0.25)).toBe(32_000_000);
    expect(pipelineRequired(1_000_000, 0.1)).toBe(10_000_000);
    expect(pipelineRequired(100, 0.5, 40)).toBe(120);
  });

  it("needs nothing once the quota is met and has no answer without quota or wins", () => {
    expect(pipelineRequired(100, 0.5, 140)).toBe(0);
    expect(pipelineRequired(0, 0.5)).toBeUndefined();
    expect(pipelineRequired(100, 0)).toBeUndefined();
  });
});
