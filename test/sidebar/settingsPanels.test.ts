import { describe, expect, it } from "vitest";
import { addonHost } from "../addon/addonHost.ts";
import { type SidebarPage, sidebarPage } from "./sidebarPage.ts";

const opportunities = [
  ["Opportunity ID", "Opportunity Name", "Stage", "Amount", "Close Date", "Created Date", "Type"],
  ["1", "A", "Proposal", 1000, "2026-06-20", "2026-01-05", ""],
  ["2", "B", "Proposal", 2000, "2026-06-25", "2026-01-05", ""],
  ["3", "C", "Discovery", 4000, "2026-06-28", "2026-01-05", ""],
  ["4", "D", "<img src=x onerror=alert(1)>", 500, "2026-06-28", "2026-01-05", ""],
];

/** A workbook with four open deals in the sheet Opportunities. */
function withDeals() {
  const host = addonHost();
  host.person(`
    const sheet = book.insertSheet("Opportunities");
    const rows = ${JSON.stringify(opportunities)};
    sheet.getRange(1, 1, rows.length, rows[0].length).setValues(rows);
  `);
  return host;
}

const saveButton = (page: SidebarPage) => page.button("Save");
const cellOf = (page: SidebarPage, sheet: string, name: string, label: string) => {
  const [header = [], ...rows] = page.host.cells(sheet);
  return rows.find((row) => row.includes(name))?.[header.indexOf(label)];
};

describe("the panel Stages", () => {
  it("shows open deals of each stage, and what a new probability does to the forecast, before saving", async () => {
    const page = await sidebarPage(withDeals(), "#stages");
    await page.until(() => page.words().includes("2 open deals, 3,000"));
    // 60% of 3000 and 40% of 4000; the fourth deal's stage is unknown.
    expect(page.words()).toContain("All open deals, weighted3,400");
    expect(saveButton(page).disabled).toBe(true);
    const edit = [...page.document.querySelectorAll("button")].find(
      (button) => button.getAttribute("aria-label") === "Edit Proposal",
    );
    edit?.click();
    page.type("Probability", "70");
    await page.until(() => page.words().includes("3,400 before, +300"));
    await page.click("Back to the stages");
    expect(page.words()).toContain("70%");
    await page.click("Save");
    await page.until(() => page.words().includes("Saved to Stages."));
    expect(cellOf(page, "Stages", "Proposal", "Probability")).toBe(0.7);
    await page.click("Undo last save of Stages");
    await page.until(() => page.words().includes("as it was before the last save"));
    expect(cellOf(page, "Stages", "Proposal", "Probability")).toBe(0.6);
  });

  it("opens with the pipeline that holds the open deals", async () => {
    const host = withDeals();
    host.person(`
      const sheet = book.getSheetByName("Opportunities");
      sheet.getRange(1, 7, 5, 1).setValues([["Pipeline"], ["New"], ["New"], ["New"], ["New"]]);
    `);
    host.ask("revopsStages");
    const page = await sidebarPage(host, "#stages");
    await page.until(() => page.words().includes("2 open deals, 3,000"));
    expect(page.field<HTMLSelectElement>("Pipeline").value).toBe("");
    page.type("Pipeline", "New");
    await page.click("Copy them to change them");
    await page.click("Save");
    await page.until(() => page.words().includes("Saved to Stages."));

    const again = await sidebarPage(host, "#stages");
    await again.until(() => again.words().includes("2 open deals, 3,000"));
    expect(again.field<HTMLSelectElement>("Pipeline").value).toBe("New");
  });

  it("shows a stage that is markup as words, and takes it in as a stage or another one's spelling", async () => {
    const page = await sidebarPage(withDeals(), "#stages");
    await page.until(() => page.words().includes("Stages that only the data knows"));
    expect(page.document.querySelector("img")).toBeNull();
    expect(page.words()).toContain("<img src=x onerror=alert(1)>");
    const select = page.field<HTMLSelectElement>("<img src=x onerror=alert(1)>");
    select.value = [...select.options].find(({ text }) => text === "Counts as Lead")!.value;
    await page.click("Apply");
    await page.until(() => !page.words().includes("Stages that only the data knows"));
    await page.click("Save");
    await page.until(() => page.words().includes("Saved to Stages."));
    expect(cellOf(page, "Stages", "Lead", "CRM values")).toBe("<img src=x onerror=alert(1)>");
  });

  it("keeps deals in a stage that gets another name", async () => {
    const page = await sidebarPage(withDeals(), "#stages");
    await page.until(() => page.words().includes("2 open deals, 3,000"));
    page.document.querySelector<HTMLElement>('[aria-label="Edit Proposal"]')?.click();
    page.type("Stage", "Offer");
    await page.click("Back to the stages");
    await page.click("Save");
    await page.until(() => page.words().includes("Saved to Stages, Required fields."));
    expect(cellOf(page, "Stages", "Offer", "CRM values")).toBe("Proposal");
    expect(cellOf(page, "Required fields", "Offer", "Field")).toBe("Budget Confirmed");
    await page.until(() => page.words().includes("2 open deals, 3,000"));
  });

  it("says beside the field what cannot be saved", async () => {
    const page = await sidebarPage(addonHost(), "#stages");
    await page.until(() => page.words().includes("Negotiation"));
    page.document.querySelector<HTMLElement>('[aria-label="Edit Proposal"]')?.click();
    page.type("Probability", "lots");
    await page.click("Save");
    await page.until(() => page.words().includes("Nothing was saved."));
    const field = page.field("Probability");
    expect(field.getAttribute("aria-invalid")).toBe("true");
    expect(page.words()).toContain('Found "lots", expected a share between 0% and 100%');
    expect(page.host.sheet("Stages")).toBeUndefined();
  });

  it("asks before it writes over what somebody else saved", async () => {
    const host = addonHost();
    host.ask("revopsSaveSettings", []);
    const page = await sidebarPage(host, "#stages");
    await page.until(() => page.words().includes("Negotiation"));
    page.document.querySelector<HTMLElement>('[aria-label="Edit Proposal"]')?.click();
    page.type("Probability", "70%");
    const { stages } = host.ask("revopsStages");
    const rows = stages.rows.map((row) =>
      row[1] === "Discovery" ? row.map((cell, at) => (at === 3 ? 0.45 : cell)) : row,
    );
    host.ask("revopsSaveSettings", [{ subject: "stages", rows, basedOn: stages.hash }]);
    await page.click("Save");
    await page.until(() => page.words().includes("was changed by somebody else"));
    expect(page.words()).toContain("Probability is 45% and was 40%");
    expect(cellOf(page, "Stages", "Proposal", "Probability")).toBe(0.6);
    await page.click("Save mine over them");
    await page.until(() => page.words().includes("Saved to Stages."));
    expect(cellOf(page, "Stages", "Proposal", "Probability")).toBe(0.7);
    expect(cellOf(page, "Stages", "Discovery", "Probability")).toBe(0.4);
  });

  it("changes the order by its buttons, and saves it", async () => {
    const page = await sidebarPage(addonHost(), "#stages");
    await page.until(() => page.words().includes("Negotiation"));
    page.document.querySelector<HTMLElement>('[aria-label="Move Proposal up"]')?.click();
    await page.click("Save");
    await page.until(() => page.words().includes("Saved to Stages."));
    expect(cellOf(page, "Stages", "Proposal", "Order")).toBe(3);
    expect(cellOf(page, "Stages", "Discovery", "Order")).toBe(4);
  });

  it("fills in a preset without saving it", async () => {
    const page = await sidebarPage(addonHost(), "#stages");
    await page.until(() => page.words().includes("Negotiation"));
    page.type("Preset", "hubspot");
    await page.click("Use this preset");
    expect(page.words()).toContain("Contract Sent");
    expect(page.host.sheet("Stages")).toBeUndefined();
    await page.click("Discard changes");
    expect(page.words()).not.toContain("Contract Sent90%");
  });
});

describe("the panel Scoring", () => {
  const leads = [
    ["Lead ID", "Last Name", "Company", "Employees", "Title", "Email"],
    ["L1", "Ann", "Acme", 150, "VP Sales", "ann@acme.example"],
    ["L2", "Bob", "Beta", 5, "Student", "bob@college.edu"],
  ];
  const withLeads = () => {
    const host = addonHost();
    host.person(`
      const sheet = book.insertSheet("Leads");
      const rows = ${JSON.stringify(leads)};
      sheet.getRange(1, 1, rows.length, rows[0].length).setValues(rows);
    `);
    return host;
  };

  it("shows which leads change side when the limits are lowered", async () => {
    const page = await sidebarPage(withLeads(), "#scoring");
    await page.until(() => page.words().includes("2 leads by these rules"));
    page.type("MQL threshold", "10");
    page.type("Least engagement points", "0");
    await page.until(() => page.words().includes("1 lead changes side"));
    expect(page.words()).toContain("Ann, Acme");
    expect(page.words()).toContain("becomes MQL");
  });

  it("makes the weights add up, and warns when no negative rule is left", async () => {
    const page = await sidebarPage(withLeads(), "#scoring");
    await page.until(() => page.words().includes("2 leads by these rules"));
    page.type("Fit weight", "60");
    expect(page.field("Engagement weight").value).toBe("40%");
    const { scoring } = page.host.ask("revopsScoring");
    const rows = scoring.rows.filter(([kind]) => kind !== "negative");
    expect(page.host.ask("revopsPreviewScoring", rows).warnings).toContain(
      "No negative rule is active, so students, competitors and bounced addresses score like buyers.",
    );
    await page.click("Save");
    await page.until(() => page.words().includes("Saved to Scoring."));
    expect(cellOf(page, "Scoring", "Fit weight", "Value")).toBe(0.6);
  });
});

describe("the panel Calendar and currency", () => {
  it("shows the quarters of an edited year and takes in a pasted list of holidays", async () => {
    const page = await sidebarPage(addonHost({ locale: "de_DE" }), "#calendar");
    await page.until(() => page.words().includes("Q1 2026, Jan-Mar 2026"));
    page.type("Fiscal year starts in", "February");
    page.type("Fiscal periods", "4-4-5");
    await page.until(() => page.words().includes("13 weeks, 65 working days"));
    page.type("Paste a list", "25.12.2026 Weihnachten\n26.12.2026\nno day here");
    await page.click("Add the list");
    await page.until(() => page.words().includes("2 new holidays of 2 found."));
    await page.click("Save");
    await page.until(() => page.words().includes("Saved to Calendar."));
    expect(cellOf(page, "Calendar", "Fiscal periods", "Value")).toBe("4-4-5");
    const holidays = page.host.cells("Calendar").filter(([name]) => name === "Holiday");
    expect(holidays).toHaveLength(2);
  });

  it("lists the currencies that lack a rate and stops when one is added", async () => {
    const host = addonHost();
    host.person(`
      const sheet = book.insertSheet("Opportunities");
      const rows = [
        ["Opportunity ID", "Stage", "Amount", "Currency", "Close Date", "Created Date"],
        ["1", "Proposal", 1000, "USD", "2026-06-20", "2026-01-05"],
        ["2", "Proposal", 1000, "USD", "2026-06-20", "2026-01-05"],
        ["3", "Proposal", 1000, "EUR", "2026-06-20", "2026-01-05"],
      ];
      sheet.getRange(1, 1, rows.length, rows[0].length).setValues(rows);
    `);
    const page = await sidebarPage(host, "#calendar");
    await page.until(() => page.words().includes("1 record needs a rate on 2026-01-05"));
    expect(page.words()).not.toContain("only needed when");
    page.document.querySelector<HTMLElement>('[aria-label="Add a rate for EUR"]')?.click();
    page.type("Rate", "1.1");
    page
      .field("Rate")
      .dispatchEvent(new page.window.KeyboardEvent("keydown", { key: "Enter", bubbles: true }));
    await page.until(() => !page.words().includes("needs a rate"));
    await page.click("Save");
    await page.until(() => page.words().includes("Saved to Currency."));
    expect(host.cells("Currency")[1]?.[2]).toBe(1.1);
  });
});

describe("the panel Context", () => {
  it("offers the presets that fit and applies one only when asked", async () => {
    const page = await sidebarPage(addonHost(), "#context");
    await page.until(() => page.words().includes("Presets that fit"));
    page.type("Go-to-market motion", "product-led");
    page.type("CRM", "HubSpot");
    await page.until(
      () =>
        page.words().includes("Stages: HubSpot") && page.words().includes("Scoring: Product-led"),
    );
    expect(page.host.sheet("Stages")).toBeUndefined();
    await page.click("Save");
    await page.until(() => page.words().includes("Saved to Context."));
    page.document
      .querySelector<HTMLElement>('[aria-label="Apply the stages preset HubSpot"]')
      ?.click();
    await page.click("Replace it");
    await page.until(() => page.words().includes("Stages are those of HubSpot now."));
    expect(page.host.cells("Stages").map((row) => row[1])).toContain("Contract Sent");
  });
});
