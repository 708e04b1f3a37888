import { spawnSync } from "node:child_process";
import { join, resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { csv } from "../reports/dataSets.ts";

const project = resolve(import.meta.dirname, "../..");
const data = process.env.REVOPS_DATA;

type Row = { key: string; cells: Record<string, string | number | undefined> };
type Json = {
  answer: string;
  figures: { id: string; value?: number }[];
  sections: { id: string; table?: { rows: Row[] }; findings?: { id: string }[] }[];
};

/** Open deals of this CRM tell an owner, a stage and a start, half of them not even that. */
describe.skipIf(!data)("deal risk of Maven's CRM on the command line", () => {
  it("shows what it was not told as unknown: blank, neither zero nor safe", () => {
    const { status, stdout } = spawnSync(
      process.execPath,
      [
        ...["--import", "tsx", join(project, "workbench/cli.ts"), "report", "deal-risk"],
        ...["--data", join(data ?? "", "maven_crm"), "--json"],
      ],
      { cwd: project, encoding: "utf8", maxBuffer: 1e8 },
    );
    expect(status).toBe(0);
    const [run] = JSON.parse(stdout) as (Json & { report?: Json })[];
    const report = run?.report ?? run;
    const lines = csv("maven_crm/sales_pipeline.csv");
    const open = lines.filter((line) => !/^(Won|Lost)$/.test(line.deal_stage ?? ""));
    const rowsOf = (id: string) =>
      report?.sections.find((section) => section.id === id)?.table?.rows ?? [];

    // Nine of the ten factors have no column, so nobody is said to have none of them.
    for (const { key, cells } of rowsOf("themes")) {
      if (key === "age") continue;
      expect(cells).toMatchObject({ unknown: open.length });
      expect([cells.deals ?? undefined, cells.value ?? undefined]).toEqual([undefined, undefined]);
    }
    const silent = open.filter((line) => line.engage_date === "");
    expect(silent.length).toBeGreaterThan(100);
    expect(rowsOf("themes").find(({ key }) => key === "age")?.cells.unknown).toBe(silent.length);

    const deals = new Map(rowsOf("deals").map((row) => [row.key, row.cells]));
    expect(deals.size).toBe(open.length);
    for (const line of silent) {
      const cells = deals.get(line.opportunity_id ?? "");
      expect(cells?.level).toBe("Unknown");
      expect(cells?.score ?? undefined).toBeUndefined();
    }
    // Without amounts there is no money at risk, which is not the same as none.
    const figure = (id: string) => report?.figures.find((one) => one.id === id)?.value;
    expect(figure("money_at_risk") ?? undefined).toBeUndefined();
    expect(figure("confidence")).toBeLessThan(0.25);
    expect(report?.answer).toContain("of what the risk factors weigh is known");
  }, 240_000);
});
