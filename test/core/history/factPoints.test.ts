import { describe, expect, it } from "vitest";
import { stageIndex } from "../../../src/core/deals/stageIndex.ts";
import { changeFacts } from "../../../src/core/history/changeFacts.ts";
import { isOver, pointsOf, presentFacts } from "../../../src/core/history/factPoints.ts";
import { stages } from "../../reports/company.ts";

const index = stageIndex(stages);
const change = { opportunityId: "a", changedAt: 8.5, toValue: "Closed Won" };
const snapshot = { opportunityId: "a", snapshotDate: 8, stage: "Proposal" };

describe("what is known of a deal", () => {
  it("stands in order of time, a snapshot before the changes of its day", () => {
    const points = pointsOf(
      [{ ...snapshot, snapshotDate: 9, isGone: true }, snapshot],
      [{ ...changeFacts(change), day: 8, change }],
      undefined,
      index,
    );
    expect(points.map(({ day, from, set: { status } }) => [day, from, status])).toEqual([
      [8, "snapshot", "open"],
      [8, "change", "won"],
      [9, "snapshot", "gone"],
    ]);
  });

  it("a new stage brings its own category", () => {
    const [point] = pointsOf([], [{ ...changeFacts(change), day: 8, change }], undefined, index);
    expect(point?.set).toHaveProperty("forecastCategory", undefined);
  });

  it("a row flagged closed counts as closed, a missed one as gone only while open", () => {
    const row = { opportunityId: "a", stage: "Proposal", goneSince: 5 };
    expect(presentFacts(row, index, 5).status).toBe("gone");
    expect(presentFacts(row, index, 4).status).toBe("open");
    expect(presentFacts({ ...row, isClosed: true, isWon: false }, index, 5).status).toBe("lost");
    expect([isOver("won"), isOver("gone"), isOver(undefined)]).toEqual([true, false, false]);
  });
});
