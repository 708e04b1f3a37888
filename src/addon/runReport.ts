import { dayFromIso, isoFromDay } from "../core/calendar/day.ts";
import { periodFromLabel, periodOf } from "../core/calendar/period.ts";
import { InputError } from "../core/inputError.ts";
import { reports } from "../reports/catalog.ts";
import { figureValue } from "../reports/figures.ts";
import { renderText } from "../reports/renderText.ts";
import type { Report, ReportDefinition, ReportRequest } from "../reports/report.ts";
import { numberSigns, sayingWith, sayMonths } from "../reports/words.ts";
import type { Settings } from "../settings/settings.ts";
import type { Tables } from "../tables/tables.ts";
import { asOfDay } from "./asOf.ts";
import { Book } from "./book.ts";
import { compareWithLast } from "./compareRuns.ts";
import { logFigures } from "./forecastLog.ts";
import { keepRows } from "./keepRows.ts";
import { underLock } from "./lock.ts";
import { readingNotes } from "./readingNotes.ts";
import { readTables } from "./readTables.ts";
import { readReportSettings, reportSettingsHash } from "./reportSettings.ts";
import { loggedFigures } from "./reportsView.ts";
import type { ReportRunRequest, ReportRunResult } from "./requests.ts";
import { selectedDeal } from "./selectedRecord.ts";
import { inSteps } from "./steps.ts";
import { declaredWho } from "./who.ts";
import { writeReport } from "./writeReport.ts";

function reportNamed(name: string): ReportDefinition {
  const found = reports.find((report) => report.name === name);
  if (found) return found;
  const names = reports.map((report) => report.name).join(", ");
  throw new InputError(`There is no report called ${name}; the reports are ${names}.`);
}

function dayOf(text: string, what: string): number {
  const day = dayFromIso(text);
  if (day === undefined) {
    throw new InputError(`The ${what} date is ${text}; expected a date such as 2017-06-30.`);
  }
  return day;
}

/** Reads settings and CRM sheets, builds the report, writes its sheet and logs its figures. */
export function runReport(request: ReportRunRequest): ReportRunResult {
  const definition = reportNamed(request.name);
  return underLock(() => {
    const book = new Book();
    const { settings, issues } = readReportSettings(book, definition);
    const tables = readTables([...definition.needs, ...definition.uses], book);
    // What the sidebar leaves out arrives as null.
    const asOf = !request.asOf ? asOfDay(settings, tables, book) : dayOf(request.asOf, "as-of");
    const from = !request.from ? undefined : dayOf(request.from, "from");
    const to = !request.to ? undefined : dayOf(request.to, "to");
    const period = !request.period
      ? periodOf(to ?? asOf, request.grain ?? "quarter", settings.calendar)
      : periodFromLabel(request.period, settings.calendar);
    const subject = subjectOf(definition, request, tables, book);
    const team = teamAsked(definition, request);
    const signs = numberSigns(book.locale());
    const asked: ReportRequest = {
      tables,
      settings,
      asOf,
      period: sayingWith(signs, () => ({ ...period, title: sayMonths(period.title) })),
      from,
      to,
      team,
      ...subject,
      ...stagesAsked(definition, request),
      ...cutAsked(definition, request),
    };
    const built = sayingWith(signs, () =>
      definition.inSteps
        ? inSteps(
            book,
            { title: definition.title, about: () => asked, seconds: request.seconds ?? undefined },
            (remember) => definition.build({ ...asked, remember }),
          )
        : definition.build(asked),
    );
    const report = { ...built, notes: [...built.notes, ...readingNotes(issues, tables)] };
    const comparison = request.compare ? compareWithLast(loggedFigures(book), report) : undefined;
    const written = request.preview
      ? { sheet: "", conflicts: [] }
      : sayingWith(signs, () => write(book, report, definition, settings));
    return {
      name: report.name,
      ...written,
      asOf: isoFromDay(report.asOf),
      period: period.label,
      currency: report.currency,
      answer: report.answer,
      figures: report.figures.map(figureValue),
      text: sayingWith(signs, () => renderText(report)),
      ...(request.whole ? { report } : {}),
      ...(comparison ? { comparison } : {}),
    };
  });
}

/** The team that is asked for, of a report that may be about one. */
function teamAsked({ name, takesTeam }: ReportDefinition, { team }: ReportRunRequest) {
  if (!team?.trim()) return undefined;
  if (takesTeam) return team;
  const able = reports.filter((report) => report.takesTeam).map((report) => report.name);
  throw new InputError(
    `The report ${name} is always about everybody; for one team there is ${able.join(", ")}.`,
  );
}

/** The stages and categories that are asked for; what the sidebar leaves out arrives as null. */
function stagesAsked(
  { name, takesStages }: ReportDefinition,
  { stages, categories }: ReportRunRequest,
): Pick<ReportRunRequest, "stages" | "categories"> {
  const asked = {
    ...(stages?.length ? { stages } : {}),
    ...(categories?.length ? { categories } : {}),
  };
  if (takesStages || Object.keys(asked).length === 0) return asked;
  throw new InputError(`The report ${name} is always about all stages and categories.`);
}

/** What the pipeline is to be cut by, as the report names it. */
function cutAsked(
  { name, cuts = [] }: ReportDefinition,
  { cut }: ReportRunRequest,
): Pick<ReportRequest, "cut"> {
  if (!cut?.length) return {};
  if (cut.length > 2)
    throw new InputError(`The cut is ${cut.join(", ")}; expected one thing, or two.`);
  return {
    cut: cut.map((wanted) => {
      const found = cuts.find((one) => one.toLowerCase() === wanted.trim().toLowerCase());
      if (found !== undefined) return found;
      throw new InputError(
        cuts.length === 0
          ? `The report ${name} cuts nothing; pipeline-review does.`
          : `The pipeline cannot be cut by ${wanted}; expected ${cuts.join(", ")}.`,
      );
    }),
  };
}

/** The one deal or person that a report is about: as asked for, else the selected row's or whoever runs it. */
function subjectOf(
  { asksFor }: ReportDefinition,
  { deal, person }: ReportRunRequest,
  tables: Tables,
  book: Book,
): { readonly deal?: string; readonly person?: string } {
  if (asksFor === "deal") return { deal: deal || selectedDeal(tables) };
  if (asksFor !== "person") return {};
  return { person: person || declaredWho(book, tables.reps?.rows ?? [])?.repId };
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
