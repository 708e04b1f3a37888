import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import vm from "node:vm";
import { gzipSync } from "node:zlib";
import { duration, medianOf } from "./measure.ts";
import type { Page } from "./page.ts";

const dist = resolve(import.meta.dirname, "../../dist");
const kilobytes = (bytes: number) => `${(bytes / 1024).toFixed(0)} KB`;

/** What the script weighs, and what a cell pays for it: every formula loads the whole script first. */
export function bundleBench(page: Page): void {
  const code = readFileSync(join(dist, "Code.js"), "utf8");
  const bytes = Buffer.byteLength(code);
  page.section("The script", ["what", "measured", "per KB"]);
  page.row("Code.js", kilobytes(bytes), "");
  page.row("Code.js, gzip", kilobytes(gzipSync(code).length), "");
  page.row("Sidebar.html", kilobytes(readFileSync(join(dist, "Sidebar.html")).length), "");
  const perKilobyte = (ms: number) => duration((ms * 1024) / bytes);
  const load = medianOf(41, (run) => freshRealm(code, run));
  page.row("load in a bare vm, median of 41", duration(load), perKilobyte(load));
  const call = medianOf(41, (run) =>
    vm.runInContext("COVERAGE(300000, 100000)", freshRealm(code, run)),
  );
  page.row("load and one COVERAGE, median of 41", duration(call), perKilobyte(call));
  const risk = medianOf(41, (run) => vm.runInContext(ONE_DEAL, freshRealm(code, run)));
  page.row("load and DEAL_RISK of one deal, median of 41", duration(risk), perKilobyte(risk));
}

const ONE_DEAL =
  'DEAL_RISK([["Opportunity ID", "Created Date", "Stage", "Amount", "Contact Count"], ["006A", "2026-01-05", "Proposal", 40000, 2]], "2026-06-01")';

/** A comment that differs keeps the engine from reusing what it compiled before. */
function freshRealm(code: string, run: number): vm.Context {
  const context = vm.createContext(Object.create(null) as object);
  new vm.Script(`${code}\n// ${run} ${Math.random()}`).runInContext(context);
  return context;
}
