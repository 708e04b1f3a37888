import { describe, expect, it } from "vitest";
import { stageIndex } from "../../../src/core/deals/stageIndex.ts";
import type { FactPoint } from "../../../src/core/history/factPoints.ts";
import { withPresent } from "../../../src/core/history/presentPoint.ts";
import { stages } from "../../reports/company.ts";

const index = stageIndex(stages);
const known: FactPoint = {
  day: 20,
  set: { stage: "Proposal", status: "open", amount: 5 },
  was: {},
  from: "change",
};
const row = { opportunityId: "a", stage: "Proposal", amount: 5 };

describe("what the present row adds", () => {
  it("is nothing where all is known, and only what differs otherwise", () => {
    expect(withPresent([known], row, index, 100)[1]).toMatchObject({ day: 100, set: {} });
    const changed = { ...row, amount: 6, stage: "proposal", lastModified: 30.5 };
    expect(withPresent([known], changed, index, 100)[1]).toMatchObject({
      day: 30,
      set: { amount: 6 },
    });
  });

  it("comes after the last that is known, whatever the row was last modified", () => {
    expect(withPresent([known], { ...row, lastModified: 3 }, index, 100)[1]?.day).toBe(20);
  });

  it("closes a deal on its close date, else when its stage changed", () => {
    const won = { ...row, stage: "Closed Won", closeDate: 50 };
    expect(withPresent([known], won, index, 100)[1]?.day).toBe(50);
    const ahead = { ...won, closeDate: 200 };
    expect(withPresent([known], { ...ahead, stageEntered: 40.5 }, index, 100)[1]?.day).toBe(40);
    expect(withPresent([known], ahead, index, 100)[1]?.day).toBe(100);
  });

  it("ends a deal that an import no longer held on that day, once", () => {
    const gone = { ...row, goneSince: 60 };
    expect(withPresent([known], gone, index, 100).slice(1)).toMatchObject([
      { day: 60, set: { status: "open" } },
      { day: 60, set: { status: "gone" } },
    ]);
    const told: FactPoint = { ...known, day: 60, set: { ...known.set, status: "gone" } };
    expect(withPresent([told], gone, index, 100)).toHaveLength(2);
  });
});
