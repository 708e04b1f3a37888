import { isoFromDay } from "../../src/core/calendar/day.ts";
import { reports } from "../../src/reports/catalog.ts";
import type { Host } from "../../workbench/host/host.ts";
import type { SampleFile } from "../../workbench/sample/sampleFile.ts";
import { openSession } from "../../workbench/session.ts";
import { uploadRows } from "../../workbench/upload.ts";
import type { DealFiles } from "./dealFiles.ts";
import { timed } from "./measure.ts";

/** One measured action. */
export type Measured = {
  readonly what: string;
  readonly rows: number;
  readonly ms: number;
  readonly calls: number;
  readonly platformMs: number;
};

type Run = {
  readonly progress: (text: string) => void;
  /** Which reports run a second time, by name; all when left out. */
  readonly again?: readonly string[];
  /** Told of each action as it ends. */
  readonly ended?: (measured: Measured) => void;
};

/** Imports so many deals twice into a new workbook, then runs every report, and those asked for twice. */
export function runCompany(
  files: DealFiles,
  { progress, again, ended }: Run,
): { readonly host: Host; readonly measured: readonly Measured[] } {
  const rows = files.deals.rows.length - 1;
  const host = openSession();
  const date = isoFromDay(files.asOf);
  const measured: Measured[] = [];
  const measure = (what: string, action: () => void) => {
    progress(`${rows.toLocaleString("en")} deals: ${what}`);
    const { ms } = timed(action);
    const calls = host.calls();
    const platformMs = calls.reduce((sum, call) => sum + call.ms, 0);
    const one = { what, rows, ms, calls: calls.length, platformMs };
    measured.push(one);
    ended?.(one);
  };
  const send = ({ name, rows: lines }: SampleFile) => {
    const answer = uploadRows(host, name, lines, date, {});
    if (!answer.ok) throw new Error(answer.message);
  };
  for (const file of files.others) send(file);
  measure("Import into a new workbook, settings sheets made", () => send(files.deals));
  measure("Import again, nothing changed", () => send(files.deals));
  for (const { name, title, menuLabel } of reports) {
    measure(`${title} report`, () => host.runMenu(menuLabel));
    if (again === undefined || again.includes(name))
      measure(`${title} report again`, () => host.runMenu(menuLabel));
  }
  return { host, measured };
}
