import { expect, it } from "vitest";
import { addonHost } from "../addon/addonHost.ts";
import { sidebarPage } from "./sidebarPage.ts";

const ROWS = [
  ["Opportunity ID", "Opportunity Name", "Stage", "Account Name", "Economic Buyer"],
  ["006A", "<b>Acme</b> rollout", "Discovery", "Acme", ""],
];

async function opened() {
  const host = addonHost();
  host.person(`const rows = ${JSON.stringify(ROWS)};
    book.insertSheet("Opportunities").getRange(1, 1, 2, 5).setNumberFormat("@").setValues(rows);`);
  const page = await sidebarPage(host, "#qualify");
  await page.until(() => page.words().includes("Select a row of Opportunities or Leads"));
  return page;
}

it("looks a record up, says what its next stage lacks, and keeps answers", async () => {
  const page = await opened();
  page.type("Record id", "006A");
  await page.click("Show");
  await page.until(() => page.words().includes("<b>Acme</b> rollout"));
  expect(page.words()).toContain("Missing for Proposal: Economic Buyer.");
  page.type("Champion", "Sells for us");
  await page.click("Save the answers");
  await page.until(() => page.words().includes("15 of 100 so far, 5 not asked"));
  expect(page.host.cells("Qualification")[1]?.slice(0, 5)).toEqual([
    "006A",
    "MEDDIC",
    "Champion",
    "Sells for us",
    15,
  ]);
});

it("asks the questions of another framework", async () => {
  const page = await opened();
  page.type("Record id", "006A");
  await page.click("Show");
  await page.until(() => page.words().includes("<b>Acme</b> rollout"));
  expect(page.words()).toContain("Nothing has been asked yet.");
  page.type("Framework", "Stop");
  page.type("Custom work", "Yes");
  await page.click("Save the answers");
  await page.until(() => page.words().includes("1 holds: do not pursue"));
});

it("says in a sentence that a record is not there", async () => {
  const page = await opened();
  page.type("Record id", "nobody");
  await page.click("Show");
  await page.until(() => page.words().includes("No deal and no lead has the record id nobody"));
});
