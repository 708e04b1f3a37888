import { it } from "vitest";
import { importHost } from "/work/main/test/addon/importHost.ts";
it("tries", async () => {
  const host = importHost();
  const D = "/work/shared/data/sales_wave/";
  for (const f of ["Opportunity.csv", "Opportunity.csv", "OpportunityHistory.csv", "User.csv", "Manager.csv", "Quota.csv", "Task.csv", "Event.csv"]) {
    const t = performance.now();
    const r = await host.importFile(D + f, f === "Opportunity.csv" ? { date: "2017-06-01" } : {});
    const { mapping, issues, ...rest } = r;
    console.log(JSON.stringify(rest), issues.length, Math.round(performance.now() - t), host.calls().filter((c: any) => c.counted !== false).length);
  }
  console.log(host.printCalls().slice(0, 3000));
  for (const s of host.workbook.sheets) console.log(s.name, s.rows, s.columns, s.hidden, JSON.stringify(host.cells(s.name).slice(0, 2)).slice(0, 600));
  console.log(host.workbook.namedRanges.map((n) => n.name + " " + JSON.stringify(n.area)).join("\n"));
  console.log(host.run("return asOfNow()"));
});
