import { isoFromDay, weekdayOf } from "../../core/calendar/day.ts";
import { InputError } from "../../core/inputError.ts";
import { sampleCompany } from "../../sources/sampleCompany.ts";
import { opportunities } from "../../tables/opportunities.ts";
import { momentOfDate } from "../../tables/reading/spreadsheetDate.ts";
import { answer } from "../calls/answer.ts";
import type { Answer } from "../calls/requests.ts";
import { stageRows } from "../calls/stageRows.ts";
import { readSettingsSheets } from "../settings/settingsSheets.ts";
import { importTable } from "./importTable.ts";

/** Fills an empty spreadsheet with a small made-up company, as an export of this week's Monday; one undo takes it out. */
export function sampleEndpoint(): Answer<string> {
  return answer(() => {
    const spreadsheet = SpreadsheetApp.getActiveSpreadsheet();
    const sheet = spreadsheet.getSheetByName(opportunities.sheet);
    if (sheet && sheet.getLastRow() > 1) {
      throw new InputError(
        "This spreadsheet has CRM data already, so the sample company was not put among it; use an empty spreadsheet.",
      );
    }
    const now = Date.now();
    const today = Math.floor(momentOfDate(new Date(now), spreadsheet.getSpreadsheetTimeZone()));
    const day = today + 1 - weekdayOf(today);
    const batch = `sample ${now}`;
    const counts: string[] = [];
    for (const { file, rows } of sampleCompany(day, readSettingsSheets().settings.calendar)) {
      const token = `${batch} ${file}`;
      stageRows({ token, file, start: 0, rows }, now);
      const { sheet: target, ...result } = importTable({
        from: { token },
        file,
        date: isoFromDay(day),
        answers: {},
        batch,
      });
      counts.push(`${result.new} ${target?.toLowerCase() ?? "records"}`);
    }
    return `The sample company is in: ${counts.join(", ")}.`;
  });
}
