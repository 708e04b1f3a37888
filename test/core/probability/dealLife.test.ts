import { describe, expect, it } from "vitest";
import { dealHistory } from "../../../src/core/history/dealHistory.ts";
import {
  dealLives,
  isOpenOn,
  lifeUpTo,
  standingOn,
} from "../../../src/core/probability/dealLife.ts";
import { blueprintStages } from "../../../src/settings/presets/stagePresets.ts";

const options = { commitFrom: 0.8, bestCaseFrom: 0.5, pipelineFrom: 0.1 };
const deals = [
  {
    opportunityId: "1",
    stage: "Closed Won",
    createdDate: 100,
    closeDate: 160,
    owner: "Ada",
    amount: 500,
  },
  { opportunityId: "2", stage: "Proposal", createdDate: 120, closeDate: 400 },
];
const changes = [
  { opportunityId: "1", changedAt: 100, toValue: "Discovery", closeDate: 140 },
  {
    opportunityId: "1",
    changedAt: 130,
    fromValue: "Discovery",
    toValue: "Proposal",
    closeDate: 155,
  },
  {
    opportunityId: "1",
    changedAt: 160,
    fromValue: "Proposal",
    toValue: "Closed Won",
    closeDate: 160,
  },
];

describe("deals' lives", () => {
  const history = dealHistory({ deals, changes, stages: blueprintStages, options, asOf: 200 });
  const [won, open] = dealLives(history, deals);

  it("end when the deal does, and go on while it is open", () => {
    expect(won).toMatchObject({ created: 100, outcome: "won", ended: 160 });
    expect(open).toMatchObject({ created: 120, outcome: undefined, ended: undefined });
    expect([99, 100, 159, 160].map((day) => won && isOpenOn(won, day))).toEqual([
      false,
      true,
      true,
      false,
    ]);
  });

  it("show a deal as it stood, with the pushes up to that day", () => {
    if (!won) throw new Error("no life");
    expect(standingOn(won, 129)).toMatchObject({ stage: "Discovery", closeDate: 140, pushes: 0 });
    expect(standingOn(won, 159)).toMatchObject({
      stage: "Proposal",
      stageEntered: 130,
      closeDate: 155,
      pushes: 1,
    });
  });

  it("do not tell how a deal stood where nothing takes it back", () => {
    if (!open) throw new Error("no life");
    const early = standingOn(open, 150);
    expect([early.stage, early.closeDate, early.amount]).toEqual([undefined, undefined, undefined]);
  });

  it("known on a day hold nothing of what came later", () => {
    if (!won) throw new Error("no life");
    const then = lifeUpTo(won, 129);
    expect(then).toMatchObject({ outcome: undefined, ended: undefined });
    expect(then?.versions.every(({ since }) => since <= 129)).toBe(true);
    expect(lifeUpTo(won, 99)).toBeUndefined();
    expect(lifeUpTo(won, 160)).toEqual(won);
  });
});
