import type { Day } from "../core/calendar/day.ts";
import { InputError } from "../core/inputError.ts";
import { subjects } from "../settings/catalog.ts";
import type { Settings } from "../settings/settings.ts";
import { opportunities } from "../tables/opportunities.ts";
import { quotas } from "../tables/quotas.ts";
import { answer } from "./answer.ts";
import { asOfDay } from "./asOf.ts";
import { Book } from "./book.ts";
import { headlineOf } from "./headline.ts";
import type { Answer } from "./requests.ts";
import { readSettingsSheets } from "./settingsSheets.ts";
import { setupOf } from "./setup.ts";
import type { SidebarStart } from "./startTypes.ts";
import { VERSION } from "./version.ts";

const PANEL = "panel";
/** Beyond this the number is left to a formula or a report: reading the columns would keep the sidebar waiting. */
const MOST_ROWS = 30_000;

/** All that the sidebar shows when it opens, in one call. */
export function startEndpoint(): Answer<SidebarStart> {
  return answer(() => {
    const book = new Book();
    const { settings, issues } = readSettingsSheets(book);
    const deals = dataRows(book, opportunities.sheet);
    const hasStages = book.find(subjects.stages.sheet) !== undefined;
    const sheet = book.find(opportunities.sheet);
    const headline =
      sheet && deals > 0 && deals <= MOST_ROWS
        ? headlineOf(sheet, deals, settings, knownAsOf(settings, book), hasStages, book.zone)
        : undefined;
    return {
      version: VERSION,
      panel: PropertiesService.getUserProperties().getProperty(PANEL) ?? undefined,
      locale: book.locale(),
      setup: setupOf({
        settings,
        issues,
        deals,
        quotas: dataRows(book, quotas.sheet),
        territories: dataRows(book, "Territories"),
        hasSheet: (name) => book.find(name) !== undefined,
      }),
      headline,
      isEmpty: deals === 0,
    };
  });
}

function dataRows(book: Book, name: string): number {
  return Math.max(0, (book.find(name)?.getLastRow() ?? 0) - 1);
}

/** The as-of day where it can be told without reading all data. */
function knownAsOf(settings: Settings, book: Book): Day | undefined {
  try {
    return asOfDay(settings, {}, book);
  } catch (error) {
    if (error instanceof InputError) return undefined;
    throw error;
  }
}

/** Keeps which panel a person had open, for the next time. */
export function rememberPanelEndpoint(panel: string): Answer<boolean> {
  return answer(() => {
    if (!/^[a-z-]{1,40}$/.test(panel)) throw new InputError(`There is no panel called ${panel}.`);
    PropertiesService.getUserProperties().setProperty(PANEL, panel);
    return true;
  });
}
