import { describe, expect, it } from "vitest";
import { plainText, stageIndex } from "../../../src/core/deals/stageIndex.ts";
import type { Stage } from "../../../src/core/pipeline/stage.ts";
import { stages } from "../../reports/company.ts";

const [base] = stages;
const stage = (more: Partial<Stage>): Stage => ({ ...(base as Stage), crmValues: [], ...more });

describe("stageIndex", () => {
  const index = stageIndex([
    stage({ stage: "Closed Won", order: 9, crmValues: ["closedwon", "Deal won"] }),
    stage({ stage: "Qualified", order: 2 }),
    stage({ stage: "Qualified", order: 1, pipeline: "Renewals", probability: 0.9 }),
    stage({ stage: "Deal won", order: 3 }),
  ]);

  it("finds a stage without regard to case, spaces and punctuation", () => {
    expect(index.find(undefined, "closed-won")?.stage).toBe("Closed Won");
    expect(index.find("Any", " QUALIFIED ")?.order).toBe(2);
  });

  it("prefers the deal's own pipeline", () => {
    expect(index.find("renewals", "Qualified")?.probability).toBe(0.9);
  });

  it("prefers a stage's own name to another's CRM spelling", () => {
    expect(index.find(undefined, "Deal Won")?.order).toBe(3);
  });

  it("knows nothing of other names", () => {
    expect(index.find(undefined, "Proposal")).toBeUndefined();
    expect(index.find(undefined, undefined)).toBeUndefined();
  });

  it("orders stages", () => expect(index.ordered.map(({ order }) => order)).toEqual([1, 2, 3, 9]));
});

describe("plainText", () => {
  it("keeps letters and digits of every script", () =>
    expect(plainText("Étape 2 – 商談!")).toBe("étape2商談"));
  it("keeps a name made of signs alone", () => expect(plainText(" --- ")).toBe("---"));
});
