import { expect, it } from "vitest";
import { mentions } from "../../../src/core/winloss/mentions.ts";

it("counts a deal once per thing, spellings together, the most valuable first", () => {
  const found = mentions([
    { opportunityId: "1", text: "SSO; audit log", value: 100 },
    { opportunityId: "2", text: "sso, SSO", value: 50 },
    { opportunityId: "3", text: "Audit-Log", value: undefined },
    { opportunityId: "4", text: "Mobile app", value: 500 },
    { opportunityId: "5", text: "Offline", value: undefined },
    { opportunityId: "6", text: " ; ", value: 9 },
    { opportunityId: "7", text: undefined, value: 9 },
  ]);
  expect(found).toEqual([
    { name: "Mobile app", deals: ["4"], value: 500 },
    { name: "SSO", deals: ["1", "2"], value: 150 },
    { name: "audit log", deals: ["1", "3"], value: 100 },
    { name: "Offline", deals: ["5"], value: undefined },
  ]);
});
