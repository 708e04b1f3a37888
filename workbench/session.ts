import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import type { Answer } from "../src/addon/calls/requests.ts";
import { Mistake } from "./cli/mistake.ts";
import { type Host, newWorkbook, openHost, parseWorkbook } from "./host/host.ts";
import type { WorkbookData } from "./host/workbook.ts";

const dist = resolve(import.meta.dirname, "../dist");

/** The built add-on, opened on a workbook: the one in `file` if there is one, else a new one. */
export function openSession(file?: string): Host {
  const workbook =
    file !== undefined && existsSync(file)
      ? readWorkbook(file)
      : newWorkbook({ name: "RevOps", locale: "en_US", timeZone: "Etc/UTC" });
  const host = openHost({ ...addOnFiles(), workbook });
  host.open();
  return host;
}

/** What the build made of the add-on. */
export function addOnFiles() {
  return {
    bundle: readFileSync(join(dist, "Code.js"), "utf8"),
    html: { Sidebar: readFileSync(join(dist, "Sidebar.html"), "utf8") },
    manifest: JSON.parse(readFileSync(join(dist, "appsscript.json"), "utf8")) as object,
  };
}

function readWorkbook(file: string): WorkbookData {
  try {
    return parseWorkbook(readFileSync(file, "utf8"));
  } catch {
    throw new Mistake(
      `${file} is no workbook that this command saved; give another name to start a new one.`,
    );
  }
}

/** Keeps the workbook for the next command. */
export function saveSession(host: Host, file: string | undefined): void {
  if (file !== undefined) writeFileSync(file, host.save());
}

/** Asks an endpoint as the sidebar does; a refusal becomes a mistake with its sentence. What is undefined is not sent: it would arrive as null. */
export function ask<T>(host: Host, endpoint: string, request: object): T {
  const sent = Object.fromEntries(
    Object.entries(request).filter(([, value]) => value !== undefined),
  );
  const answer = host.call(endpoint, sent) as Answer<T>;
  if (!answer.ok) throw new Mistake(answer.message);
  return answer.value;
}
