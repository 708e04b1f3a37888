import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { reports } from "../../src/reports/catalog.ts";
import { opportunities } from "../../src/tables/opportunities.ts";
import type { WorkbookData } from "../../workbench/host/workbook.ts";
import { openTestPage, type SheetTab, type TestPage } from "../browser/page.ts";
import { Sidebar } from "../browser/sidebar.ts";
import { duration, median } from "./measure.ts";
import type { Page } from "./page.ts";

const ROOT = resolve(import.meta.dirname, "../..");
/** In milliseconds; the bench measures also where a test would have given up. */
const PATIENCE = 300_000;
const EDITS = 5;
const WHEEL_TURNS = 40;

/** What a person waits for at the spreadsheet page, in Chromium. */
export async function pageBench(page: Page, company: WorkbookData): Promise<void> {
  const sheet = company.sheets.find(({ name }) => name === opportunities.sheet);
  const deals = ((sheet?.values.length ?? 1) - 1).toLocaleString("en");
  page.section("The spreadsheet page in Chromium", ["what", "time"]);
  const opened = await openTestPage(company);
  try {
    const at = (what: string, ms: number) => page.row(what, duration(ms));
    at("`npm start` to the usable page, cold", await waitedFor(() => startAndOpen(opened)));
    opened.context.setDefaultTimeout(PATIENCE);
    // What the loader of TypeScript wraps functions in is not known to the browser.
    await opened.context.addInitScript("globalThis.__name = (made) => made");
    await opened.tab.page.close();
    let tab = opened.tab;
    at(
      `Open the page, ${deals} deals`,
      await waitedFor(async () => {
        tab = await opened.open();
      }),
    );
    at(`Open the tab of ${deals} deals`, await waitedFor(() => showDeals(tab)));
    at("Longest of 95 % of the frames while it scrolls", await frameWhileScrolling(tab));
    at("Edit in a cell to the recalculated function beside it", await edit(tab));
    for (const report of reports)
      at(
        `Click on ${report.title} to the finished sheet`,
        await waitedFor(async () => tab.filled("A2", await tab.runReport(report))),
      );
    await openSidebar(page, tab);
  } finally {
    await opened.stop();
  }
}

async function waitedFor(action: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await action();
  return performance.now() - start;
}

/** In a folder and a browser tab of its own. */
async function startAndOpen({ context }: TestPage): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "revops-"));
  const program = [join(ROOT, "workbench/start.ts"), "--port", "0"];
  const child = spawn(join(ROOT, "node_modules/.bin/tsx"), program, {
    cwd: folder,
    stdio: ["ignore", "pipe", "ignore"],
  });
  try {
    let said = "";
    const address = await new Promise<string>((found, failed) => {
      child.on("exit", () => failed(new Error(`npm start has ended: ${said}`)));
      child.stdout.on("data", (text) => {
        said += text;
        const [url] = /http:\/\/127\.0\.0\.1:\d+\//.exec(said) ?? [];
        if (url !== undefined) found(url);
      });
    });
    const tab = await context.newPage();
    await tab.goto(address);
    await tab.waitForSelector(".o-grid canvas");
    await tab.close();
  } finally {
    child.kill();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function showDeals(tab: SheetTab): Promise<void> {
  await tab.activate(opportunities.sheet);
  await tab.filled("A2", opportunities.sheet);
  await tab.drawn();
}

async function frameWhileScrolling({ page }: SheetTab): Promise<number> {
  await page.mouse.move(600, 400);
  const frames = page.evaluate(
    (turns) =>
      new Promise<number[]>((done) => {
        const times: number[] = [];
        let last = performance.now();
        const next = (now: number): void => {
          times.push(now - last);
          last = now;
          if (times.length < turns) requestAnimationFrame(next);
          else done(times.sort((a, b) => a - b));
        };
        requestAnimationFrame(next);
      }),
    WHEEL_TURNS,
  );
  for (let turn = 0; turn < WHEEL_TURNS; turn++) await page.mouse.wheel(0, 600);
  const sorted = await frames;
  return sorted[Math.floor(sorted.length * 0.95)] ?? 0;
}

async function edit(tab: SheetTab): Promise<number> {
  await tab.page.locator(".o-add-sheet").click();
  await tab.arrives("Sheet");
  await tab.type("B1", "=COVERAGE(A1,100)");
  const times: number[] = [];
  for (let turn = 1; turn <= EDITS; turn++) {
    await tab.click("A1");
    // The component loses its place when the next key comes before the first one is drawn.
    for (const digit of String(turn * 100)) {
      await tab.page.keyboard.press(digit);
      await tab.drawn();
    }
    times.push(
      await waitedFor(async () => {
        await tab.page.keyboard.press("Enter");
        await tab.shows("B1", String(turn));
      }),
    );
  }
  return median(times);
}

async function openSidebar(page: Page, tab: SheetTab): Promise<void> {
  const wire = await tab.page.context().newCDPSession(tab.page);
  let [calls, bytes] = [0, 0];
  const count = ({ response: { payloadData } }: { response: { payloadData: string } }): void => {
    if (payloadData.startsWith('{"type":"call"')) calls += 1;
    else if (payloadData.startsWith('{"type":"reply"')) bytes += Buffer.byteLength(payloadData);
  };
  wire.on("Network.webSocketFrameSent", count);
  wire.on("Network.webSocketFrameReceived", count);
  await wire.send("Network.enable");
  const sidebar = new Sidebar(tab);
  const ms = await waitedFor(async () => {
    await tab.menu("RevOps", "Start");
    await sidebar.settled();
  });
  page.row(`Sidebar open: calls ${calls}, bytes ${bytes.toLocaleString("en")}`, duration(ms));
}
