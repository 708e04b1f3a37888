import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it, vi } from "vitest";
import { mistakeOf } from "../../workbench/cli/mistake.ts";
import { runCommand } from "../../workbench/cli/runCommand.ts";

const folder = mkdtempSync(join(tmpdir(), "mistakes-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const file = (name: string, text: string) => {
  writeFileSync(join(folder, name), text);
  return join(folder, name);
};

const deals = file(
  "deals.csv",
  "Opportunity ID,Opportunity Name,Stage,Amount,Close Date\n006A,Acme,Proposal,1000,2026-02-10\n",
);

describe("the command line", () => {
  // Each: what is typed, and the one sentence that answers it.
  const elsewhere = join(folder, "no", "such", "place");
  it.each<[string[], RegExp]>([
    [["repot"], /^There is no command "repot"; choose from eval, import, report\.$/],
    [["report"], /^report needs a name: .* or all\.$/],
    [["report", "weather"], /^There is no report "weather"; choose from forecast/],
    [["report", "quota", "--speed"], /^--speed is no option of this command/],
    [
      ["report", "quota", "--as-of", "2026-02-30"],
      /^--as-of takes a date like 2026-01-31; got "2026-02-30"\.$/,
    ],
    [
      ["report", "quota", "--grain", "week"],
      /^--grain takes month, quarter or year; got "week"\.$/,
    ],
    [
      ["report", "quota", "--grain", "month", "--period", "2026-Q1"],
      /^--period names a period, so --grain has nothing to say; leave one out\.$/,
    ],
    [
      ["report", "quota", "--period", "2026-Q5"],
      /^--period takes one like 2017-Q2, 2017-06, FY2017 or 2017; got "2026-Q5"\.$/,
    ],
    [["report", "quota", "--json", "--text"], /^--json and --text exclude one another\.$/],
    [["report", "quota", "--out", "book.ods"], /^--out writes an \.xlsx file; got "book\.ods"\.$/],
    [
      ["report", "quota", "--out", join(elsewhere, "x.xlsx")],
      /^--out cannot write .*: there is no folder ".*place"\.$/,
    ],
    [["report", "quota", "--workbook", folder], /^--workbook cannot write .*: it is a folder\.$/],
    [["report", "quota"], /^.*no CRM data for this yet.*$/],
    [
      ["report", "quota", "--data", `${deals}@2026-13-01`],
      /^"2026-13-01" behind ".*" is no date; write it like 2026-01-31\.$/,
    ],
    [
      ["report", "quota", "--data", join(folder, "none.csv")],
      /^There is no file or folder ".*none\.csv"\.$/,
    ],
    [
      ["report", "quota", "--data", file("other.csv", "a,b\n1,2\n")],
      /^other\.csv is not recognised as a CRM export/,
    ],
    [
      ["report", "quota", "--data", file("broken.xlsx", "\u0000\u0001\u0002")],
      /^broken\.xlsx .*\.$/,
    ],
    [["report", "quota", "--data", file("empty.csv", "")], /^empty\.csv is empty/],
    [["import"], /^import needs at least one file or folder/],
    [["import", deals, "--workbook", deals], /^.* is no workbook that this command saved/],
    [
      ["import", deals, "--answers", join(folder, "none.json")],
      /^".*none\.json" does not exist\.$/,
    ],
    [
      ["import", deals, "--answers", file("answers.txt", "yes")],
      /^The answers in .* are no JSON: /,
    ],
    [
      ["import", deals, "--answers", file("list.json", "[]")],
      /^The answers in .* must be a JSON object/,
    ],
    [["eval", "--data"], /^--data needs a value behind it\.$/],
  ])("answers the mistake %j with one sentence", async (args, sentence) => {
    const printed = vi.spyOn(console, "log");
    const error: unknown = await runCommand(args).catch((refused: unknown) => refused);
    const said = mistakeOf(error) ?? "";
    expect(said).toMatch(sentence);
    expect(said).not.toContain("\n");
    expect(printed).not.toHaveBeenCalled();
    printed.mockRestore();
  });

  it("passes on a fault of ours as it is", () => {
    expect(mistakeOf(new TypeError("x is undefined"))).toBeUndefined();
    expect(mistakeOf(undefined)).toBeUndefined();
  });
});
