import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, describe, expect, it } from "vitest";

const project = resolve(import.meta.dirname, "../..");
const folder = mkdtempSync(join(tmpdir(), "cli-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function revops(args: string[], input = ""): { status: number | null; out: string; err: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, ["--import", "tsx", join(project, "workbench/cli.ts"), ...args], {
    cwd: project,
    encoding: "utf8",
    input,
  });
  return { status, out: stdout, err: stderr };
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

describe("revops", () => {
  it("explains itself and refuses a mistake with one sentence and status 2", () => {
    expect(revops(["--help"])).toMatchObject({ status: 0, err: "" });
    expect(revops(["report", "--help"]).out).toContain("--period");
    expect(revops(["repot"])).toMatchObject({ status: 2, out: "", err: 'There is no command "repot"; choose from eval, import, report.\n' });
    expect(revops(["report", "weather"]).err).toMatch(/^There is no report "weather"; choose from forecast.*\n$/);
    expect(revops(["import", join(folder, "nothing.csv")])).toMatchObject({ status: 2 });
  });

  it("evaluates formulas from arguments or standard input, one JSON line each", () => {
    const { out, status } = revops(["eval"], '=COVERAGE(300000,100000)\n=COVERAGE("x",1)\n={1,2;3,4}\n=DATE(2026,1,31)\n=COVERAGE(1,0)\n');
    expect(status).toBe(0);
    const lines = out.trim().split("\n").map((line) => JSON.parse(line));
    expect(lines[0]).toEqual({ formula: "=COVERAGE(300000,100000)", value: 3 });
    expect(Object.keys(lines[1])).toEqual(["formula", "error"]);
    expect(lines[2].value).toEqual([[1, 2], [3, 4]]);
    expect(lines[3].value).toBe("2026-01-31");
    expect(lines[4].value).toBeNull();
  });

  it("imports twice without a change, keeps the workbook, and sees the data in formulas", () => {
    const workbook = join(folder, "book.json");
    const first = JSON.parse(revops(["import", `${deals}@2026-02-01`, "--workbook", workbook, "--json"]).out).imports[0];
    expect(first).toMatchObject({ table: "opportunities", read: 3, new: 3, changed: 0, rejected: 0 });
    const second = JSON.parse(revops(["import", `${deals}@2026-02-01`, "--workbook", workbook, "--json"]).out).imports[0];
    expect(second).toMatchObject({ read: 3, new: 0, changed: 0, unchanged: 3, gone: 0 });
    const { out } = revops(["eval", "--workbook", workbook, "=SUM(Opportunities!E2:E)+SUM(Opportunities!F2:F)", "=Opportunities!B4", "=REVOPS_AS_OF"]);
    const lines = out.trim().split("\n").map((line) => JSON.parse(line));
    expect(lines[1].value).toBe('=HYPERLINK("x")');
  });

  it("runs a report as data and as a workbook", () => {
    const book = join(folder, "out.xlsx");
    const { out, status } = revops(["report", "forecast", "--data", `${deals}@2026-02-01`, "--json", "--out", book]);
    expect(status).toBe(0);
    const [report] = JSON.parse(out);
    const figures = Object.fromEntries(report.figures.map((figure: { id: string; value: unknown }) => [figure.id, figure.value]));
    expect(figures).toMatchObject({ won: 25000, open_pipeline: 40000, weighted_open: 32000, expected: 57000, quota: null, coverage: null });
  });
});
