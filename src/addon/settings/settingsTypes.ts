import type { Subjects } from "../../settings/catalog.ts";
import type { Allowed } from "../../settings/input.ts";

export type SubjectName = keyof Subjects;

/** A row of a settings sheet as it crosses to the sidebar: dates are ISO text, blank is "". */
export type SettingRow = readonly (string | number | boolean)[];

export type SettingColumn = {
  readonly label: string;
  readonly about: string;
  /** Undefined: free text, or the values of a form, which differ by line. */
  readonly input?: Allowed;
};

export type SettingFormLine = {
  readonly label: string;
  readonly about: string;
  readonly source: string;
  readonly input: Allowed;
};

/** What one settings sheet says, for a panel to show and edit. */
export type SubjectState = {
  readonly subject: SubjectName;
  readonly sheet: string;
  readonly columns: readonly SettingColumn[];
  readonly lines: readonly SettingFormLine[];
  /** Labels of the columns that identify a row. */
  readonly key: readonly string[];
  /** Without the header row. */
  readonly rows: readonly SettingRow[];
  /** Names this state; a save says which one it was based on. */
  readonly hash: string;
  /** What cannot be read on the sheet, in words. */
  readonly unreadable: readonly string[];
  readonly canUndo: boolean;
};

/** A settings sheet beside the rows that it came with. */
export type SettingsDefaults = {
  readonly state: SubjectState;
  readonly defaults: readonly SettingRow[];
};

export type SettingsEdit = {
  readonly subject: SubjectName;
  readonly rows: readonly SettingRow[];
  readonly basedOn: string;
  /** For each row its place in the state it is based on, null for a new one: a renamed row stays the same row. */
  readonly from?: readonly (number | null)[];
};

/** One thing wrong with what was typed. */
export type SettingProblem = {
  readonly subject: SubjectName;
  /** Place in the rows that were sent, from 0; undefined: all of them together. */
  readonly row?: number;
  readonly column?: string;
  readonly message: string;
};

export type SaveResult =
  | { readonly saved: true; readonly states: readonly SubjectState[] }
  | {
      readonly saved: false;
      readonly problems: readonly SettingProblem[];
      /** What the sheets say now, where somebody else changed them meanwhile. */
      readonly changed: readonly SubjectState[];
    };

export type Preset = {
  readonly id: string;
  readonly title: string;
  readonly source: string;
  readonly about: string;
  readonly rows: readonly SettingRow[];
};

/** A spelling of a stage in the CRM data. */
export type CrmStage = {
  readonly pipeline: string;
  readonly value: string;
  readonly deals: number;
  readonly openDeals: number;
};

export type StagesState = {
  readonly stages: SubjectState;
  readonly requiredFields: SubjectState;
  readonly presets: readonly Preset[];
  /** Headings of the deals' columns, for fields that a stage requires. */
  readonly fields: readonly string[];
};

export type StageUse = {
  readonly openDeals: number;
  readonly amount: number;
  readonly weighted: number;
  readonly values: readonly CrmStage[];
};

/** What stages would mean for the workbook's own deals. */
export type StagesPreview = {
  readonly problems: readonly SettingProblem[];
  readonly warnings: readonly string[];
  readonly deals: number;
  readonly currency: string;
  /** Title of the as-of day's quarter. */
  readonly period: string;
  /** Won in the quarter plus open closing in it by probability, before and after. */
  readonly forecast: readonly [before: number, after: number];
  /** All open deals by probability, before and after. */
  readonly weighted: readonly [before: number, after: number];
  /** Open deals that carry the CRM's own probability, which counts before the stage's. */
  readonly ownProbability: number;
  /** For each row that was sent. */
  readonly uses: readonly StageUse[];
  readonly unknown: readonly CrmStage[];
};

export type ScoringState = {
  readonly scoring: SubjectState;
  readonly presets: readonly Preset[];
  /** Preset that fits the context. */
  readonly fitting: string;
};

export type LeadChange = {
  readonly id: string;
  readonly name: string;
  readonly before: number | undefined;
  readonly after: number | undefined;
  readonly isMql: boolean;
};

/** What scoring rules would mean for the workbook's own leads. */
export type ScoringPreview = {
  readonly problems: readonly SettingProblem[];
  readonly warnings: readonly string[];
  readonly leads: number;
  /** Leads of which neither fit nor engagement is known. */
  readonly unscored: readonly [before: number, after: number];
  /** Leads with a score of 0-9, 10-19, … 90-100. */
  readonly distribution: { readonly before: readonly number[]; readonly after: readonly number[] };
  readonly mqls: readonly [before: number, after: number];
  /** Leads that change side: how many, and the first of them. */
  readonly changing: number;
  readonly changes: readonly LeadChange[];
};

export type MissingRate = {
  readonly currency: string;
  readonly records: number;
  /** First and last day on which the rate is needed, ISO. */
  readonly from: string;
  readonly to: string;
};

export type CalendarState = {
  readonly calendar: SubjectState;
  readonly currency: SubjectState;
  readonly options: SubjectState;
};

export type CalendarPreview = {
  readonly problems: readonly SettingProblem[];
  /** Quarters of the as-of day's fiscal year, with their working days. */
  readonly periods: readonly { readonly title: string; readonly text: string }[];
  readonly homeCurrency: string;
  readonly missingRates: readonly MissingRate[];
};

export type Holidays = {
  /** ISO days, sorted, each once. */
  readonly days: readonly string[];
  /** Cells and lines without a date, in words. */
  readonly unread: readonly string[];
};

export type ContextState = {
  readonly context: SubjectState;
  readonly problems: readonly SettingProblem[];
  readonly offers: readonly PresetOffer[];
};

/** A preset that fits the context and differs from what is set. */
export type PresetOffer = {
  readonly subject: "stages" | "scoring";
  readonly preset: Preset;
  readonly why: string;
  /** State that applying it would be based on. */
  readonly basedOn: string;
};
