import { describe, expect, it } from "vitest";
import type { Deal } from "../../src/core/deals/deal.ts";
import { myDeals } from "../../src/reports/myDeals.ts";
import type { Report } from "../../src/reports/report.ts";
import { asOf, on, request } from "./company.ts";
import { tableOf } from "./dataSets.ts";
import { figuresOf } from "./figuresOf.ts";

const rowsOf = (report: Report, id: string) =>
  report.sections.find((section) => section.id === id)?.table?.rows ?? [];

const fresh = { lastActivity: asOf - 1, createdDate: asOf - 5, nextStep: "Call" };

describe("my deals", () => {
  it("shows one person's numbers worked out by hand", () => {
    const report = myDeals.build(request({ person: "Ana Ruiz" }));
    // D01 won 100,000; quota April to June 3 x 100,000; D06 200,000 and D07 80,000 open in the period.
    expect(figuresOf(report)).toMatchObject({
      won: 100_000,
      gap: 200_000,
      open_period: 280_000,
      weighted: 200_000 * 0.8 + 80_000 * 0.5,
    });
    expect(report.subject).toBe("Ana Ruiz");
    expect(report.answer).toMatch(
      /^Ana Ruiz: USD 100 k of USD 300 k quota won \(33 %\); USD 280 k still open/,
    );
  });

  it("takes whoever has most open value, or the person by id", () => {
    // D13 of 500,000 has no owner; Cy has 120,000 + 20,000 + 90,000, Ana 280,000.
    expect(myDeals.build(request()).scope).toBe("Ana Ruiz");
    expect(myDeals.build(request({ person: "r3" })).scope).toBe("Cy Okafor");
    expect(() => myDeals.build(request({ person: "Somebody" }))).toThrow(
      'Nobody is called "Somebody"; expected the name or the id of a person of the sheets Reps or Opportunities.',
    );
    const won = { ...fresh, opportunityId: "w", stage: "Closed Won", isClosed: true, isWon: true };
    const tables = { ...request().tables, opportunities: tableOf([won]) };
    expect(myDeals.build(request({ tables })).answer).toBe("There is no open deal.");
  });

  it("asks one thing of each deal, the most pressing first", () => {
    const deals: readonly Deal[] = [
      { ...fresh, opportunityId: "late", closeDate: asOf - 1 },
      { ...fresh, opportunityId: "stop", champion: "", activityCount: 4 },
      { ...fresh, opportunityId: "silent", lastActivity: asOf - 90, createdDate: asOf - 80 },
      { ...fresh, opportunityId: "risky", economicBuyerMet: false },
      { ...fresh, opportunityId: "stepless", nextStep: "" },
      {
        ...fresh,
        opportunityId: "fine",
        closeDate: asOf + 9,
        accountName: "Acme",
        contactCount: 9,
      },
    ].map((deal) => ({ stage: "Discovery", owner: "r1", amount: 10, champion: "Bo", ...deal }));
    const tables = { ...request().tables, opportunities: tableOf(deals) };
    const report = myDeals.build(request({ tables, person: "r1" }));
    expect(rowsOf(report, "todo").map(({ key, cells }) => [key, cells.why])).toEqual([
      ["late", "close date 2026-05-14 has passed"],
      ["stop", "no champion after 4 activities"],
      ["silent", "90 days without activity"],
      ["risky", "Economic Buyer Met is no, nobody is named"],
      ["stepless", "no next step"],
    ]);
    expect(rowsOf(report, "wins").map(({ key }) => key)).toEqual(["fine"]);
    expect(rowsOf(report, "todo")[0]?.cells.due).toBe(on("2026-05-20"));
  });
});
