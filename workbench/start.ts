import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { mistakeOf } from "./cli/mistake.ts";
import { exportWorkbook } from "./exportWorkbook.ts";
import { openBrowser } from "./page/openBrowser.ts";
import { parseStartOptions } from "./page/startOptions.ts";
import { startPage } from "./page/startPage.ts";
import { runSample } from "./runSample.ts";
import { addOnFiles, openSession, saveSession } from "./session.ts";

const OUT = "out/revops.xlsx";

try {
  const { workbook, empty, once, port } = parseStartOptions(process.argv.slice(2));
  const host = openSession(workbook);
  const isKept = workbook !== undefined && existsSync(workbook);
  if (!empty && !isKept) runSample(host);
  mkdirSync("out", { recursive: true });
  writeFileSync(OUT, await exportWorkbook(host));
  console.log(`\nThe workbook is in ${OUT}.`);
  saveSession(host, workbook);
  if (!once) {
    const page = await startPage({
      start: { ...addOnFiles(), workbook: host.save() },
      port,
      save: workbook === undefined ? undefined : (text) => writeFileSync(workbook, text),
    });
    for (const signal of ["SIGINT", "SIGTERM"] as const) {
      process.once(signal, () => {
        page.stop().then(() => process.exit(0));
      });
    }
    console.log(`The spreadsheet is at ${page.url} until you press Ctrl+C.`);
    openBrowser(page.url);
  }
} catch (error) {
  const sentence = mistakeOf(error);
  if (sentence === undefined) throw error;
  console.error(sentence);
  process.exitCode = 2;
}
