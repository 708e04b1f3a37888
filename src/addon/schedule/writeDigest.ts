import { periodOf } from "../../core/calendar/period.ts";
import { InputError } from "../../core/inputError.ts";
import { reports } from "../../reports/catalog.ts";
import { type DigestPart, digestReport } from "../../reports/digest.ts";
import { withRecordNames } from "../../reports/parts/recordNames.ts";
import { numberSigns, sayingWith, sayMonths } from "../../reports/parts/words.ts";
import type { Report } from "../../reports/report.ts";
import { tables as catalog } from "../../tables/catalog.ts";
import { underLock } from "../calls/lock.ts";
import { inSteps } from "../calls/steps.ts";
import { compareWithLast } from "../reports/compareRuns.ts";
import { logFigures } from "../reports/forecastLog.ts";
import { readReportSettings, reportSettingsHash } from "../reports/reportSettings.ts";
import { loggedFigures } from "../reports/reportsView.ts";
import { writeReport } from "../reports/writeReport.ts";
import { asOfDay } from "../settings/asOf.ts";
import { Book } from "../sheets/book.ts";
import { readTables } from "../sheets/readTables.ts";

/** What the digest takes from a report. */
function briefly(report: Report): Report {
  const sections = report.sections.map(({ table, ...section }) => section);
  return { ...report, sections, charts: [], notes: [], kept: [] };
}

/** Writes the sheet Digest of the current quarter and logs the figures that it compares the next time. */
export function writeDigest(): string {
  return underLock(() => {
    const book = new Book();
    const there = new Set(catalog.filter(({ sheet }) => book.find(sheet)).map(({ name }) => name));
    const ready = reports.filter(
      ({ inDigest, needs }) => inDigest === true && needs.every((name) => there.has(name)),
    );
    const { settings } = readReportSettings(book, {
      settings: ready.flatMap((report) => report.settings ?? []),
    });
    const names = new Set(ready.flatMap(({ needs, uses }) => [...needs, ...uses]));
    const tables = readTables([...names], book);
    const asOf = asOfDay(settings, tables, book);
    const period = periodOf(asOf, "quarter", settings.calendar);
    const log = loggedFigures(book);
    const signs = numberSigns(book.locale());
    const about = () => [tables, settings, asOf];
    const made = inSteps(book, { title: "The digest", about }, (remember) =>
      ready.map((definition) => {
        const asked = () => ({
          tables,
          settings,
          asOf,
          period: { ...period, title: sayMonths(period.title) },
        });
        const build = () => briefly(definition.build(asked()));
        return {
          definition,
          report: remember(definition.name, () => sayingWith(signs, build), ready.length),
        };
      }),
    );
    const parts = made.map(({ definition, report }): DigestPart & { settingsHash: string } => {
      const { since, changes } = compareWithLast(log, report);
      return {
        title: definition.title,
        report,
        settingsHash: reportSettingsHash(settings, definition),
        since,
        before: new Map(changes.map(({ id, before }) => [id, before])),
      };
    });
    const [first, ...others] = parts;
    if (!first) throw new InputError("There is no data for a digest yet; import an export first.");
    const said = sayingWith(signs, () => digestReport([first, ...others], { tables, asOf }));
    const digest = withRecordNames(said, tables);
    const { sheet } = sayingWith(signs, () => writeReport(book, digest, digest.title));
    logFigures(book, parts);
    book.showAgain();
    return `${sheet.getName()}: ${digest.answer}`;
  });
}
