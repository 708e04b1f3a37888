import { describe, expect, it } from "vitest";
import { importHost } from "../importHost.ts";

const header = ["Opportunity ID", "Opportunity Name", "Stage", "Amount", "Close Date"];
const deals = (amount: string, close = "2025-06-30") => [
  header,
  ...["A1", "A2", "A3"].map((id) => [id, `Deal ${id}`, "Prospecting", amount, close]),
];

describe("an older export after a newer one", () => {
  const imported = () => {
    const host = importHost();
    host.importRows("deals.csv", deals("200"), { date: "2025-03-10" });
    return host;
  };

  it("is asked about, and nothing is changed meanwhile", () => {
    const host = imported();
    const before = host.save();
    const result = host.importRows("old.csv", deals("100"), { date: "2025-03-03" });
    expect(result.questions[0]).toMatchObject({ id: "old.csv/file/older" });
    expect(result.questions[0]?.text).toMatch(/2025-03-03.*2025-03-10/);
    expect(result).toMatchObject({ new: 0, changed: 0, gone: 0, sheet: "Opportunities" });
    expect(result.notes[0]).toMatch(/Nothing was imported/);
    const { sheets } = JSON.parse(host.save());
    expect(sheets).toEqual(JSON.parse(before).sheets);
  });

  it("is imported when that is the answer", () => {
    const host = imported();
    const answers = { "old.csv/file/older": "import" };
    const result = host.importRows("old.csv", deals("100"), { date: "2025-03-03", answers });
    expect(result).toMatchObject({ changed: 3 });
    const amount = host.cells("Opportunities")[0]?.indexOf("Amount") ?? -1;
    expect(host.cells("Opportunities")[1]?.[amount]).toBe(100);
  });

  it("is no matter for the same day again, for other tables and for undated files", () => {
    const host = imported();
    const leads = [
      ["Lead ID", "Email", "Company", "Lead Status", "Created Date"],
      ["L1", "a@b.example", "Acme", "Open", "2025-01-31"],
    ];
    expect(host.importRows("deals.csv", deals("300"), { date: "2025-03-10" }).changed).toBe(3);
    expect(host.importRows("more.csv", deals("400")).changed).toBe(3);
    expect(host.importRows("leads.csv", leads, { date: "2025-03-03" }).new).toBe(1);
  });
});

describe("a report's title line", () => {
  const report = (line: string, close: string) => [
    ["Open deals", null, null, null, null],
    [line, null, null, null, null],
    [null, null, null, null, null],
    ...deals("100", close),
  ];

  it("dates the export where nobody else does", () => {
    const host = importHost();
    const result = host.importRows("report.csv", report("As of 4/23/2025", "2025-06-30"));
    expect(result.notes).toContain("Taken as the export of 2025-04-23, as its title line says.");
    // A dated import makes snapshots.
    expect(host.cells("Snapshots")).toHaveLength(4);
  });

  it("does not win over the day that was given", () => {
    const host = importHost();
    const rows = report("As of 4/23/2025", "2025-06-30");
    const { notes } = host.importRows("report.csv", rows, { date: "2025-05-01" });
    expect(notes.join(" ")).not.toMatch(/as its title line says/);
  });

  it("is read in the order of the file's own dates, else left open and said", () => {
    const told = importHost().importRows("report.csv", report("As of 4/3/2025", "6/30/2025"));
    expect(told.notes.join(" ")).toMatch(/export of 2025-04-03/);
    const host = importHost();
    const open = host.importRows("report.csv", report("As of 4/3/2025", "2025-06-30"));
    expect(open.notes.join(" ")).toMatch(/"As of 4\/3\/2025".*one of two days/);
    expect(host.sheet("Snapshots")).toBeUndefined();
  });
});

describe("texts of a file", () => {
  const nasty = ["=1+1", "+A1", "-5", "@x", "'quoted", "''twice", "TRUE", "10%", "1e5", "51-200"];
  const rows = (owner: string) => [
    [...header, "Opportunity Owner"],
    ...nasty.map((name, at) => [`00${at}`, name, name, "1", "2025-06-30", owner]),
  ];
  const names = (host: ReturnType<typeof importHost>) => {
    const [labels = [], ...lines] = host.cells("Opportunities");
    return ["Opportunity Name", "Stage"].map((label) =>
      lines.map((line) => line[labels.indexOf(label)]),
    );
  };

  it("survive any number of imports, even when a person cleared the formats in between", () => {
    const host = importHost();
    host.importRows("deals.csv", rows("Ann"));
    expect(names(host)).toEqual([nasty, nasty]);
    for (const owner of ["Ben", "Cho", "Dee"]) {
      host.run(`SpreadsheetApp.getActive().getSheetByName("Opportunities").clearFormats()`);
      expect(host.importRows("deals.csv", rows(owner)).changed).toBe(nasty.length);
      expect(names(host)).toEqual([nasty, nasty]);
    }
    const stages = host.cells("Stages").flat();
    for (const name of nasty) expect(stages).toContain(name);
    for (const name of ["Opportunities", "Stages"])
      expect(host.sheet(name)?.formulas.flat().filter(Boolean)).toEqual([]);
  });

  it("come through the upload as they are, however long and whatever a piece begins with", () => {
    const host = importHost();
    const long = "=7".repeat(60_000);
    const wide = [
      [...header, "Description"],
      ...deals("5")
        .slice(1)
        .map((row) => [...row, long]),
    ];
    const result = host.importRows("=deals 1e5.csv", wide);
    expect(result).toMatchObject({ read: 3, new: 3 });
  });
});

it("a spreadsheet without room refuses while nothing is written, and says the numbers", () => {
  const host = importHost();
  host.importRows("deals.csv", deals("1"), { date: "2025-03-03" });
  host.run(`SpreadsheetApp.getActive().insertSheet("Archive").insertRowsAfter(1000, 300000)`);
  const many = [
    header,
    ...Array.from({ length: 9000 }, (_, at) => [
      `B${at}`,
      `Deal ${at}`,
      "Prospecting",
      "1",
      "2025-06-30",
    ]),
  ];
  const before = host.cells("Opportunities");
  // Room for what is laid aside before the writing, not for 9,000 deals, whatever the other sheets take.
  host.run(`{
    const book = SpreadsheetApp.getActive();
    const used = book.getSheets().reduce((sum, one) => sum + one.getMaxRows() * one.getMaxColumns(), 0);
    const archive = book.getSheetByName("Archive");
    archive.insertRowsAfter(1000, Math.floor((10000000 - used) / archive.getMaxColumns()) - 3000);
  }`);
  const answers = { "more.csv/file/complete": "part" };
  expect(() => host.importRows("more.csv", many, { date: "2025-03-10", answers })).toThrow(
    /needs [\d,]+ more cells, .*10,000,000; delete .*Archive/,
  );
  expect(host.cells("Opportunities")).toEqual(before);
  expect(host.cells("Snapshots")).toHaveLength(4);
});
