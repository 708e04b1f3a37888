import { sameName } from "./name.ts";
import type { SettingsSheets } from "./readSettings.ts";
import { reportOptions, VERSION_LABEL } from "./reportOptions.ts";
import { SETTINGS_VERSION } from "./version.ts";

/** One step from a version of the sheets to the next; it leaves columns and rows alone that it does not know. */
export type Migration = {
  /** The version it starts from. */
  readonly from: number;
  readonly about: string;
  readonly apply: (sheets: SettingsSheets) => SettingsSheets;
};

export type Migrated = {
  readonly sheets: SettingsSheets;
  readonly from: number;
  /** What each step did, in words. */
  readonly steps: readonly string[];
  /** True when a newer program wrote the sheets: they are read as well as they can be and never rewritten. */
  readonly newer: boolean;
};

/** There is one version so far. */
const migrations: readonly Migration[] = [];

/** The version that the sheets name; without one they are as new as the program. */
export function versionOf(sheets: SettingsSheets, target = SETTINGS_VERSION): number {
  const cells = sheets[reportOptions.sheet];
  const row = cells?.find((line) => sameName(line[0], VERSION_LABEL));
  return row === undefined ? target : reportOptions.read(cells).value.version;
}

function withVersion(sheets: SettingsSheets, version: number): SettingsSheets {
  const cells = sheets[reportOptions.sheet];
  if (!cells) return sheets;
  const valueAt = (cells[0] ?? []).findIndex((heading) => sameName(heading, "Value"));
  const rows = cells.map((row) =>
    sameName(row[0], VERSION_LABEL)
      ? row.map((cell, column) => (column === valueAt ? version : cell))
      : row,
  );
  return { ...sheets, [reportOptions.sheet]: rows };
}

/** Brings older sheets up to date, one version after the other. */
export function migrateSheets(
  sheets: SettingsSheets,
  steps: readonly Migration[] = migrations,
  target = SETTINGS_VERSION,
): Migrated {
  const from = versionOf(sheets, target);
  let current = sheets;
  const done: string[] = [];
  for (let version = from; version < target; version += 1) {
    const step = steps.find((one) => one.from === version);
    if (!step) continue;
    current = step.apply(current);
    done.push(step.about);
  }
  if (from < target) current = withVersion(current, target);
  return { sheets: current, from, steps: done, newer: from > target };
}
