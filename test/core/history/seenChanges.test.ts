import { describe, expect, it } from "vitest";
import { seenChanges } from "../../../src/core/history/seenChanges.ts";
import { pushCounts } from "../../../src/core/hygiene/pushCount.ts";
import { stageEntries } from "../../../src/core/hygiene/stageEntry.ts";

const on = (snapshotDate: number, stage: string, closeDate?: number, opportunityId = "A") => ({
  opportunityId,
  snapshotDate,
  stage,
  closeDate,
});

describe("seenChanges", () => {
  it("tells nothing from the snapshots of one day", () => {
    expect(seenChanges([on(7, "Lead", 50), on(7, "Lead", 60, "B")], [])).toEqual([]);
    expect(seenChanges([], [])).toEqual([]);
  });

  it("tells pushes and moves between imports, the later row of a day counting", () => {
    const seen = seenChanges(
      [on(14, "Proposal", 60), on(7, "Lead", 50), on(14, "Lead", 70), on(21, "Proposal", 65)],
      [],
    );
    // 50, then 70 on day 14 (60 stood for a moment of that day), then 65: one push.
    expect(pushCounts(seen, 30).get("A")).toBe(1);
    expect(stageEntries(seen, 30).get("A")).toEqual({ stage: "proposal", entered: 21 });
    expect(stageEntries(seen, 20).has("A")).toBe(false);
  });

  it("knows of a deal that never moved that it was not pushed, but not since when it is in its stage", () => {
    const seen = seenChanges([on(7, "Lead", 50), on(14, "Lead", 50, "B")], []);
    expect([...pushCounts(seen, 30)]).toEqual([
      ["A", 0],
      ["B", 0],
    ]);
    expect(stageEntries(seen, 30).size).toBe(0);
  });

  it("adds to an imported history only what came after it, and counts no change twice", () => {
    const history = [
      { opportunityId: "A", changedAt: 5, toValue: "Lead", closeDate: 50 },
      { opportunityId: "A", changedAt: 9, fromValue: "Lead", toValue: "Proposal", closeDate: 60 },
    ];
    const snapshots = [on(7, "Lead", 50), on(14, "Proposal", 60), on(21, "Negotiation", 80)];
    const seen = seenChanges(snapshots, history);
    expect(seen.map(({ changedAt, field }) => [changedAt, field])).toEqual([
      [21, "Close Date"],
      [21, "Stage"],
    ]);
    expect(pushCounts([...history, ...seen], 30).get("A")).toBe(2);
  });
});
