import type { SettingRow, SubjectState } from "../../src/addon/settingsTypes.ts";
import { cellText } from "./cellText.ts";

const MOST_SHOWN = 10;

/** What differs between two states of a settings sheet, in words: `Proposal: Probability 60% → 70%`. */
export function rowChanges(
  { columns, key, lines }: Pick<SubjectState, "columns" | "key" | "lines">,
  before: readonly SettingRow[],
  after: readonly SettingRow[],
): string[] {
  const keyAt = key.map((label) => columns.findIndex((column) => column.label === label));
  const nameOf = (row: SettingRow) =>
    keyAt.map((at) => String(row[at] ?? "")).filter((part) => part !== "").join(" ");
  const old = byName(before, nameOf);
  const fresh = byName(after, nameOf);
  const shown = (row: SettingRow, at: number) => {
    const line = lines.find(({ label }) => label === nameOf(row));
    return cellText(row[at], columns[at]?.input ?? line?.input) || "blank";
  };
  const changes: string[] = [];
  for (const [name, row] of fresh) {
    const was = old.get(name);
    if (!was) changes.push(`${name.trim()} was added`);
    else
      columns.forEach(({ label }, at) => {
        if (String(was[at] ?? "") !== String(row[at] ?? ""))
          changes.push(`${name.trim()}: ${label} ${shown(was, at)} → ${shown(row, at)}`);
      });
  }
  for (const name of old.keys()) if (!fresh.has(name)) changes.push(`${name.trim()} was removed`);
  const more = changes.length - MOST_SHOWN;
  return more > 0 ? [...changes.slice(0, MOST_SHOWN), `and ${more} more`] : changes;
}

/** Rows by what identifies them; equal ones are told apart by spaces behind the name. */
function byName(rows: readonly SettingRow[], nameOf: (row: SettingRow) => string) {
  const named = new Map<string, SettingRow>();
  for (const row of rows) {
    let name = nameOf(row);
    while (named.has(name)) name += " ";
    named.set(name, row);
  }
  return named;
}
