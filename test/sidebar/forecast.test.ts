import { expect, it } from "vitest";
import { addonHost } from "../addon/addonHost.ts";
import { sidebarPage } from "./sidebarPage.ts";

const SHEETS = `
  const put = (name, rows) => {
    book.insertSheet(name).getRange(1, 1, rows.length, rows[0].length).setNumberFormat("@").setValues(rows);
  };
  put("Opportunities", [
    ["Opportunity ID", "Opportunity Name", "Owner", "Stage", "Amount", "Close Date", "Created Date"],
    ["006A", "<b>Acme</b> rollout", "Ana Ruiz", "Proposal", "1000", "2026-06-20", "2026-04-02"],
    ["006B", "Beta", "Ana Ruiz", "Closed Won", "500", "2026-05-10", "2026-03-02"],
  ]);
  put("Reps", [["Rep ID", "Name", "Manager"], ["r1", "Ana Ruiz", "m1"], ["m1", "Mia Stern", ""]]);
`;

async function opened({ repId = "r1" } = {}) {
  const host = addonHost();
  host.person(SHEETS);
  host.ask("revopsChooseWho", { repId });
  const page = await sidebarPage(host, "#forecast");
  await page.until(() => page.words().includes("Submit a call"));
  return page;
}

it("submits a call and shows it in the history", async () => {
  const page = await opened();
  expect(page.field("Period").value).toBe("2026-Q2");
  page.type("Call", "900");
  page.type("Note", "Acme signs");
  await page.click("Submit the call");
  await page.until(() => page.words().includes("Call 900, by Ana Ruiz, Acme signs"));
  expect(page.field("Call").value).toBe("900");
});

it("holds a deal otherwise, shows what that makes of the range, and takes it back", async () => {
  const page = await opened();
  page.type("Deal", "006A");
  await page.click("Show");
  await page.until(() => page.words().includes("<b>Acme</b> rollout: Proposal"));
  page.type("Chance, %", "100");
  page.type("Amount", "3000");
  await page.click("Save the override");
  await page.until(() => page.words().includes("An override needs its reason"));
  page.type("Reason", "Signed on paper");
  await page.click("Save the override");
  await page.until(() => page.words().includes("Held otherwise by Ana Ruiz."));
  // The range follows the lever by itself.
  page.type("Deal size, %", "10");
  // 500 won and 3,000 held as sure; the lever makes 3,300 of it.
  await page.until(() => page.words().includes("With the levers"));
  expect(page.words()).toMatch(/As it stands: \S* ?3,500.*With the levers: \S* ?3,800/);
  page.type("Deal size, %", "20");
  await page.until(() => /With the levers: \S* ?4,100/.test(page.words()));
  await page.click("Take it back");
  await page.until(() => page.words().includes("Blank fields stay as the CRM has them."));
  expect(page.host.cells("Win Overrides")).toHaveLength(1);
});

it("asks who the person is where nobody has said so, and takes it at once", async () => {
  const page = await opened({ repId: "" });
  await page.until(() => page.words().includes("As you say yourself"));
  page.type("You are", "r1");
  await page.until(() => !page.words().includes("As you say yourself"));
  expect(page.field("Whose number").value).toBe("r1");
});
