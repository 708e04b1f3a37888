import type { ScoringSettings } from "../../core/leads/scoring.ts";
import { readContext } from "../../settings/context.ts";
import { scoringPresetFor, scoringPresets } from "../../settings/presets/scoringPresets.ts";
import { scoring as subject } from "../../settings/scoring.ts";
import { answer } from "../calls/answer.ts";
import type { Answer } from "../calls/requests.ts";
import { Book } from "../sheets/book.ts";
import { readTables } from "../sheets/readTables.ts";
import { knownAsOf } from "./asOf.ts";
import { previewScoring } from "./scoringPreview.ts";
import { readSettingsSheets } from "./settingsSheets.ts";
import { readRows, rowsOf, stateOf } from "./settingsState.ts";
import type { ScoringPreview, ScoringState, SettingRow } from "./settingsTypes.ts";

export function scoringEndpoint(): Answer<ScoringState> {
  return answer(() => {
    const book = new Book();
    return {
      scoring: stateOf(book, "scoring"),
      presets: scoringPresets.map(({ id, title, source, about, settings }) => ({
        id,
        title,
        source,
        about,
        rows: rowsOf(subject.toCells(settings)),
      })),
      fitting: scoringPresetFor(readContext(book.read("Context")).value),
    };
  });
}

/** What edited scoring rules would mean for the workbook's leads; nothing is written. */
export function previewScoringEndpoint(rows: readonly SettingRow[]): Answer<ScoringPreview> {
  return answer(() => {
    const book = new Book();
    const { value, problems } = readRows("scoring", rows);
    const { settings } = readSettingsSheets(book);
    const tables = readTables(["leads", "leadEvents"], book);
    const asOf = knownAsOf(settings, tables, book);
    const [leads, events] = [tables.leads?.rows ?? [], tables.leadEvents?.rows];
    const preview = previewScoring(leads, events, settings.scoring, value as ScoringSettings, asOf);
    return { ...preview, problems };
  });
}
