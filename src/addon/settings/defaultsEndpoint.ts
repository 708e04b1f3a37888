import { subjects } from "../../settings/catalog.ts";
import { readContext } from "../../settings/context.ts";
import { scoringPreset, scoringPresetFor } from "../../settings/presets/scoringPresets.ts";
import { answer } from "../calls/answer.ts";
import type { Answer } from "../calls/requests.ts";
import { Book } from "../sheets/book.ts";
import { rowsOf, stateOf, subjectOf } from "./settingsState.ts";
import type { SettingRow, SettingsDefaults, SubjectName, SubjectState } from "./settingsTypes.ts";

/** The stages are the CRM's and start from a preset in their own panel. */
const names = (Object.keys(subjects) as SubjectName[]).filter((name) => name !== "stages");

function delivered(name: SubjectName, book: Book): unknown {
  if (name !== "scoring") return subjectOf(name).defaults;
  return scoringPreset(scoringPresetFor(readContext(book.read(subjects.context.sheet)).value));
}

/** Lines that came without a value of their own, such as holidays, keep what a person gave them. */
function defaultRows({ lines, rows }: SubjectState, came: readonly SettingRow[]): SettingRow[] {
  const yours = new Set(
    lines.filter(({ source }) => source.startsWith("Yours")).map(({ label }) => label),
  );
  const kept = new Set<unknown>();
  return came.flatMap((row) => {
    const [name] = row;
    if (!yours.has(String(name))) return [row];
    if (kept.has(name)) return [];
    kept.add(name);
    const own = rows.filter((one) => one[0] === name);
    return own.length > 0 ? own : [row];
  });
}

/** What each settings sheet says, and what it came with; sheets that come empty have no defaults. */
export function defaultsEndpoint(): Answer<readonly SettingsDefaults[]> {
  return answer(() => {
    const book = new Book();
    return names.flatMap((name): SettingsDefaults[] => {
      const came = rowsOf(subjectOf(name).toCells(delivered(name, book)));
      if (came.length === 0) return [];
      const state = stateOf(book, name);
      return [{ state, defaults: defaultRows(state, came) }];
    });
  });
}
