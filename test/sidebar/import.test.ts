import { describe, expect, it } from "vitest";
import { addonHost } from "../addon/addonHost.ts";
import { type SidebarPage, sidebarPage } from "./sidebarPage.ts";

const csv = (...rows: readonly (readonly string[])[]) =>
  rows.map((row) => row.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(",")).join("\n");
const header = [
  "Opportunity ID",
  "Opportunity Name",
  "Owner",
  "Stage",
  "Amount",
  "Close Date",
  "Remark",
];
const evil = '<img src=x onerror="window.hacked=1">';
const week = csv(
  header,
  ["006A", evil, "Ann Lee", "Prospecting", "100", "2026-07-01", "call"],
  ["006B", "=HYPERLINK(1)", "Ben Ito", evil, "200", "2026-07-02", "x"],
);

/** Chooses files as a person does with the file dialog. */
function choose(
  page: SidebarPage,
  ...files: readonly (readonly [name: string, content: string | Uint8Array])[]
): void {
  const input = page.document.querySelector<HTMLInputElement>("input[type=file]")!;
  const list = files.map(([name, content]) => new page.window.File([content as BlobPart], name));
  Object.defineProperty(input, "files", { value: list, configurable: true });
  input.dispatchEvent(new page.window.Event("change"));
}

async function opened(host = addonHost()): Promise<SidebarPage> {
  const page = await sidebarPage(host, "#import");
  await page.until(() => page.words().includes("Last imports"));
  return page;
}

describe("the Import panel", () => {
  it("shows a file before anything is written, imports it and takes it back", async () => {
    const page = await opened();
    choose(page, ["week.csv", week]);
    await page.until(() =>
      page.words().includes("Recognised as a Salesforce export for the sheet Opportunities."),
    );
    expect(page.host.sheet("Opportunities")).toBeUndefined();
    await page.click("Import 2 records");
    await page.until(() => page.words().includes(": 2 new."));
    expect(page.host.cells("Opportunities").length).toBe(3);
    await page.until(() => page.words().includes("Undo the last import"));
    await page.click("Undo the last import");
    await page.click("Take it back");
    await page.until(() => page.words().includes("was taken back."));
    expect(page.host.sheet("Opportunities")).toBeUndefined();
  });

  it("shows what stands in a record as words, never as markup", async () => {
    const page = await opened();
    choose(page, [`${evil}.csv`, week]);
    await page.until(() => page.words().includes("Import 2 records"));
    expect(page.words()).toContain(evil);
    expect(page.document.querySelector("img")).toBeNull();
    expect((page.window as unknown as { hacked?: number }).hacked).toBeUndefined();
  });

  it("takes a column for what the person says, after an update of the preview", async () => {
    const page = await opened();
    choose(page, ["week.csv", week]);
    await page.until(() => page.words().includes("Columns: 6 of 7 taken over"));
    expect(page.field<HTMLSelectElement>("Remark").value).toBe("");
    page.type("Remark", "nextStep");
    await page.click("Update the preview");
    await page.until(() => page.words().includes("Columns: 7 of 7 taken over"));
    await page.click("Import 2 records");
    await page.until(() => page.words().includes(": 2 new."));
    expect(page.host.cells("Opportunities")[0]).toContain("Next Step");
    expect(page.host.cells("Import mapping").length).toBe(2);
  });

  it("asks what it will not guess", async () => {
    const page = await opened();
    const rows = csv(
      header.slice(0, 6),
      ["006A", "Acme", "Ann Lee", "Prospecting", "100", "03/04/2026"],
      ["006B", "Beta", "Ann Lee", "Prospecting", "100", "05/06/2026"],
    );
    choose(page, ["week.csv", rows]);
    await page.until(() => page.words().includes("One question"));
    const question = page.document.querySelector<HTMLSelectElement>(
      "section:nth-of-type(1) ~ section select, section select",
    );
    const select = [...page.document.querySelectorAll("select")].find((one) =>
      [...one.options].some(({ value }) => value === "DMY"),
    )!;
    expect(question).not.toBeNull();
    select.value = "DMY";
    select.dispatchEvent(new page.window.Event("change"));
    await page.click("Update the preview");
    await page.until(
      () => !page.words().includes("One question") && page.words().includes("Import 2 records"),
    );
    await page.click("Import 2 records");
    await page.until(() => page.words().includes(": 2 new."));
    const [labels = [], ...lines] = page.host.cells("Opportunities");
    // 3 April 2026 is serial 46115: 2026-01-01 is 46023, and 92 days later is 3 April.
    expect(lines[0]?.[labels.indexOf("Close Date")]).toBe(46115);
  });

  it("says what was done about a question that nobody answered", async () => {
    const page = await opened();
    const deal = (id: string) => [id, `Deal ${id}`, "Ann Lee", "Prospecting", "100", "2026-09-01"];
    const head = header.slice(0, 6);
    const all = Array.from("ABCDEFGHIJKL", (letter) => `006${letter}`);
    choose(page, ["deals 2026-06-01.csv", csv(head, ...all.map(deal))]);
    await page.until(() => page.words().includes("Import 12 records"));
    await page.click("Import 12 records");
    await page.until(() => page.words().includes(": 12 new."));
    // What was decided can be read after the import as well.
    expect(page.words()).toContain("Taken as the export of 2026-06-01, as its file name says.");
    await page.until(() => page.words().includes("Last imports"));

    choose(page, ["deals 2026-06-08.csv", csv(head, ...all.slice(1).map(deal))]);
    const until =
      "taken as a complete export, so that the missing deals are out of the open figures.";
    await page.until(() => page.words().includes(`Without an answer: ${until}`));
    expect(page.words()).toContain("Gone since the last export: 1");
    expect(page.words()).not.toContain("Cells that cannot be read");
    await page.click("Import 1 record");
    await page.until(() => page.words().includes(`1 gone. No answer: ${until}`));
  });

  it("answers a file it cannot read with one sentence", async () => {
    const page = await opened();
    for (const [name, content, words] of [
      ["report.pdf", "%PDF-1.7 …", "report.pdf is a PDF"],
      ["empty.csv", "", "empty.csv is empty"],
      ["data.csv", new Uint8Array([0, 1, 2, 3, 0, 0, 7, 0, 0]), "data.csv is neither text nor"],
      ["wide.csv", `a${",b".repeat(20_000)}`, "more than the 18278 that a spreadsheet can hold"],
    ] as const) {
      choose(page, [name, content]);
      await page.until(() => page.words().includes(words));
    }
    expect(page.host.workbook.sheets.every(({ name }) => name !== "RevOps upload")).toBe(true);
  });

  it("lets a person name the table of a file that is not recognised, or leave it out", async () => {
    const page = await opened();
    choose(page, ["x.csv", csv(["Foo", "Bar"], ["1", "2"])]);
    await page.until(() => page.words().includes("is not recognised as a CRM export"));
    expect(page.field<HTMLSelectElement>("What it holds").options.length).toBeGreaterThan(5);
    await page.click("Leave it out");
    await page.until(() => page.words().includes("left out"));
  });

  it("leaves the spreadsheet as it was when the connection breaks in the middle", async () => {
    const host = addonHost();
    const page = await opened(host);
    choose(page, ["week.csv", week]);
    await page.until(() => page.words().includes("Import 2 records"));
    page.failing = (name) => (name === "revopsImport" ? new Error("NetworkError: 503") : undefined);
    await page.click("Import 2 records");
    await page.until(() => page.words().includes("The add-on did not answer"));
    expect(page.words()).not.toContain("503");
    expect(host.sheet("Opportunities")).toBeUndefined();
    page.failing = () => undefined;
    await page.click("Try again");
    await page.until(() => page.words().includes(": 2 new."));
  });

  it("imports a tab and several files in turn, which one click takes back together", async () => {
    const host = addonHost();
    host.person(
      `book.getActiveSheet().setName("Raw").getRange(1, 1, 2, 3).setValues([["Lead ID", "Last Name", "Company"], ["L1", "Berg", "Acme"]]);`,
    );
    const page = await opened(host);
    await page.click("Look at the tab");
    await page.until(() => page.words().includes("Import 1 record"));
    await page.click("Import 1 record");
    await page.until(() => page.words().includes("Leads: 1 new"));
    expect(host.cells("Leads").length).toBe(2);
    await page.until(() => page.words().includes("Choose files"));
    choose(
      page,
      ["a.csv", week],
      ["leads.csv", csv(["Lead ID", "Last Name", "Company"], ["L2", "Sato", "Beta"])],
    );
    await page.until(() => page.words().includes("1 of 2"));
    await page.until(() => page.words().includes("Import 2 records"));
    await page.click("Import 2 records");
    await page.until(
      () => page.words().includes("2 of 2") && page.words().includes("Import 1 record"),
    );
    await page.click("Import 1 record");
    await page.until(() => page.words().includes("Undo the last import"));
    await page.click("Undo the last import");
    await page.click("Take it back");
    await page.until(() => page.words().includes("a.csv, leads.csv was taken back"));
    expect(host.cells("Leads").length).toBe(2);
    expect(host.sheet("Opportunities")).toBeUndefined();
  });
});
