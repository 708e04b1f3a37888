import { describe, expect, it } from "vitest";
import { openBook, placeOf } from "../../src/reports/book.ts";
import { asOf, quarter, request } from "./company.ts";
import { tableOf } from "./dataSets.ts";

const place = (
  status: "open" | "won" | "lost" | "gone",
  closeDate: number | undefined,
  day = asOf,
) => placeOf({ status, deal: { opportunityId: "1", closeDate } } as never, quarter, day);

describe("placeOf", () => {
  const { from, to } = quarter;

  it("won counts from the first day to the as-of day, both included", () => {
    expect([from - 1, from, asOf, asOf + 1].map((day) => place("won", day))).toEqual([
      "elsewhere",
      "won",
      "won",
      "elsewhere",
    ]);
    expect(place("won", to + 1, to + 9)).toBe("elsewhere");
  });

  it("open counts by its close date, overdue from the day after it", () => {
    expect([from - 1, from, asOf - 1, asOf, to, to + 1].map((day) => place("open", day))).toEqual([
      "overdue earlier",
      "overdue",
      "overdue",
      "open",
      "open",
      "elsewhere",
    ]);
  });

  it("is not overdue while the as-of day lies before the close date, even before the period", () => {
    expect(place("open", from - 1, from - 10)).toBe("elsewhere");
    expect(place("open", from - 11, from - 10)).toBe("overdue earlier");
  });

  it("has no place for lost, gone and undated deals", () => {
    expect([place("lost", asOf), place("gone", asOf), place("open", undefined)]).toEqual(
      new Array(3).fill("elsewhere"),
    );
  });
});

describe("openBook", () => {
  it("takes segment and region from the account where the deal has none, then from the rep", () => {
    const deals = [
      { opportunityId: "1", accountName: "Acme", owner: "r1", segment: "Own" },
      { opportunityId: "2", accountId: "A", owner: "r1" },
      { opportunityId: "3", owner: "r1" },
    ];
    const accounts = tableOf([
      { accountId: "A", accountName: "ACME", segment: "SMB", region: "APAC" },
    ]);
    const tables = { ...request().tables, opportunities: tableOf(deals), accounts };
    const book = openBook(request({ tables }));
    expect(book.deals.map(({ segment, region }) => [segment, region])).toEqual([
      ["Own", "APAC"],
      ["SMB", "APAC"],
      [undefined, "EMEA"],
    ]);
  });

  it("writes an unknown stage one way, as SUMIFS compares it", () => {
    const deals = ["Wooing", "WOOING", "wooing "].map((stage, i) => ({
      opportunityId: `${i}`,
      stage,
    }));
    const book = openBook(request({ tables: { opportunities: tableOf(deals) } }));
    expect(new Set(book.deals.map(({ stageName }) => stageName))).toEqual(new Set(["Wooing"]));
  });
});
