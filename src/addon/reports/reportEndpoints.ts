import { InputError } from "../../core/inputError.ts";
import { reports } from "../../reports/catalog.ts";
import { answer } from "../calls/answer.ts";
import { underLock } from "../calls/lock.ts";
import type { Answer, ReportRunRequest, ReportRunResult } from "../calls/requests.ts";
import { Book } from "../sheets/book.ts";
import { frozenCopy } from "./frozenCopy.ts";
import { reportsView } from "./reportsView.ts";
import type { ReportsView } from "./reportTypes.ts";
import { runReport } from "./runReport.ts";
import { undoReport } from "./undo.ts";

/** A report as the sidebar lists it. */
type ReportEntry = { readonly name: string; readonly title: string; readonly about: string };

export type Catalog = { readonly reports: readonly ReportEntry[] };

/** What the sidebar offers. */
export function catalogEndpoint(): Answer<Catalog> {
  return answer(() => ({
    reports: reports.map(({ name, title, about }) => ({ name, title, about })),
  }));
}

/** Every report with its options, what it lacks and its last run. */
export function reportsEndpoint(): Answer<ReportsView> {
  return answer(() => reportsView(new Book()));
}

/** Makes a copy of a report's sheet that holds values alone. */
export function freezeEndpoint(sheet: string): Answer<string> {
  return answer(() => underLock(() => frozenCopy(new Book(), sheet)));
}

/** Brings a sheet to the front. */
export function showSheetEndpoint(name: string): Answer<boolean> {
  return answer(() => {
    const sheet = SpreadsheetApp.getActiveSpreadsheet().getSheetByName(name);
    if (!sheet) throw new InputError(`There is no sheet called ${name} any more.`);
    sheet.activate();
    return true;
  });
}

/** Runs a report and writes its sheet. */
export function reportEndpoint(request: ReportRunRequest): Answer<ReportRunResult> {
  return answer(() => runReport(request));
}

/** Takes back the last run of a report sheet; of the one in view when none is named. */
export function undoEndpoint(sheet?: string): Answer<string> {
  return answer(() => undoReport(sheet ?? undefined));
}
