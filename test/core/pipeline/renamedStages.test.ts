import { describe, expect, it } from "vitest";
import { type Place, renamedStages } from "../../../src/core/pipeline/renamedStages.ts";

/** Deals `a`, `b`, … by the stage they stand in, one letter a stage and `.` for a deal that is not there. */
const deals = (stages: string, pipeline = "P"): Place[] =>
  [...stages].flatMap((stage, at) =>
    stage === "." ? [] : [{ opportunityId: String.fromCharCode(97 + at), pipeline, stage }],
  );
const renamed = (before: Place[], after: Place[]) =>
  renamedStages(before, after, ({ stage }) => stage === "N").map(({ from, to, moved, of }) =>
    [from, to, moved, of].join(" "),
  );

describe("a new stage is an old one under another name", () => {
  it("where the old one is empty and most of its deals stand in the new one", () => {
    expect(renamed(deals("XXXXLL"), deals("NNNWLN"))).toEqual(["X N 3 4"]);
  });

  it("not where deals are left in the old one", () => {
    expect(renamed(deals("XXXXLL"), deals("NNNXLL"))).toEqual([]);
  });

  it("not where its deals went elsewhere, or the new one's came from elsewhere", () => {
    expect(renamed(deals("XXXXXXX"), deals("NNNWWWW"))).toEqual([]);
    expect(renamed(deals("XXXLLLLMMMM"), deals("NNNNNMMNNMM"))).toEqual([]);
  });

  it("not on the word of two deals, nor in another pipeline, nor for a stage that was known", () => {
    expect(renamed(deals("XXL"), deals("NNL"))).toEqual([]);
    expect(renamed(deals("XXXX"), deals("NNNN", "Q"))).toEqual([]);
    expect(renamed(deals("XXXX"), deals("LLLL"))).toEqual([]);
  });

  it("whatever deals the file leaves out or has for the first time", () => {
    expect(renamed(deals("XXXX....LL"), deals("NNN.NNNN.L"))).toEqual(["X N 3 3"]);
  });
});
