import { describe, expect, it } from "vitest";
import { exampleArguments } from "../../sidebar/panels/functions/fitRange.ts";
import { searchFunctions } from "../../sidebar/panels/functions/searchFunctions.ts";
import type { FunctionView } from "../../src/addon/functions/functionTypes.ts";
import { functions } from "../../src/functions/catalog.ts";
import { addonHost } from "../addon/addonHost.ts";
import { sampleHost } from "../addon/sampleHost.ts";
import { sidebarPage } from "./sidebarPage.ts";

const views = functions.map(({ example, ...rest }) => ({
  ...rest,
  example: { ...example, result: "" },
})) as FunctionView[];
const found = (query: string) => searchFunctions(views, query).map(({ name }) => name);

describe("searching functions", () => {
  it("finds each function by its name first", () => {
    for (const { name } of views) expect(found(name)[0], name).toBe(name);
  });

  it("finds functions by a word or a question", () => {
    expect(found("coverage")).toContain("COVERAGE");
    expect(found("How accurate are my forecasts?")).toEqual(
      expect.arrayContaining(["MAPE", "WMAPE", "FORECAST_BIAS"]),
    );
    expect(found("which deals are stuck")).toContain("STALE_STATUS");
    expect(found("how much pipeline do I need")[0]).toBe("PIPELINE_REQUIRED");
    expect(found("is this lead an MQL")).toContain("IS_MQL");
  });

  it("shows all without a query and none for what is not there", () => {
    expect(found("")).toHaveLength(views.length);
    expect(found("xylophone")).toEqual([]);
  });

  it("takes the arguments out of an example", () => {
    const of = (name: string) => exampleArguments(views.find((view) => view.name === name)!);
    expect(of("WEIGHTED_FORECAST")).toEqual(["{100; 50}", '{"Proposal"; "Negotiation"}']);
    expect(of("DEAL_AGE")).toEqual(["DATE(2026,1,1)", '""', "DATE(2026,3,2)"]);
    expect(of("DEAL_RISK_EXPLAIN")).toBeUndefined();
  });
});

describe("the Functions panel", () => {
  it("fills in the workbook's columns, shows the result and inserts the formula", async () => {
    const host = sampleHost();
    const page = await sidebarPage(host, "#functions");
    await page.until(() => page.words().includes("functions"));
    await page.until(() => page.document.querySelector("input[type=search]"));
    page.type("Search", "weighted forecast");
    await page.click("WEIGHTED_FORECAST");
    expect(page.field("amounts").value).toMatch(/^Opportunities!.2:.$/);
    await page.click("Show the result");
    await page.until(() => page.document.querySelector(".figure b")?.textContent?.match(/\d/));
    host.person(`book.insertSheet("Mine").getRange("A1").activate();`);
    await page.click("Insert in the selected cell");
    await page.until(() => page.words().includes("Mine!A1 now holds =WEIGHTED_FORECAST("));
    await page.click("Insert in the selected cell");
    await page.until(() => page.words().includes("Mine!A1 is not empty"));
    await page.click("Keep as it is");
    expect(page.words()).not.toContain("is not empty");
  });

  it("tries every example that is one call, with the result that the documentation gives", async () => {
    const host = addonHost();
    for (const view of views) {
      const args = exampleArguments(view);
      const expected = functions.find(({ name }) => name === view.name)!.example.result;
      if (!args || Array.isArray(expected)) continue;
      const { rows } = host.ask("revopsTryFunction", { name: view.name, args });
      if (typeof expected === "number") expect(rows[0]?.[0], view.name).toBeCloseTo(expected, 6);
      else expect(rows[0]?.[0], view.name).toBe(expected);
    }
  });
});
