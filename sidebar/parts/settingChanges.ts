import type {
  SettingColumn,
  SettingRow,
  SubjectState,
} from "../../src/addon/settings/settingsTypes.ts";
import { cellText } from "../settings/cellText.ts";

const shown = (cell: SettingRow[number] | undefined, input?: SettingColumn["input"]) =>
  cellText(cell, input) || "blank";

/** Rows by what identifies them; equal ones are told apart by their turn. */
function byKey(
  { columns, key }: SubjectState,
  rows: readonly SettingRow[],
): Map<string, SettingRow> {
  const places = key.map((label) => columns.findIndex((column) => column.label === label));
  const found = new Map<string, SettingRow>();
  for (const row of rows) {
    const parts = places.map((place) => row[place]);
    // What the row does not narrow down at its end goes without saying.
    while (parts.length > 1 && cellText(parts[parts.length - 1], undefined) === "") parts.pop();
    const name = parts.map((part) => shown(part)).join(", ");
    let turn = 1;
    while (found.has(turn === 1 ? name : `${name} (${turn})`)) turn += 1;
    found.set(turn === 1 ? name : `${name} (${turn})`, row);
  }
  return found;
}

/** How a change is told: against what the sheet said before, or against what it came with. */
type Telling = { readonly was: string; readonly added: string; readonly removed: string };

const SINCE: Telling = { was: "and was", added: "was added", removed: "was removed" };
export const FROM_DEFAULT: Telling = {
  was: "and by default",
  added: "is not among the defaults",
  removed: "is missing",
};

/** What a settings sheet says now and did not say before, one sentence for each row. */
export function settingChanges(
  before: readonly SettingRow[],
  now: SubjectState,
  telling = SINCE,
): string[] {
  const [old, fresh] = [byKey(now, before), byKey(now, now.rows)];
  const said: string[] = [];
  for (const [name, row] of fresh) {
    const was = old.get(name);
    if (!was) said.push(`${name} ${telling.added}.`);
    else {
      const line = now.lines.find(({ label }) => row.includes(label));
      const changes = now.columns.flatMap(({ label, input = line?.input }, at) =>
        row[at] === was[at]
          ? []
          : [`${label} is ${shown(row[at], input)} ${telling.was} ${shown(was[at], input)}`],
      );
      if (changes.length > 0) said.push(`${name}: ${changes.join(", ")}.`);
    }
  }
  for (const name of old.keys()) if (!fresh.has(name)) said.push(`${name} ${telling.removed}.`);
  return said;
}
