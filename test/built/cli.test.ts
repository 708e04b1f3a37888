import { spawn, spawnSync } from "node:child_process";
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { text } from "node:stream/consumers";
import { afterAll, describe, expect, it, vi } from "vitest";
import { reports } from "../../src/reports/catalog.ts";
import { mistakeOf } from "../../workbench/cli/mistake.ts";
import { runCommand } from "../../workbench/cli/runCommand.ts";

const project = resolve(import.meta.dirname, "../..");
const folder = mkdtempSync(join(tmpdir(), "cli-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

type Ended = { status: number | null; out: string; err: string };

/** The command as a program of its own: its start, its status, what it reads and writes. */
function program(args: string[], input = ""): Ended {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ["--import", "tsx", join(project, "workbench/cli.ts"), ...args],
    {
      cwd: project,
      encoding: "utf8",
      input,
    },
  );
  return { status, out: stdout, err: stderr };
}

/** The same without the start of a program, which takes longer than most commands. */
async function revops(args: string[]): Promise<Ended> {
  const written = { log: "", error: "" };
  const watched = (["log", "error"] as const).map((stream) =>
    vi.spyOn(console, stream).mockImplementation((text: string) => {
      written[stream] += `${text}\n`;
    }),
  );
  let status = 0;
  try {
    await runCommand(args);
  } catch (error) {
    const sentence = mistakeOf(error);
    if (sentence === undefined) throw error;
    console.error(sentence);
    status = 2;
  } finally {
    for (const one of watched) one.mockRestore();
  }
  return { status, out: written.log, err: written.error };
}

const file = (name: string, text: string) => {
  writeFileSync(join(folder, name), text);
  return join(folder, name);
};

const deals = file(
  "opportunities.csv",
  `"Opportunity ID","Opportunity Name","Opportunity Owner","Stage","Amount","Close Date","Created Date","Probability (%)"
"006A","Acme renewal","Ada","Negotiation","40000","2026-02-10","2025-12-01","80"
"006B","Beta, new","Ben","Closed Won","25000","2026-01-20","2025-11-11","100"
"006C","=HYPERLINK(""x"")","Ada","Closed Lost","9000","2026-01-30","2025-11-01","0"
`,
);

const jsonLines = (out: string) =>
  out
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line));

type ReportData = {
  name: string;
  asOf: string;
  period: string;
  figures: { id: string; value: unknown }[];
  text?: string;
};
const figuresOf = ({ figures }: ReportData) =>
  Object.fromEntries(figures.map(({ id, value }) => [id, value]));

describe("revops", () => {
  it("explains itself, each command too", async () => {
    const all = program(["--help"]);
    expect(all).toMatchObject({ status: 0, err: "" });
    for (const args of [["help"], []]) expect(await revops(args)).toEqual(all);
    for (const args of [
      ["eval", "--help"],
      ["import", "--help"],
      ["report", "forecast", "--period", "FY2017", "-h"],
    ]) {
      const { out, status } = await revops(args);
      expect(status).toBe(0);
      expect(out.startsWith(`revops ${args[0]} `)).toBe(true);
      expect(all.out).toContain(out.trim());
    }
  });

  it("answers a mistake with one sentence on standard error and status 2", async () => {
    expect(program(["repot"])).toEqual({
      status: 2,
      out: "",
      err: 'There is no command "repot"; choose from eval, import, report.\n',
    });
    // Two files, neither of which can be read: their reasons first.
    const bad = await revops([
      "report",
      "quota",
      "--data",
      file("x.csv", "a\n1\n"),
      "--data",
      file("y.csv", ""),
    ]);
    expect(bad.status).toBe(2);
    expect(
      bad.err
        .trimEnd()
        .split("\n")
        .map((line) => line.slice(0, 6)),
    ).toEqual(["x.csv ", "y.csv ", "None o"]);
  });

  it("evaluates formulas from arguments or standard input, one JSON line each", async () => {
    const { out, status, err } = program(
      ["eval"],
      '=COVERAGE(300000,100000)\r\n=COVERAGE("x",1)\n\n={1,2;3,4}\n=DATE(2026,1,31)\n=COVERAGE(1,0)\n=DATE(2026,1,31)+0.5\n=NO_SUCH(1)\n1+1\n=TRUE',
    );
    expect({ status, err }).toEqual({ status: 0, err: "" });
    const lines = jsonLines(out);
    expect(lines[0]).toEqual({ formula: "=COVERAGE(300000,100000)", value: 3 });
    expect(lines[1]).toEqual({
      formula: '=COVERAGE("x",1)',
      error: expect.stringContaining("pipeline"),
    });
    expect(lines.slice(2, 6).map(({ value }) => value)).toEqual([
      [
        [1, 2],
        [3, 4],
      ],
      "2026-01-31",
      null,
      "2026-01-31T12:00:00",
    ]);
    expect(Object.keys(lines[6])).toEqual(["formula", "error"]);
    expect(lines.slice(7)).toEqual([
      { formula: "1+1", value: 2 },
      { formula: "=TRUE", value: true },
    ]);
    expect(jsonLines((await revops(["eval", "=1+1", "=2+2"])).out)).toEqual([
      { formula: "=1+1", value: 2 },
      { formula: "=2+2", value: 4 },
    ]);
  });

  it("waits for formulas that come late on standard input", async () => {
    const cli = join(project, "workbench/cli.ts");
    const child = spawn(process.execPath, ["--import", "tsx", cli, "eval"], { cwd: project });
    const out = text(child.stdout);
    // Later than the program needs to start, so that it finds the pipe open and empty.
    setTimeout(() => child.stdin.end("=1+2\n"), 4000);
    expect(jsonLines(await out)).toEqual([{ formula: "=1+2", value: 3 }]);
  });

  it("evaluates in a workbook that holds data, settings and the as-of date", async () => {
    const { out } = await revops([
      "eval",
      "--data",
      deals,
      "--as-of",
      "2026-02-01",
      '=SUM(FILTER(Opportunities!A2:Z, Opportunities!A1:Z1="Amount"))',
      "=REVOPS_AS_OF",
      "=Opportunities!B4",
    ]);
    expect(jsonLines(out).map(({ value }) => value)).toEqual([
      74_000,
      "2026-02-01",
      '=HYPERLINK("x")',
    ]);
  });

  it("imports twice without a change and keeps the workbook", async () => {
    const workbook = join(folder, "book.json");
    const args = ["import", `${deals}@2026-02-01`, "--workbook", workbook, "--json"];
    const { out, err } = await revops(args);
    expect(err).toBe("");
    expect(JSON.parse(out).imports).toMatchObject([
      { table: "opportunities", source: "salesforce", read: 3, new: 3, changed: 0, rejected: 0 },
    ]);
    expect(JSON.parse((await revops(args)).out).imports).toMatchObject([
      { read: 3, new: 0, changed: 0, unchanged: 3, gone: 0 },
    ]);
    const again = await revops(["import", deals, "--workbook", workbook]);
    expect(again.out).toContain("read 3, new 0, changed 0, unchanged 3, gone 0, rejected 0");
    expect(again.out).toContain("Opportunity Owner -> owner");
  });

  it("leaves an unanswered field blank and takes the answer from a file", async () => {
    // Both dates could be January or another month's first days: nothing decides the order.
    const unclear = file(
      "unclear.csv",
      "Opportunity ID,Opportunity Name,Stage,Amount,Close Date\n006A,Acme,Proposal,1000,01/02/2026\n006B,Beta,Proposal,2000,03/04/2026\n",
    );
    const workbook = join(folder, "unclear.json");
    const asked = JSON.parse(
      (await revops(["import", unclear, "--json", "--workbook", workbook])).out,
    );
    expect(asked.questions).toHaveLength(1);
    const [{ id, options }] = asked.questions;
    const closeDates = async (book: string) =>
      jsonLines((await revops(["eval", "--workbook", book, "=Opportunities!E1:E3"])).out)[0].value;
    const none = await closeDates(workbook);
    expect(none[0]).not.toEqual(["Close Date"]);
    expect(none.flat().join(" ")).not.toContain("2026-");
    const dayFirst = options.find(({ value }: { value: string }) => value === "DMY");
    const answers = file("answers.json", JSON.stringify({ [id]: dayFirst.value }));
    const answered = await revops([
      "import",
      unclear,
      "--json",
      "--workbook",
      workbook,
      "--answers",
      answers,
    ]);
    expect(JSON.parse(answered.out).questions).toEqual([]);
    expect(await closeDates(workbook)).toEqual([["Close Date"], ["2026-02-01"], ["2026-04-03"]]);
  });

  it("says which answers it could not use", async () => {
    const unclear = file(
      "order.csv",
      "Opportunity ID,Opportunity Name,Stage,Amount,Close Date\n006A,Acme,Proposal,1000,01/02/2026\n",
    );
    const answers = {
      "order.csv/Close Date/date order": "day first",
      "x.csv/file/complete": "part",
    };
    const imported = await revops([
      "import",
      unclear,
      "--answers",
      file("idle.json", JSON.stringify(answers)),
    ]);
    expect(imported.status).toBe(0);
    expect(imported.err.trim().split("\n")).toEqual([
      'The answer "day first" to "order.csv/Close Date/date order" was not taken; expected one of "MDY", "DMY".',
      'The answer to "x.csv/file/complete" belongs to no file of this import.',
    ]);
  });

  it("imports the good files of a folder and names the others", async () => {
    const mixed = join(folder, "mixed");
    mkdirSync(mixed);
    copyFileSync(deals, join(mixed, "deals.csv"));
    file("mixed/notes.csv", "a,b\n1,2\n");
    const imported = await revops(["import", mixed]);
    expect(imported.status).toBe(0);
    expect(imported.out).toContain("notes.csv is not recognised");
    const reported = await revops([
      "report",
      "forecast",
      "--data",
      `${mixed}@2026-02-01`,
      "--json",
    ]);
    expect(reported.status).toBe(0);
    expect(reported.err).toMatch(/^notes\.csv is not recognised.*\n$/);
    expect(JSON.parse(reported.out)).toHaveLength(1);
  });

  it("runs a report as data, as text and as a workbook", async () => {
    const book = join(folder, "out.xlsx");
    const { out, status, err } = program([
      "report",
      "forecast",
      "--data",
      `${deals}@2026-02-01`,
      "--json",
      "--out",
      book,
    ]);
    expect({ status, err }).toEqual({ status: 0, err: "" });
    const [report] = JSON.parse(out);
    expect(report).toMatchObject({ name: "forecast", asOf: "2026-02-01", period: "2026-Q1" });
    // 25,000 won; 40,000 open at 80 %.
    expect(figuresOf(report)).toMatchObject({
      won: 25000,
      open_pipeline: 40000,
      weighted_open: 32000,
      expected: 57000,
      quota: null,
      coverage: null,
    });
    expect(readFileSync(book).subarray(0, 2).toString()).toBe("PK");
    const text = (await revops(["report", "forecast", "--data", `${deals}@2026-02-01`])).out;
    expect(text).toContain("as of 2026-02-01");
  });

  it("runs all reports, of another day and period", async () => {
    const { out } = await revops([
      "report",
      "all",
      "--data",
      deals,
      "--as-of",
      "2026-01-25",
      "--period",
      "2026-01",
      "--json",
    ]);
    const all: ReportData[] = JSON.parse(out);
    expect(all.map(({ asOf, period }) => [asOf, period])).toEqual(
      all.map(() => ["2026-01-25", "2026-01"]),
    );
    expect(all).toHaveLength(reports.length);
    // Alerts looks at what the others logged, so it comes behind them.
    expect(all.at(-1)?.name).toBe("alerts");
    expect(figuresOf(all[0] as ReportData)).toMatchObject({ won: 25000, open_pipeline: 0 });
  });

  it("takes the month or the year that holds the as-of date", async () => {
    const periods: string[] = [];
    for (const grain of ["month", "quarter", "year"]) {
      const { out } = await revops([
        "report",
        "forecast",
        "--data",
        deals,
        "--as-of",
        "2026-01-25",
        "--grain",
        grain,
        "--json",
      ]);
      periods.push((JSON.parse(out)[0] as ReportData).period);
    }
    expect(periods).toEqual(["2026-01", "2026-Q1", "FY2026"]);
  });

  it("leaves no as-of date behind in the workbook", async () => {
    const workbook = join(folder, "asof.json");
    await revops(["import", `${deals}@2026-02-01`, "--workbook", workbook]);
    const dated = ["--workbook", workbook, "--as-of", "2026-01-21"];
    expect(jsonLines((await revops(["eval", ...dated, "=REVOPS_AS_OF"])).out)[0].value).toBe(
      "2026-01-21",
    );
    expect(JSON.parse((await revops(["report", "forecast", ...dated, "--json"])).out)[0].asOf).toBe(
      "2026-01-21",
    );
    const [undated] = JSON.parse(
      (await revops(["report", "forecast", "--workbook", workbook, "--json"])).out,
    );
    expect(undated.asOf).toBe("2026-02-01");
  });

  it("applies dated imports in the order of their dates and takes the newest as the as-of date", async () => {
    const later = file("later.csv", readFileSync(deals, "utf8").replace('"40000"', '"55000"'));
    const { out } = await revops([
      "report",
      "forecast",
      "--data",
      `${later}@2026-02-08`,
      "--data",
      `${deals}@2026-02-01`,
      "--json",
    ]);
    const [report] = JSON.parse(out);
    expect(report.asOf).toBe("2026-02-08");
    expect(figuresOf(report)).toMatchObject({ open_pipeline: 55000 });
  });

  it("takes the latest event as the as-of date of undated data", async () => {
    const [report] = JSON.parse(
      (await revops(["report", "forecast", "--data", deals, "--json"])).out,
    );
    // The last closed deal of the file; the open one's date is a plan.
    expect(report.asOf).toBe("2026-01-30");
  });
});
