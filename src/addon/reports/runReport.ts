import { isoFromDay } from "../../core/calendar/day.ts";
import { InputError } from "../../core/inputError.ts";
import { reports } from "../../reports/catalog.ts";
import { figureValue } from "../../reports/parts/figures.ts";
import { withRecordNames } from "../../reports/parts/recordNames.ts";
import { numberSigns, sayingWith } from "../../reports/parts/words.ts";
import { renderText } from "../../reports/renderText.ts";
import type { Report, ReportDefinition } from "../../reports/report.ts";
import type { Settings } from "../../settings/settings.ts";
import { underLock } from "../calls/lock.ts";
import type { ReportRunRequest, ReportRunResult } from "../calls/requests.ts";
import { inSteps } from "../calls/steps.ts";
import { Book } from "../sheets/book.ts";
import { keepRows } from "../sheets/keepRows.ts";
import { readTables } from "../sheets/readTables.ts";
import { compareWithLast } from "./compareRuns.ts";
import { logFigures } from "./forecastLog.ts";
import { readingNotes } from "./readingNotes.ts";
import { reportAsked } from "./reportAsked.ts";
import { readReportSettings, reportSettingsHash } from "./reportSettings.ts";
import { loggedFigures } from "./reportsView.ts";
import { writeReport } from "./writeReport.ts";

function reportNamed(name: string): ReportDefinition {
  const found = reports.find((report) => report.name === name);
  if (found) return found;
  const names = reports.map((report) => report.name).join(", ");
  throw new InputError(`There is no report called ${name}; the reports are ${names}.`);
}

/** Reads settings and CRM sheets, builds the report, writes its sheet and logs its figures. */
export function runReport(request: ReportRunRequest): ReportRunResult {
  const definition = reportNamed(request.name);
  return underLock(() => {
    const book = new Book();
    const { settings, issues } = readReportSettings(book, definition);
    const tables = readTables([...definition.needs, ...definition.uses], book);
    const signs = numberSigns(book.locale());
    const asked = sayingWith(signs, () => reportAsked(definition, request, tables, settings, book));
    const built = sayingWith(signs, () =>
      definition.inSteps
        ? inSteps(
            book,
            { title: definition.title, about: () => asked, seconds: request.seconds ?? undefined },
            (remember) => definition.build({ ...asked, remember }),
          )
        : definition.build(asked),
    );
    const notes = [...built.notes, ...readingNotes(issues, tables)];
    const report = withRecordNames({ ...built, notes }, tables);
    const comparison = request.compare ? compareWithLast(loggedFigures(book), report) : undefined;
    const written = request.preview
      ? { sheet: "", conflicts: [] }
      : sayingWith(signs, () => write(book, report, definition, settings));
    return {
      name: report.name,
      ...written,
      asOf: isoFromDay(report.asOf),
      period: asked.period.label,
      currency: report.currency,
      answer: report.answer,
      figures: report.figures.map(figureValue),
      text: sayingWith(signs, () => renderText(report)),
      ...(request.whole ? { report } : {}),
      ...(comparison ? { comparison } : {}),
    };
  });
}

function write(
  book: Book,
  report: Report,
  definition: ReportDefinition,
  settings: Settings,
): Pick<ReportRunResult, "sheet" | "conflicts"> {
  keepRows(book, report.kept ?? []);
  const { sheet, conflicts, isNew } = writeReport(book, report, definition.title);
  if (!isNew) book.showAgain();
  logFigures(book, [{ report, settingsHash: reportSettingsHash(settings, definition) }]);
  return { sheet: sheet.getName(), conflicts };
}
