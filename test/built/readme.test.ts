import { execFileSync } from "node:child_process";
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { describe, expect, it } from "vitest";

const project = resolve(import.meta.dirname, "../..");
const pages = [
  "README.md",
  "CHANGELOG.md",
  ...readdirSync(join(project, "docs")).flatMap((name) =>
    name.endsWith(".md") ? `docs/${name}` : [],
  ),
];
const text = (page: string) => readFileSync(join(project, page), "utf8");
const cli = join(project, "workbench/cli.ts");

/** Three deals as Salesforce exports them; their amounts are what the README adds up. */
const EXPORT = `Opportunity ID,Opportunity Name,Opportunity Owner,Stage,Amount,Close Date,Created Date,Probability (%)
0061t00000AbCdE,Acme - New,Ann Lee,Proposal/Price Quote,"40,000",3/31/2026,1/5/2026,75
0061t00000AbCdF,Bolt - Renewal,Bo Day,Negotiation/Review,"15,000",2/28/2026,12/15/2025,90
0061t00000AbCdG,Core - New,Ann Lee,Qualification,"10,000",4/15/2026,1/20/2026,10
`;

describe("the README", () => {
  it.each(pages)("%s links to files that are there", (page) => {
    const links = [...text(page).matchAll(/\]\(([^)#:]+)\)/g)].map(([, link = ""]) => link);
    const missing = links.filter((link) => !existsSync(join(project, page, "..", link)));
    expect(missing).toEqual([]);
  });

  it("shows what the command line really prints", () => {
    const [, shown = "", output = ""] =
      text("README.md").match(/\$ npm run -s revops -- (eval '[^\n]*)\n([\s\S]*?)\n\n/) ?? [];
    const command = `"${process.execPath}" --import tsx workbench/cli.ts ${shown}`;
    const printed = execFileSync("sh", ["-c", command], { cwd: project, encoding: "utf8" });
    expect(printed.trimEnd()).toBe(output);
    expect(output.split("\n").length).toBeGreaterThan(2);
  });

  it("shows what becomes of an export, from import to workbook", () => {
    const folder = mkdtempSync(join(tmpdir(), "readme-"));
    mkdirSync(join(folder, "exports"));
    writeFileSync(join(folder, "exports/opportunities.csv"), EXPORT);
    const shown = [
      ...text("README.md").matchAll(
        /\$ npm run -s revops -- ((?:\S+ )+?--workbook [^\n]*|import [^\n]*)\n([^$`]*)/g,
      ),
    ];
    expect(shown.map(([, command = ""]) => command.split(" ")[0])).toEqual([
      "import",
      "eval",
      "report",
    ]);
    for (const [, command, output = ""] of shown) {
      const run = `"${process.execPath}" --import "${import.meta.resolve("tsx")}" "${cli}" ${command}`;
      const printed = execFileSync("sh", ["-c", run], { cwd: folder, encoding: "utf8" });
      // Of the report the README shows the command alone.
      if (output.trim() !== "") expect(printed.trimEnd()).toBe(output.trimEnd());
    }
    expect(existsSync(join(folder, "forecast.xlsx"))).toBe(true);
    rmSync(folder, { recursive: true });
  });

  it.each(pages)("%s names folders and files of the project that are there", (page) => {
    const named = [...text(page).matchAll(/`((?:src|sidebar|workbench|test|docs)\/[\w./-]+)`/g)];
    const missing = named.flatMap(([, path = ""]) =>
      existsSync(join(project, path)) ? [] : [path],
    );
    expect(missing).toEqual([]);
  });

  it("names scripts that package.json has", () => {
    const { scripts } = JSON.parse(text("package.json"));
    const named = [...text("README.md").matchAll(/npm run (?:-s )?(\w+)/g)].map(([, name]) => name);
    expect(named.length).toBeGreaterThan(4);
    expect(named.filter((name) => !((name as string) in scripts))).toEqual([]);
  });
});
