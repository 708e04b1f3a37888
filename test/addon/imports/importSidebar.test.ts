import { describe, expect, it } from "vitest";
import { type AddonHost, addonHost } from "../addonHost.ts";

const header = [
  "Opportunity ID",
  "Opportunity Name",
  "Owner",
  "Stage",
  "Amount",
  "Close Date",
  "Sales Remark",
];
type Line = readonly (string | number | null)[];
const first: Line[] = [
  ["006A", "Acme", "Ann Lee", "Prospecting", 100, "2026-07-01", "call"],
  ["006B", "=Beta", "Ben Ito", "Negotiation/Review", 200, "2026-07-02", null],
  ["006C", "Cyan", "Ann Lee", "Onderhandeling", 300, "2026-07-03", "x"],
];
const second: Line[] = [
  ["006A", "Acme", "Ann Lee", "Prospecting", 150, "2026-08-01", "call"],
  ["006B", "=Beta", "Ben Ito", "Negotiation/Review", 200, "2026-07-02", null],
  ["006D", "Delta", "A. Lee", "Prospecting", 400, "2026-09-01", null],
];

const request = (host: AddonHost, rows: readonly Line[], file = "deals.csv") => ({
  from: { token: host.upload(file, [header, ...rows]) },
  file,
  answers: {},
});

/** The workbook as a person sees it: what is hidden is ours. */
function visible(host: AddonHost): string {
  const { sheets, namedRanges } = JSON.parse(host.save()) as {
    sheets: { name: string; hidden: boolean; values: unknown[][]; columns: number }[];
    namedRanges: { name: string }[];
  };
  const trimmed = (rows: unknown[][]) =>
    (rows ?? [])
      .map((row) => {
        const cells = [...(row ?? [])].map((cell) => cell ?? null);
        while (cells.length > 0 && cells.at(-1) === null) cells.pop();
        return cells;
      })
      .filter((row) => row.length > 0);
  return JSON.stringify({
    sheets: sheets
      .filter(({ hidden }) => !hidden)
      .map(({ name, values }) => [name, trimmed(values)]),
    names: namedRanges.map(({ name }) => name).sort(),
  });
}

describe("a preview", () => {
  it("shows what would happen record by record and writes nothing", () => {
    const host = addonHost();
    host.ask("revopsImport", { ...request(host, first), batch: "one" });
    const before = visible(host);
    const { preview, mapping, ...counts } = host.ask("revopsImport", {
      ...request(host, second),
      preview: true,
    });
    expect(counts).toMatchObject({ new: 1, changed: 1, unchanged: 1 });
    expect(preview?.changed).toEqual([
      {
        key: "006A",
        name: "Acme",
        changes: [
          { column: "Amount", before: "100", after: "150" },
          { column: "Close Date", before: "2026-07-01", after: "2026-08-01" },
        ],
      },
    ]);
    expect(preview?.added.map(({ key, name }) => [key, name])).toEqual([["006D", "Delta"]]);
    expect(mapping.find(({ heading }) => heading === "Opportunity Name")?.samples).toEqual([
      "Acme",
      "=Beta",
      "Delta",
    ]);
    expect(visible(host)).toBe(before);
  });

  it("lists values that the stages do not know, the unknown ones first", () => {
    const host = addonHost();
    const { preview } = host.ask("revopsImport", { ...request(host, first), preview: true });
    const stages = preview?.values.find(({ field }) => field === "stage");
    expect(stages?.values.map(({ value, isKnown }) => [value, isKnown])).toEqual([
      ["Onderhandeling", false],
      ["Prospecting", true],
      ["Negotiation/Review", true],
    ]);
    expect(stages?.choices).toContain("Negotiation/Review");
  });
});

describe("mapping", () => {
  it("takes a heading for another column and leaves one out, and keeps that for the next file", () => {
    const host = addonHost();
    const answers = {
      "deals.csv/Sales Remark/field": "nextStep",
      "deals.csv/Amount/column": "none",
    };
    host.ask("revopsImport", { ...request(host, first), answers, remember: true, batch: "one" });
    const [labels = []] = host.cells("Opportunities");
    expect(labels).toContain("Next Step");
    expect(labels).not.toContain("Amount");
    expect(host.cells("Import mapping")).toEqual([
      ["Source", "Table", "Topic", "From", "To"],
      ["salesforce", "Opportunities", "field", "Sales Remark", "nextStep"],
      ["salesforce", "Opportunities", "column", "Amount", "none"],
    ]);
    const next = host.ask("revopsImport", {
      ...request(host, second, "later export.csv"),
      preview: true,
    });
    expect(next.mapping.map(({ heading, field }) => [heading, field])).toContainEqual([
      "Sales Remark",
      "nextStep",
    ]);
    expect(next.mapping.map(({ heading, field }) => [heading, field])).toContainEqual([
      "Amount",
      undefined,
    ]);
  });

  it("maps a value to a stage by the Stages settings and an owner in the deals", () => {
    const host = addonHost();
    host.ask("revopsImport", {
      ...request(host, [...first, ...second.slice(2)]),
      values: { stage: { Onderhandeling: "Negotiation/Review" }, owner: { "A. Lee": "Ann Lee" } },
      remember: true,
    });
    const [labels = [], ...rows] = host.cells("Opportunities");
    expect(rows.map((row) => row[labels.indexOf("Owner")])).toEqual([
      "Ann Lee",
      "Ben Ito",
      "Ann Lee",
      "Ann Lee",
    ]);
    expect(rows.map((row) => row[labels.indexOf("Stage")])).toContain("Onderhandeling");
    const [stageLabels = [], ...stages] = host.cells("Stages");
    const stage = (name: string) =>
      stages.find((row) => row[stageLabels.indexOf("Stage")] === name);
    expect(stage("Onderhandeling")).toBeUndefined();
    expect(stage("Negotiation/Review")?.[stageLabels.indexOf("CRM values")]).toContain(
      "Onderhandeling",
    );
  });
});

describe("taking an import back", () => {
  it("leaves a blank spreadsheet but for its settings", () => {
    const host = addonHost();
    const before = host.cells("Opportunities");
    host.ask("revopsImport", { ...request(host, first), date: "2026-06-01", batch: "one" });
    expect(host.ask("revopsImports").undo).toEqual(["deals.csv"]);
    expect(host.ask("revopsUndoImport")).toBe("The import of deals.csv was taken back.");
    expect(host.cells("Opportunities")).toEqual(before);
    for (const name of ["Opportunities", "Import log", "Snapshots", "RevOps undo", "RevOps upload"])
      expect(host.sheet(name), name).toBeUndefined();
    expect(host.workbook.namedRanges.map(({ name }) => name)).not.toContain("REVOPS_OPPORTUNITIES");
    expect(host.refusal("revopsUndoImport")).toMatch(/^There is no import to undo/);
  });

  it("puts back every cell of a second import, with a person's own column beside it", () => {
    const host = addonHost();
    host.ask("revopsImport", { ...request(host, first), date: "2026-06-01", batch: "one" });
    const width = host.cells("Opportunities")[0]!.length;
    host.person(`const sheet = book.getSheetByName("Opportunities");
      sheet.getRange(1, ${width + 1}, 3, 1).setValues([["My note"], ["mine"], ["=1+1"]]);`);
    const before = visible(host);
    const more = [...header, "Next Step"];
    const token = host.upload("deals.csv", [more, ...second.map((row) => [...row, "call"])]);
    host.ask("revopsImport", {
      from: { token },
      file: "deals.csv",
      answers: {},
      date: "2026-06-08",
      batch: "two",
    });
    expect(host.cells("Opportunities")[0]).toContain("Next Step");
    host.ask("revopsUndoImport");
    expect(visible(host)).toBe(before);
  });

  it("takes the files of one batch back together", () => {
    const host = addonHost();
    host.ask("revopsSample");
    expect(host.cells("Reps").length).toBe(7);
    expect(host.ask("revopsUndoImport")).toContain("Sample opportunities.csv");
    for (const name of ["Opportunities", "Reps", "Quotas", "Leads", "Snapshots", "Import log"])
      expect(host.sheet(name), name).toBeUndefined();
    expect(host.ask("revopsSidebarStart").isEmpty).toBe(true);
  });

  it("leaves what a person edited since, and says how much", () => {
    const host = addonHost();
    host.ask("revopsImport", { ...request(host, first), batch: "one" });
    host.ask("revopsImport", { ...request(host, second), batch: "two" });
    const at = host.cells("Opportunities")[0]!.indexOf("Amount");
    host.person(`book.getSheetByName("Opportunities").getRange(2, ${at + 1}).setValue(999);`);
    expect(host.ask("revopsUndoImport")).toContain("1 cell edited since then stay");
    expect(host.cells("Opportunities").map((row) => row[at])).toEqual(["Amount", 999, 200, 300]);
  });

  it("refuses when rows were sorted since, and changes nothing", () => {
    const host = addonHost();
    host.ask("revopsImport", { ...request(host, first), batch: "one" });
    host.ask("revopsImport", { ...request(host, second), batch: "two" });
    host.person(`const sheet = book.getSheetByName("Opportunities");
      sheet.getRange(2, 1, 3, sheet.getLastColumn()).sort({ column: 1, ascending: false });`);
    const before = visible(host);
    expect(host.refusal("revopsUndoImport")).toContain("The rows of Opportunities were sorted");
    expect(visible(host)).toBe(before);
  });

  it("does not take back an import that another one came after", () => {
    const host = addonHost();
    host.ask("revopsImport", { ...request(host, first), batch: "one" });
    host.ask("revopsImport", request(host, second));
    expect(host.ask("revopsImports").undo).toEqual([]);
    expect(host.refusal("revopsUndoImport")).toMatch(/^There is no import to undo/);
  });
});
