import type { Day } from "../../core/calendar/day.ts";
import { InputError } from "../../core/inputError.ts";
import { subjects } from "../../settings/catalog.ts";
import type { Settings } from "../../settings/settings.ts";
import { opportunities } from "../../tables/opportunities.ts";
import { quotas } from "../../tables/quotas.ts";
import { answer } from "../calls/answer.ts";
import type { Answer } from "../calls/requests.ts";
import { knownAsOf } from "../settings/asOf.ts";
import { readSettingsCells } from "../settings/settingsSheets.ts";
import { Book } from "../sheets/book.ts";
import { headlineOf } from "./headline.ts";
import { setupOf } from "./setup.ts";
import type { SidebarStart } from "./startTypes.ts";
import { VERSION } from "./version.ts";

const PANEL = "panel";
/** Beyond this the number is left to a formula or a report: reading the columns would keep the sidebar waiting. */
const MOST_ROWS = 30_000;

/** Settings that nothing on the first panel comes from. */
const UNREAD = new Set(
  [
    ...[subjects.context, subjects.currency, subjects.risk, subjects.requiredFields],
    ...[subjects.hygieneRules, subjects.lossReasons, subjects.frameworks, subjects.benchmarks],
    subjects.limits,
  ].map(({ sheet }) => sheet),
);

/** All that the sidebar shows when it opens, in one call. */
export function startEndpoint(): Answer<SidebarStart> {
  return answer(() => {
    const book = new Book();
    const kept = PropertiesService.getUserProperties().getProperties();
    const { settings, issues, cells } = readSettingsCells(book, UNREAD);
    const deals = dataRows(book, opportunities.sheet);
    const sheet = book.find(opportunities.sheet);
    const stages = cells[subjects.stages.sheet]?.map((row) => row.map((cell) => cell ?? ""));
    const headline =
      sheet && deals > 0 && deals <= MOST_ROWS
        ? headlineOf(sheet, deals, settings, asOfHere(settings, book), stages, book.zone)
        : undefined;
    return {
      version: VERSION,
      panel: kept[PANEL],
      locale: book.locale(),
      setup: setupOf({
        settings,
        issues,
        deals,
        quotas: dataRows(book, quotas.sheet),
        territories: settings.territories.length,
        hasSheet: (name) => book.find(name) !== undefined,
      }),
      headline,
      isEmpty: deals === 0,
    };
  });
}

function dataRows(book: Book, name: string): number {
  const rows = book.find(name)?.getDataRange().getNumRows() ?? 1;
  return rows - 1;
}

/** The as-of day where it can be told without reading all data. */
const asOfHere = (settings: Settings, book: Book): Day | undefined => knownAsOf(settings, {}, book);

/** Keeps which panel a person had open, for the next time. */
export function rememberPanelEndpoint(panel: string): Answer<boolean> {
  return answer(() => {
    if (!/^[a-z-]{1,40}$/.test(panel)) throw new InputError(`There is no panel called ${panel}.`);
    PropertiesService.getUserProperties().setProperty(PANEL, panel);
    return true;
  });
}
