import { describe, expect, it } from "vitest";
import { openBook } from "../../../src/reports/book.ts";
import { canMatch, detailDeals, shownId } from "../../../src/reports/parts/detailDeals.ts";
import { request } from "../company.ts";
import { tableOf } from "../dataSets.ts";

describe("canMatch", () => {
  it("refuses labels that SUMIFS would read as a pattern, a comparison or a number", () => {
    for (const label of [
      "",
      "A*",
      "Who?",
      "~x",
      "<5",
      "=x",
      ">=1",
      "007",
      "12.5",
      "1/2",
      "TRUE",
      " a",
      'a "b"',
    ]) {
      expect(canMatch(label), label).toBe(false);
    }
    for (const label of ["Ana Ruiz", "No owner", "a@b.co", "W_Sales_User.1", "O'Neil", "3M Team"]) {
      expect(canMatch(label), label).toBe(true);
    }
  });
});

describe("detailDeals", () => {
  it("fits twelve columns whatever the lengths", () => {
    for (const length of [3, 15, 29, 60]) {
      const long = "x".repeat(length);
      const deals = [1, 2].map(() => ({
        opportunityId: long,
        owner: long,
        stage: long,
        opportunityName: long,
      }));
      const book = openBook(request({ tables: { opportunities: tableOf(deals) } }));
      const { columns } = detailDeals(book.deals, "");
      expect(columns.reduce((sum, { span }) => sum + span, 0)).toBeLessThanOrEqual(12);
    }
  });

  it("gives a name two columns even beside long ids, owners and stages", () => {
    const deal = {
      opportunityId: "0065g00000A1aAAIAZ",
      opportunityName: "Harbour cranes, second phase",
      owner: "Alexandra Montgomery",
      stage: "Negotiation/Review",
    };
    const book = openBook(request({ tables: { opportunities: tableOf([deal]) } }));
    const { columns, rows } = detailDeals(book.deals, "");
    expect(columns.find(({ id }) => id === "name")?.span).toBe(2);
    expect(rows[0]?.cells.id).toBe("…1aAAIAZ");
    expect(rows[0]?.key).toBe(deal.opportunityId);
  });

  it("shows the end of an id that is too long", () => {
    expect(shownId("D1")).toBe("D1");
    expect(shownId("DEAL-b2b19d36-f446-4de7-bf09-15379257b914")).toBe(
      "…d36-f446-4de7-bf09-15379257b914".slice(-28).replace(/^./, "…"),
    );
    expect(shownId("x".repeat(60))).toHaveLength(28);
  });
});
