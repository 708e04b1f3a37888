import { periodOf } from "../../core/calendar/period.ts";
import type { Stage } from "../../core/pipeline/stage.ts";
import { stagePresets } from "../../settings/presets/stagePresets.ts";
import { stages as subject } from "../../settings/stages.ts";
import { opportunities } from "../../tables/opportunities.ts";
import { answer } from "../calls/answer.ts";
import type { Answer } from "../calls/requests.ts";
import { Book } from "../sheets/book.ts";
import { readTables } from "../sheets/readTables.ts";
import { knownAsOf } from "./asOf.ts";
import { readSettingsSheets } from "./settingsSheets.ts";
import { readRows, rowsOf, stateOf } from "./settingsState.ts";
import type { SettingRow, StagesPreview, StagesState, StageUse } from "./settingsTypes.ts";
import { previewStages } from "./stagePreview.ts";

/** What the Stages panel shows before the deals are read. */
export function stagesEndpoint(): Answer<StagesState> {
  return answer(() => {
    const book = new Book();
    return {
      stages: stateOf(book, "stages"),
      requiredFields: stateOf(book, "requiredFields"),
      presets: stagePresets.map(({ id, title, source, stages }) => ({
        id,
        title,
        source,
        about: "",
        rows: rowsOf(subject.toCells(stages)),
      })),
      fields: opportunities.columns.map(({ label }) => label),
    };
  });
}

/** What edited stages would mean; nothing is written. */
export function previewStagesEndpoint(rows: readonly SettingRow[]): Answer<StagesPreview> {
  return answer(() => {
    const book = new Book();
    const { value, problems } = readRows("stages", rows);
    const { settings } = readSettingsSheets(book);
    const tables = readTables(["opportunities"], book);
    const asOf = knownAsOf(settings, tables, book);
    const period = asOf === undefined ? undefined : periodOf(asOf, "quarter", settings.calendar);
    const stages = value as readonly Stage[];
    const preview = previewStages(tables.opportunities?.rows ?? [], settings, stages, asOf, period);
    return {
      ...preview,
      problems,
      uses: rows.map((row) => preview.uses[placeOf(stages, row)] ?? UNUSED),
    };
  });
}

const UNUSED: StageUse = { openDeals: 0, amount: 0, weighted: 0, values: [] };

/** Where the stage of a row stands among those that could be read; the first two columns name it. */
function placeOf(stages: readonly Stage[], [pipeline, name]: SettingRow): number {
  return stages.findIndex(
    (stage) => stage.pipeline === String(pipeline).trim() && stage.stage === String(name).trim(),
  );
}
