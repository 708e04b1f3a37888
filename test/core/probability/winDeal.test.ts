import { expect, it } from "vitest";
import { winDeal } from "../../../src/core/probability/winDeal.ts";

it("takes whole days of a deal's moments, and leaves unknown what is unknown", () => {
  const deal = winDeal({ opportunityId: "1", createdDate: 20000.75, leadSource: "Web" });
  expect(deal).toMatchObject({ created: 20000, source: "Web" });
  expect(deal.amount).toBeUndefined();
});
