import { reports } from "../reports/catalog.ts";
import { answer } from "./answer.ts";
import type { Answer, ReportRunRequest, ReportRunResult } from "./requests.ts";
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

/** Runs a report and writes its sheet. */
export function reportEndpoint(request: ReportRunRequest): Answer<ReportRunResult> {
  return answer(() => runReport(request));
}

/** Takes back the last run of a report sheet; of the one in view when none is named. */
export function undoEndpoint(sheet?: string): Answer<string> {
  return answer(() => undoReport(sheet ?? undefined));
}
