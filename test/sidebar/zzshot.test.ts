import { writeFileSync, readFileSync, readdirSync } from "node:fs";
import { it } from "vitest";
import { addonHost } from "/work/main/test/addon/addonHost.ts";
import { sidebarPage } from "/work/main/test/sidebar/sidebarPage.ts";
const css = readdirSync("sidebar/style").map((f) => readFileSync("sidebar/style/" + f, "utf8")).join("\n");
it("shots", async () => {
  const host = addonHost();
  host.ask("revopsSample");
  if (!host.sheet("Leads")) host.person(`
    const sheet = book.insertSheet("Leads");
    const rows = [["Lead ID","Last Name","Company","Employees","Title","Email"]];
    for (let i=0;i<40;i++) rows.push(["L"+i,"Name"+i,"Company "+i,[5,60,150,1200][i%4],["VP Sales","Student","Manager","CEO"][i%4],"a@"+(i%3?"acme.example":"gmail.com")]);
    sheet.getRange(1, 1, rows.length, rows[0].length).setValues(rows);`);
  const dump = (page: any, name: string) => {
    for (const c of page.document.querySelectorAll("input")) { c.setAttribute("value", c.value); if (c.checked) c.setAttribute("checked", ""); }
    for (const c of page.document.querySelectorAll("select")) for (const o of c.options) if (o.selected) o.setAttribute("selected", "");
    for (const d of page.document.querySelectorAll("style")) d.remove();
    writeFileSync(`/tmp/shots/${name}.html`, `<!doctype html><meta charset=utf-8><style>${css}</style>` + page.document.body.outerHTML);
  };
  const sleep = (n: number) => new Promise((r) => setTimeout(r, n));
  for (const p of ["stages", "scoring", "calendar", "context"]) {
    const page = await sidebarPage(host, "#" + p); await sleep(3000); await page.until(() => page.document.querySelector(".save"));
    await sleep(1500);
    if (p === "scoring") { page.type("MQL threshold", "10"); page.type("Least engagement points", "0"); await sleep(1500); page.document.querySelectorAll("details").forEach((d: any) => d.setAttribute("open", "")); }
    if (p === "context") { page.type("Go-to-market motion", "product-led"); await sleep(1500); }
    dump(page, p);
    if (p === "stages") { page.document.querySelector<HTMLElement>('[aria-label^="Edit Proposal"]')?.click(); page.type("Probability", "70%"); await sleep(1500); dump(page, "stageForm"); }
    if (p === "scoring") { page.document.querySelectorAll<HTMLElement>('[aria-label^="Edit "]')[2]?.click(); dump(page, "ruleForm"); }
  }
}, 60000);
