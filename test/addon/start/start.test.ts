import { describe, expect, it } from "vitest";
import { addonHost } from "../addonHost.ts";

describe("opening the sidebar", () => {
  it("says of a blank spreadsheet that data and quotas are missing and the rest has defaults", () => {
    const start = addonHost().ask("revopsSidebarStart");
    expect(start.isEmpty).toBe(true);
    expect(start.headline).toBeUndefined();
    expect(start.setup.map(({ id, state }) => [id, state])).toEqual([
      ["data", "missing"],
      ["stages", "default"],
      ["quotas", "missing"],
      ["calendar", "default"],
      ["scoring", "default"],
      ["territories", "optional"],
    ]);
  });

  it("shows one number of the sample company that a formula in a cell repeats", () => {
    const host = addonHost();
    expect(host.ask("revopsSample")).toMatch(/^The sample company is in: 6 reps, 12 quotas, 60 /);
    host.calls();
    const start = host.ask("revopsSidebarStart");
    // Google takes 30 to 150 ms for each.
    expect(host.calls().length).toBeLessThanOrEqual(13);
    expect(start.isEmpty).toBe(false);
    expect(start.headline).toMatchObject({ label: "Weighted forecast", currency: "USD" });
    const cell = host.evaluate(start.headline!.formula) as unknown as {
      rows: { value: number }[][];
    };
    expect(cell.rows[0]?.[0]?.value).toBeCloseTo(start.headline!.value, 6);
    host.person(`book.getRange("Sheet1!B2").activate();`);
    expect(host.ask("revopsInsertFormula", start.headline!.call)).toMatchObject({
      cell: "Sheet1!B2",
      formula: start.headline!.formula,
    });
    expect(start.setup.every(({ state }) => state !== "check")).toBe(true);
  });

  it("remembers the panel for the person, and only a panel's name", () => {
    const host = addonHost();
    host.ask("revopsRememberPanel", "reports");
    expect(host.ask("revopsSidebarStart").panel).toBe("reports");
    expect(host.refusal("revopsRememberPanel", "<b>")).toBe("There is no panel called <b>.");
  });
});

describe("the menu", () => {
  it("opens the sidebar, and at the import where that was chosen", () => {
    const host = addonHost();
    host.open();
    host.ask("revopsRememberPanel", "health");
    host.runMenu("Start");
    expect(host.ask("revopsSidebarStart").panel).toBe("health");
    host.runMenu("Import a CRM export");
    expect(host.ask("revopsSidebarStart").panel).toBe("import");
  });
});
