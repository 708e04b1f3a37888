import type { SettingRow, SubjectName } from "../settings/settingsTypes.ts";

/** One thing that the setup check looks at. */
export type SetupCheck = {
  readonly title: string;
  readonly state: "good" | "warning" | "bad";
  readonly text: string;
  /** The panel where it is put right. */
  readonly panel?: string;
};

export type HealthView = {
  readonly version: string;
  readonly checks: readonly SetupCheck[];
  /** Imports and report runs, newest first. */
  readonly runs: readonly { readonly title: string; readonly text: string; readonly at: string }[];
  /** Cells that cannot be read, the settings' first. */
  readonly problems: readonly { readonly title: string; readonly text: string }[];
  readonly problemCount: number;
  readonly permissions: readonly { readonly scope: string; readonly why: string }[];
};

type FileSheet = { readonly columns: readonly string[]; readonly rows: readonly SettingRow[] };

/** All settings as one file. */
export type SettingsFile = {
  readonly app: string;
  readonly version: number;
  readonly settings: Readonly<Partial<Record<SubjectName, FileSheet>>>;
  /** People and quotas; an older file has none. */
  readonly records?: { readonly reps?: FileSheet; readonly quotas?: FileSheet };
};

export type ImportSettingsRequest = {
  /** The file's text. */
  readonly text: string;
  /** True: say what would change and write nothing. */
  readonly preview?: boolean;
};

export type ImportSettingsResult = {
  /** Sheets that differ, or were changed. */
  readonly changed: readonly string[];
  readonly unchanged: readonly string[];
  readonly notes: readonly string[];
};
