import { expect, it } from "vitest";
import { stageIndex } from "../../src/core/deals/stageIndex.ts";
import { defaultSettings } from "../../src/settings/defaultSettings.ts";
import { columnNamed, dealRequirements } from "../../src/settings/requirements.ts";

it("finds the column by its heading, its field and the heading of an export", () => {
  expect(columnNamed("close date")?.field).toBe("closeDate");
  expect(columnNamed("closeDate")?.field).toBe("closeDate");
  expect(columnNamed("Closing Date")?.field).toBe("closeDate");
  expect(columnNamed("Shoe size")).toBeUndefined();
});

it("takes rows about deals alone, and only fields that deals can have", () => {
  const row = { stage: "", severity: "low" } as const;
  const found = dealRequirements(
    [
      { ...row, object: "Opportunities", field: "Next Step" },
      { ...row, object: "", field: "Amount" },
      { ...row, object: "Leads", field: "Email" },
      { ...row, object: "Deals", field: "Shoe size" },
    ],
    stageIndex(defaultSettings.stages),
  );
  expect(found.map(({ label }) => label)).toEqual(["Next Step", "Amount"]);
});
