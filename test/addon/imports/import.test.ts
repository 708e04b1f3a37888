import { describe, expect, it } from "vitest";
import { importHost } from "../importHost.ts";

const header = [
  "Opportunity ID",
  "Opportunity Name",
  "Opportunity Owner",
  "Stage",
  "Amount",
  "Close Date",
  "Created Date",
  "Next Step",
];
type Deal = [id: string, name: string, stage: string, amount: string, close: string];
const deal = ([id, name, stage, amount, close]: Deal, next = "") => [
  id,
  name,
  "Ann Lee",
  stage,
  amount,
  close,
  "2024-11-05",
  next,
];
const ten: Deal[] = Array.from({ length: 10 }, (_, at) => [
  `006A00000${at}`,
  `Deal ${at}`,
  "Prospecting",
  String(100 * (at + 1)),
  "2025-06-30",
]);
const week = (deals: readonly Deal[]) => [header, ...deals.map((one) => deal(one))];

/** Everything but the log of imports, as the spreadsheet holds it. */
function contents(host: ReturnType<typeof importHost>): string {
  const { sheets, namedRanges } = JSON.parse(host.save()) as {
    sheets: { name: string }[];
    namedRanges: unknown;
  };
  const log = sheets.filter(({ name }) => name !== "Import log");
  return JSON.stringify({ log, namedRanges });
}

const column = (host: ReturnType<typeof importHost>, sheet: string, label: string) => {
  const [labels = [], ...rows] = host.cells(sheet);
  const at = labels.indexOf(label);
  expect(at, `${label} in ${sheet}`).toBeGreaterThanOrEqual(0);
  return rows.map((row) => row[at] ?? null);
};

describe("an import", () => {
  it("writes a sheet with typed formats, a frozen header and a named range", () => {
    const host = importHost();
    const result = host.importRows("opps.csv", week(ten), { date: "2025-03-03" });
    expect(result).toMatchObject({
      source: "salesforce",
      table: "opportunities",
      read: 10,
      new: 10,
      changed: 0,
      rejected: 0,
    });
    const sheet = host.sheet("Opportunities");
    expect(sheet?.frozenRows).toBe(1);
    expect(column(host, "Opportunities", "Amount")).toEqual(
      ten.map(([, , , amount]) => Number(amount)),
    );
    // 2025-06-30 is serial 45838: 45658 is 2025-01-01, plus 180 days.
    expect(new Set(column(host, "Opportunities", "Close Date"))).toEqual(new Set([45838]));
    const format = (label: string) => {
      const at = host.cells("Opportunities")[0]!.indexOf(label);
      return host.workbook.styles[sheet?.styles[1]?.[at] ?? -1]?.numberFormat;
    };
    expect([format("Opportunity ID"), format("Amount"), format("Close Date")]).toEqual([
      "@",
      "#,##0.00",
      "yyyy-mm-dd",
    ]);
    expect(host.workbook.namedRanges.map(({ name }) => name)).toContain("REVOPS_OPPORTUNITIES");
  });

  it("done twice changes nothing the second time", () => {
    const host = importHost();
    host.importRows("opps.csv", week(ten), { date: "2025-03-03" });
    const before = contents(host);
    const again = host.importRows("opps.csv", week(ten), { date: "2025-03-03" });
    expect(again).toMatchObject({ new: 0, changed: 0, unchanged: 10, gone: 0, rejected: 0 });
    expect(contents(host)).toBe(before);
    expect(column(host, "Import log", "New")).toEqual([10, 0]);
  });

  it("keeps a person's columns and notes with their record, wherever the sheet was sorted or widened", () => {
    const host = importHost();
    host.importRows("opps.csv", week(ten), { date: "2025-03-03" });
    host.run(`
      const sheet = SpreadsheetApp.getActive().getSheetByName("Opportunities");
      sheet.insertColumnsBefore(3, 1);
      sheet.getRange(1, 3, 4, 1).setValues([["My view"], ["first"], ["second"], ["third"]]);
      sheet.getRange(3, 3).setNote("look here");
      sheet.getRange(2, 1, 10, sheet.getLastColumn()).sort({ column: 1, ascending: false });`);
    const moved = ten.map(
      (one): Deal =>
        one[0] === "006A000001" ? [one[0], one[1], "Closed Won", "999", one[4]] : one,
    );
    const result = host.importRows(
      "opps.csv",
      week([...moved, ["006A00000X", "New one", "Prospecting", "5", "2025-07-01"]]),
      { date: "2025-03-10" },
    );
    expect(result).toMatchObject({ new: 1, changed: 1, unchanged: 9 });
    const views = Object.fromEntries(
      host
        .cells("Opportunities")
        .slice(1)
        .map((row) => [row[0], row[host.cells("Opportunities")[0]!.indexOf("My view")]]),
    );
    expect([
      views["006A000000"],
      views["006A000001"],
      views["006A000002"],
      views["006A00000X"],
    ]).toEqual(["first", "second", "third", null]);
    const ids = column(host, "Opportunities", "Opportunity ID");
    expect(ids).toEqual([...ten.map(([id]) => id).reverse(), "006A00000X"]);
    expect(column(host, "Opportunities", "Amount")[ids.indexOf("006A000001")]).toBe(999);
  });

  it("leaves fields that a later file lacks as they are", () => {
    const host = importHost();
    host.importRows("opps.csv", [header, ...ten.map((one) => deal(one, "call"))], {
      date: "2025-03-03",
    });
    host.importRows(
      "amounts.csv",
      [["Opportunity ID", "Stage", "Amount"], ...ten.map(([id]) => [id, "Qualification", "7"])],
      { date: "2025-03-04" },
    );
    expect(new Set(column(host, "Opportunities", "Next Step"))).toEqual(new Set(["call"]));
    expect(new Set(column(host, "Opportunities", "Amount"))).toEqual(new Set([7]));
  });

  it("never lets text become a formula, a date or a number", () => {
    const host = importHost();
    const names = ["=1+1", "+A1", "-5", "@x", "'quoted", "TRUE", "10%", "2025-01-31", "00123"];
    host.importRows(
      "opps.csv",
      week(names.map((name, at) => [`00${at}`, name, "Prospecting", "1", "2025-06-30"])),
    );
    expect(column(host, "Opportunities", "Opportunity Name")).toEqual(names);
    expect(column(host, "Opportunities", "Opportunity ID")).toEqual(
      names.map((_, at) => `00${at}`),
    );
    expect(host.sheet("Opportunities")?.formulas.flat().filter(Boolean)).toEqual([]);
  });

  it("writes nothing in a preview", () => {
    const host = importHost();
    const result = host.importRows("opps.csv", week(ten), { preview: true });
    expect(result).toMatchObject({ new: 10 });
    expect(host.sheet("Opportunities")).toBeUndefined();
    expect(host.sheet("Import log")).toBeUndefined();
  });
});

describe("deals that are missing", () => {
  const imported = () => {
    const host = importHost();
    host.importRows("opps.csv", week(ten), { date: "2025-03-03" });
    return host;
  };

  it("from a nearly complete file are gone, listed with their amount, and come back", () => {
    const host = imported();
    const gone = host.importRows("opps.csv", week(ten.slice(1)), { date: "2025-03-10" });
    expect(gone).toMatchObject({ gone: 1, unchanged: 9 });
    expect(gone.questions.map(({ id }) => id)).toEqual(["opps.csv/file/complete"]);
    // 2025-03-10 is serial 45726.
    expect(column(host, "Opportunities", "Gone Since")).toEqual([
      45726,
      ...new Array(9).fill(null),
    ]);
    expect(column(host, "Import issues", "Problem").join()).toContain(
      "Deal 0 (100) is missing from the complete export of 2025-03-10",
    );
    expect(host.importRows("opps.csv", week(ten.slice(1)), { date: "2025-03-10" })).toMatchObject({
      gone: 0,
      changed: 0,
    });
    const back = host.importRows("opps.csv", week(ten), { date: "2025-03-17" });
    expect(back.notes.join(" ")).toContain("1 deal that was gone came back");
    expect(column(host, "Import log", "Returned").at(-1)).toBe(1);
    expect(column(host, "Opportunities", "Gone Since")).toEqual(new Array(10).fill(null));
    expect(column(host, "Snapshots", "Is Gone").filter((value) => value === true)).toHaveLength(1);
  });

  it("stay as they are when more than a tenth is missing, unless the file is said to be complete", () => {
    const host = imported();
    const part = host.importRows("opps.csv", week(ten.slice(2)), { date: "2025-03-10" });
    expect(part).toMatchObject({ gone: 0, unchanged: 8 });
    expect(part.notes.join(" ")).toContain("Taken as a part");
    const answers = { "opps.csv/file/complete": "complete" };
    expect(
      host.importRows("opps.csv", week(ten.slice(2)), { date: "2025-03-10", answers }),
    ).toMatchObject({ gone: 2, questions: [] });
  });

  it("come back with a part as well, and it is said", () => {
    const host = imported();
    host.importRows("opps.csv", week(ten.slice(1)), { date: "2025-03-10" });
    const part = host.importRows("opps.csv", week(ten.slice(0, 3)), { date: "2025-03-17" });
    expect(part.notes.join(" ")).toMatch(/Taken as a part.*1 deal that was gone came back/);
  });

  it("stay as they are when the file is said to be a part", () => {
    const host = imported();
    const answers = { "opps.csv/file/complete": "part" };
    expect(
      host.importRows("opps.csv", week(ten.slice(1)), { date: "2025-03-10", answers }),
    ).toMatchObject({ gone: 0 });
  });
});

describe("snapshots", () => {
  it("hold each deal once and then only what changed", () => {
    const host = importHost();
    host.importRows("opps.csv", week(ten), { date: "2025-03-03" });
    const moved = ten.map(
      (one, at): Deal => (at < 2 ? [one[0], one[1], one[2], "1", one[4]] : one),
    );
    host.importRows("opps.csv", week(moved), { date: "2025-03-10" });
    const days = column(host, "Snapshots", "Snapshot Date");
    expect(days.filter((day) => day === 45719)).toHaveLength(10);
    expect(days.filter((day) => day === 45726)).toHaveLength(2);
    expect(host.preview("forecast").asOf).toBe("2025-03-10");
  });

  it("are not made by an import without a date", () => {
    const host = importHost();
    host.importRows("opps.csv", week(ten));
    expect(host.sheet("Snapshots")).toBeUndefined();
    // Nothing happened after the deals were made: open deals' close dates are plans.
    expect(host.preview("forecast").asOf).toBe("2024-11-05");
  });
});

describe("stages", () => {
  it("start from the CRM's own, and gain those that the data shows, with what is usual there", () => {
    const host = importHost();
    const result = host.importRows(
      "opps.csv",
      week([
        ...ten,
        ["006A00000Y", "Odd", "Legal limbo", "5", "2025-07-01"],
        ["006A00000Z", "Odder", "Gold", "5", "2025-07-01"],
      ]),
    );
    const stages = column(host, "Stages", "Stage");
    const at = stages.indexOf("Legal limbo");
    expect(stages.slice(at - 1, at + 3)).toEqual([
      ...["Negotiation/Review", "Legal limbo", "Gold", "Closed Won"],
    ]);
    // The presets' contract stages have 90 and 95 %.
    expect(column(host, "Stages", "Probability").slice(at, at + 2)).toEqual([0.93, null]);
    expect(column(host, "Stages", "Basis")[at]).toBe("Assumed 93 %, usual for this place");
    const notes = result.notes.join(" ");
    expect(notes).toContain("assumed, as is usual for their place: Legal limbo 93 %.");
    expect(notes).toContain("Without a probability until the Stages sheet gives one: Gold");
    // A later file's stage gets a row where it belongs, formatted and checked like its neighbours, and goes with an undo.
    const before = JSON.stringify(host.cells("Stages"));
    const more: Deal[] = [...ten, ["006A00001Y", "New", "Demo", "5", "2025-07-01"]];
    host.importRows("opps2.csv", week(more), { batch: "second" });
    const later = column(host, "Stages", "Stage");
    expect(later.slice(3, 6)).toEqual(["Value Proposition", "Demo", "Id. Decision Makers"]);
    const { styles = [], validations = [] } = host.sheet("Stages") ?? {};
    const row = later.indexOf("Demo") + 1;
    expect(styles[row]?.slice(0, 12)).toEqual(styles[row + 1]?.slice(0, 12));
    const isChecked = ({ area }: (typeof validations)[number]) =>
      area.column === 5 && area.row <= row + 1 && row + 1 < area.row + area.rows;
    expect(validations.some(isChecked)).toBe(true);
    host.call("revopsUndoImport");
    expect(JSON.stringify(host.cells("Stages"))).toBe(before);
  });

  it("that their names call lost, or may, are named", () => {
    const host = importHost();
    const odd = ["Declined", "On hold"].map(
      (stage, at): Deal => [`006A0000${at}X`, stage, stage, "5", "2025-07-01"],
    );
    const result = host.importRows("opps.csv", week([...ten, ...odd]));
    const [stages, statuses] = [
      column(host, "Stages", "Stage"),
      column(host, "Stages", "Status").map((status) => String(status).toLowerCase()),
    ];
    expect(statuses[stages.indexOf("Declined")]).toBe("lost");
    expect(statuses[stages.indexOf("On hold")]).toBe("open");
    const notes = result.notes.join(" ");
    expect(notes).toContain("Taken for lost because of their names: Declined.");
    expect(notes).toContain(
      "Counted as open, though their names may say that deals there are over: On hold.",
    );
  });

  it("of the CRM's own list come in with order, probability and outcome, once however often", () => {
    const host = importHost();
    const rows = [
      [
        "MasterLabel",
        "ApiName",
        "SortOrder",
        "DefaultProbability",
        "IsActive",
        "IsClosed",
        "IsWon",
      ],
      ["Pilot", "Pilot", "1", "35", "1", "0", "0"],
      ["Signed", "Closed Won", "2", "100", "1", "1", "1"],
    ];
    expect(host.importRows("OpportunityStage.csv", rows)).toMatchObject({
      table: "stages",
      read: 2,
    });
    const before = host.cells("Stages");
    const at = (label: string) => before[0]!.indexOf(label);
    expect(
      before.slice(1).map((row) => [row[at("Stage")], row[at("Probability")], row[at("Status")]]),
    ).toEqual([
      ["Pilot", 0.35, "open"],
      ["Signed", 1, "won"],
    ]);
    host.importRows("OpportunityStage.csv", rows);
    expect(host.cells("Stages")).toEqual(before);
  });

  it("that a person changed are never overwritten", () => {
    const host = importHost();
    host.importRows("opps.csv", week(ten));
    host.run(`SpreadsheetApp.getActive().getSheetByName("Stages").getRange(2, 4).setValue(0.33)`);
    host.importRows(
      "opps.csv",
      week([...ten, ["006A00000Y", "Odd", "Legal limbo", "5", "2025-07-01"]]),
    );
    expect(column(host, "Stages", "Probability")[0]).toBe(0.33);
  });
});

describe("a raw tab", () => {
  it("is imported like a file and stays as it is", () => {
    const host = importHost();
    host.run(`
      const sheet = SpreadsheetApp.getActive().insertSheet("Raw");
      sheet.getRange(1, 1, 4, 4).setValues([["Deal ID", "Deal Stage", "Amount", "Close Date"], ["D-1", "Proposal", "1,200.50", "6/30/2025"], ["D-2", "Proposal", 5, "7/1/2025"], ["D-3", "Proposal", "", ""]]);`);
    const before = JSON.stringify(host.sheet("Raw"));
    const result = host.importTab("Raw");
    expect(result).toMatchObject({ read: 3, new: 3, questions: [] });
    expect(column(host, "Opportunities", "Amount")).toEqual([1200.5, 5, null]);
    expect(column(host, "Opportunities", "Close Date")).toEqual([45838, 45839, null]);
    expect(JSON.stringify(host.sheet("Raw"))).toBe(before);
  });

  it("whose dates were swapped when pasted is asked about", () => {
    const host = importHost();
    // Day first; under a US locale 3/4/2025 became a date and 25/12/2024 stayed text.
    host.run(`
      const sheet = SpreadsheetApp.getActive().insertSheet("Raw");
      sheet.getRange(1, 1, 4, 4).setValues([["Deal ID", "Deal Stage", "Amount", "Close Date"], ["D-1", "Proposal", 1, "3/4/2025"], ["D-2", "Proposal", 5, "25/12/2024"], ["D-3", "Proposal", 6, "31/1/2025"]]);`);
    expect(host.importTab("Raw").questions.map(({ id }) => id)).toEqual([
      "Raw/Close Date/swapped dates",
    ]);
    host.importTab("Raw", { answers: { "Raw/Close Date/swapped dates": "swapped" } });
    // 2025-04-03, 2024-12-25 and 2025-01-31.
    expect(column(host, "Opportunities", "Close Date")).toEqual([45750, 45651, 45688]);
  });

  it("that is missing, or one of the add-on's own sheets, is refused", () => {
    const host = importHost();
    expect(() => host.importTab("Nowhere")).toThrow("There is no tab called Nowhere.");
    expect(() => host.importTab("Opportunities")).toThrow(/is where imports go/);
  });
});

describe("what cannot be imported", () => {
  it("leaves the spreadsheet as it was", () => {
    const host = importHost();
    const before = host.save();
    expect(() =>
      host.importRows("weather.csv", [
        ["Station", "Rain"],
        ["Oslo", "3"],
      ]),
    ).toThrow(/not recognised as a CRM export/);
    expect(host.workbook.sheets.map(({ name }) => name)).toEqual(
      JSON.parse(before).sheets.map(({ name }: { name: string }) => name),
    );
  });

  it("is listed with its row, column, value and remedy, once however often it is imported", () => {
    const host = importHost();
    const rows = [
      ["Deal ID", "Deal Stage", "Amount", "Close Date"],
      ["1.5E+14", "Proposal", "5", ""],
      ["D-2", "Proposal", "12 apples", "soon"],
    ];
    host.importRows("deals.csv", rows);
    expect(host.importRows("deals.csv", rows)).toMatchObject({ read: 2, rejected: 1 });
    const [labels, ...issues] = host.cells("Import issues");
    expect(labels?.slice(0, 7)).toEqual([
      "Table",
      "Row",
      "Column",
      "Value",
      "Problem",
      "Remedy",
      "Record left out",
    ]);
    expect(
      issues.map(([table, row, name, value, , , left]) => [table, row, name, value, left]),
    ).toEqual([
      ["Opportunities", 2, "Deal ID", "1.5E+14", true],
      ["Opportunities", 3, "Amount", "12 apples", false],
      ["Opportunities", 3, "Close Date", "soon", false],
    ]);
    host.importRows("deals.csv", [rows[0]!, ["D-2", "Proposal", "12", ""]]);
    expect(host.cells("Import issues")).toHaveLength(1);
  });

  it("a file too large for the spreadsheet is refused with the number and what to delete, before anything is written", () => {
    const host = importHost();
    host.run(`SpreadsheetApp.getActive().insertSheet("Archive").insertRowsAfter(1000, 381500)`);
    const before = contents(host);
    expect(() => host.importRows("opps.csv", week(ten))).toThrow(
      /needs [\d,]+ more cells, .*10,000,000; delete .*Archive \(9,945,000\)/,
    );
    expect(contents(host)).toBe(before);
  });

  it("waits for nobody: while another import runs it is refused", () => {
    const host = importHost();
    host.foreignLocks.add("document");
    expect(() => host.importRows("opps.csv", week(ten))).toThrow(
      /Another import or report is running/,
    );
  });
});

describe("the number of service calls", () => {
  it("stays the same as rows grow beyond a new sheet's", () => {
    const calls = [600, 3000].map((count) => {
      const host = importHost();
      const deals = Array.from(
        { length: count },
        (_, at): Deal => [`D${at}`, `Deal ${at}`, "Prospecting", "5", "2025-06-30"],
      );
      host.importRows("opps.csv", week(deals), { date: "2025-03-03" });
      host.importRows("opps.csv", week(deals.map((one) => [one[0], one[1], one[2], "6", one[4]])), {
        date: "2025-03-10",
      });
      return host.calls().length;
    });
    expect(calls[1]).toBe(calls[0]);
  });
});

it("an upload of which a part was lost is refused, not taken for the whole file", () => {
  const host = importHost();
  const rows = [
    ["Deal ID", "Deal Name", "Deal Stage", "Amount"],
    ["D1", "Acme", "Proposal", "5"],
  ];
  host.call("revopsStageRows", { token: "u", file: "deals.csv", start: 0, rows });
  host.call("revopsStageRows", {
    token: "u",
    file: "deals.csv",
    start: 4,
    rows: [["D4", "Echo", "Proposal", "6"]],
  });
  expect(
    host.call("revopsImport", { from: { token: "u" }, file: "deals.csv", answers: {} }),
  ).toMatchObject({
    ok: false,
    message: "The upload of deals.csv lacks the rows from 3 to 4; choose the file again.",
  });
  expect(host.sheet("Opportunities")).toBeUndefined();
});

it("an import cut short after its first write is finished by doing it again", () => {
  const [whole, cut] = [importHost(), importHost()];
  for (const host of [whole, cut]) host.importRows("opps.csv", week(ten), { date: "2025-03-03" });
  // As if the run had ended before snapshots and log were written.
  cut.run(`
    for (const name of ["Snapshots", "Import log"]) book.deleteSheet(book.getSheetByName(name));`);
  cut.importRows("opps.csv", week(ten), { date: "2025-03-03" });
  for (const name of ["Opportunities", "Snapshots"])
    expect(cut.cells(name)).toEqual(whole.cells(name));
});

it("what was imported is read back as the same civil days, whatever the script's and the spreadsheet's zones are", () => {
  const host = importHost({
    timeZone: "Pacific/Auckland",
    manifest: { timeZone: "America/Los_Angeles" },
  });
  host.importRows("opps.csv", week(ten));
  const { asOf, report } = host.preview("forecast", { period: "2025-Q2" });
  // The deals' created day is the latest event.
  expect(asOf).toBe("2024-11-05");
  const largest = report?.sections.find(({ id }) => id === "largest_deals");
  const deals = largest?.table?.rows.map(({ cells }) => [cells.close, cells.amount]);
  expect(deals).toContainEqual([Date.UTC(2025, 5, 30) / 86_400_000, 100]);
});
