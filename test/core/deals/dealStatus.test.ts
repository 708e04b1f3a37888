import { describe, expect, it } from "vitest";
import { dealStatus, isGone } from "../../../src/core/deals/dealStatus.ts";
import { stages } from "../../reports/company.ts";

const of = (name: string) => stages.find(({ stage }) => stage === name);

describe("dealStatus", () => {
  it("believes the CRM's flags before the stage", () => {
    expect(dealStatus({ opportunityId: "1", isWon: true }, of("Closed Lost"))).toBe("won");
    expect(dealStatus({ opportunityId: "1", isClosed: false }, of("Closed Won"))).toBe("open");
    expect(dealStatus({ opportunityId: "1", isClosed: true, isWon: false }, of("Closed Won"))).toBe(
      "lost",
    );
    expect(dealStatus({ opportunityId: "1", isClosed: true }, of("Closed Won"))).toBe("won");
    expect(dealStatus({ opportunityId: "1", isClosed: true }, of("Proposal"))).toBe("lost");
  });

  it("a deal given up is lost, though the CRM calls only finished business closed", () => {
    const passed = { opportunityId: "1", isClosed: false, isWon: false };
    expect(dealStatus({ ...passed, stage: "Passed" }, undefined)).toBe("lost");
    expect(dealStatus(passed, of("Closed Lost"))).toBe("lost");
    expect(dealStatus({ ...passed, stage: "Closed Won" }, undefined)).toBe("open");
    // A person who says that the stage is open has the last word.
    expect(dealStatus({ ...passed, stage: "Passed" }, of("Proposal"))).toBe("open");
  });

  it("takes the stage's status, and the stage's name where no setting knows it", () => {
    expect(dealStatus({ opportunityId: "1" }, of("Closed Won"))).toBe("won");
    const named = (stage: string) => dealStatus({ opportunityId: "1", stage }, undefined);
    expect(["Won", "closedwon", "7 - Closed Won"].map(named)).toEqual(["won", "won", "won"]);
    expect(["Closed Lost", "closedlost", "Disqualified"].map(named)).toEqual([
      "lost",
      "lost",
      "lost",
    ]);
    expect(["Won 🎉", "Gewonnen", "Affaire gagnée", "closed_won"].map(named)).toEqual(
      Array(4).fill("won"),
    );
    expect(["dead", "Not won", "Verloren", "Perdu", "Abandoned"].map(named)).toEqual(
      Array(5).fill("lost"),
    );
    expect(["Negotiation", "Wonderland visit", ""].map(named)).toEqual(["open", "open", "open"]);
  });
});

describe("isGone", () => {
  it("begins on the day it was found", () => {
    expect(isGone({ opportunityId: "1", goneSince: 10 }, 9)).toBe(false);
    expect(isGone({ opportunityId: "1", goneSince: 10 }, 10)).toBe(true);
    expect(isGone({ opportunityId: "1" }, 10)).toBe(false);
  });
});
