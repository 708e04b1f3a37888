import { describe, expect, it } from "vitest";
import { encoder, stageKey } from "../../../src/core/probability/features.ts";
import type { Term } from "../../../src/core/probability/winModel.ts";

const bare = (feature: Term["feature"], level: string, from?: number, to?: number) => ({
  feature,
  level,
  from,
  to,
});
const around = { day: 100, shares: [0, 1, 0, 0, 0, 0], ownerEffect: () => 0.4 };

describe("the terms of a deal", () => {
  const encode = encoder([
    bare("stage", stageKey("", "Proposal")),
    bare("age", "young", undefined, 30),
    bare("age", "old", 30),
    bare("owner", ""),
    bare("season", "1"),
    bare("season", "2"),
  ]);

  it("are those of its stage, its bin, its owner and the season", () => {
    expect(encode({ stage: "proposal", created: 70 }, around)).toEqual([
      [0, 1],
      [2, 1],
      [3, 0.4],
      [5, 1],
    ]);
  });

  it("leave out what is unknown, and a stage that the model has never seen", () => {
    expect(encode({ stage: "Elsewhere" }, { ...around, ownerEffect: () => undefined })).toEqual([
      [5, 1],
    ]);
    // Created after the day: nothing is known of its age.
    expect(encode({ created: 101 }, around)).toEqual([
      [3, 0.4],
      [5, 1],
    ]);
  });
});
