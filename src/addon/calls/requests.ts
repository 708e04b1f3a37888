import type { Grain } from "../../core/calendar/fiscalCalendar.ts";
import type { FigureValue } from "../../reports/parts/figures.ts";
import type { Report } from "../../reports/report.ts";
import type { Issue } from "../../tables/reading/issue.ts";
import type { Comparison } from "../reports/reportTypes.ts";
import type { Progress } from "./unfinished.ts";

/** A cell of a file as it crosses to the add-on: text as it stood, or a typed value; typed dates are ISO text. */
export type FileCell = string | number | boolean | null;

/** Rows of a file are sent in chunks and kept in a hidden sheet until the import ends. */
export type StageRowsRequest = {
  /** Names this upload; made by the sender. */
  readonly token: string;
  readonly file: string;
  readonly start: number;
  readonly rows: readonly (readonly FileCell[])[];
};

/** One thing the add-on will not guess. */
export type Question = {
  /** What an answers file is keyed by, such as `Opportunity.csv/CloseDate/date order`. */
  readonly id: string;
  readonly text: string;
  readonly options: readonly { readonly value: string; readonly label: string }[];
  readonly samples: readonly string[];
  /** What is done while nobody answers; left out: what it is about stays blank. */
  readonly until?: string;
};

export type ImportRequest = {
  /** A staged upload, or a tab of the spreadsheet that holds a raw export. */
  readonly from: { readonly token: string } | { readonly tab: string };
  readonly file: string;
  /** The day the export was made, ISO; also the snapshot's date. Undefined: not a dated import. */
  readonly date?: string;
  readonly answers: Readonly<Record<string, string>>;
  /** True: say what would happen and write nothing. */
  readonly preview?: boolean;
  /** Imports of one batch are undone together. */
  readonly batch?: string;
  /** What values of the file stand for. */
  readonly values?: ValueMap;
  /** True: answers and values are kept in the Import mapping sheet, for the next export of this kind. */
  readonly remember?: boolean;
};

/** By field: the value in the file, and what it stands for. */
export type ValueMap = Readonly<
  Partial<Record<"stage" | "forecastCategory" | "owner", Readonly<Record<string, string>>>>
>;

export type ColumnMapping = {
  readonly heading: string;
  /** Field of the table, or undefined: not taken over. */
  readonly field?: string;
  readonly how: "label" | "alias" | "answer" | "unmapped";
  /** The first values of the column, in a preview. */
  readonly samples?: readonly string[];
};

export type PreviewRecord = {
  readonly key: string;
  readonly name: string;
  readonly changes: readonly {
    readonly column: string;
    readonly before: string;
    readonly after: string;
  }[];
};

/** Values of a field that a person may want to map. */
export type ValueChoice = {
  readonly field: keyof ValueMap;
  readonly label: string;
  readonly values: readonly {
    readonly value: string;
    readonly count: number;
    readonly isKnown: boolean;
    /** What it was taken for. */
    readonly as?: string;
  }[];
  readonly choices: readonly string[];
};

/** What an import would do, record by record: the first ones of each kind. */
export type ImportPreview = {
  readonly added: readonly PreviewRecord[];
  readonly changed: readonly PreviewRecord[];
  readonly gone: readonly PreviewRecord[];
  /** The columns that a heading can stand for. */
  readonly columns: readonly { readonly field: string; readonly label: string }[];
  readonly values: readonly ValueChoice[];
};

export type ImportResult = {
  readonly file: string;
  /** `salesforce`, `hubspot`, `zoho`, … ; undefined when no source was recognised. */
  readonly source?: string;
  readonly table?: string;
  readonly sheet?: string;
  readonly mapping: readonly ColumnMapping[];
  readonly questions: readonly Question[];
  readonly read: number;
  readonly new: number;
  readonly changed: number;
  readonly unchanged: number;
  readonly gone: number;
  readonly rejected: number;
  /** Header, preamble, footer and total lines that were skipped. */
  readonly skippedLines: number;
  readonly issues: readonly Issue[];
  /** Sentences about what was decided: percent or fraction, day order, preset, part or complete. */
  readonly notes: readonly string[];
  /** In a preview: the day that the export is taken for. */
  readonly day?: string;
  readonly preview?: ImportPreview;
};

/** What the Import panel shows before a file is chosen. */
export type ImportsView = {
  /** Visible tabs that are not the add-on's own. */
  readonly tabs: readonly string[];
  /** Tables that a file can hold, as their sheets are called. */
  readonly tables: readonly string[];
  /** Newest first. */
  readonly imports: readonly {
    readonly file: string;
    readonly table: string;
    /** ISO day and time in the spreadsheet's zone. */
    readonly at: string;
    readonly text: string;
  }[];
  /** Files of the last import, while it can be taken back. */
  readonly undo: readonly string[];
};

export type SetAsOfRequest = {
  /** ISO day. */
  readonly asOf: string;
};

export type ReportRunRequest = {
  readonly name: string;
  /** ISO day; undefined = the documented default. */
  readonly asOf?: string;
  /** `2017-Q2`, `2017-06`, `FY2017`; undefined = the one of the grain that holds the later day, else the as-of date. */
  readonly period?: string;
  /** How long a period is that nobody named; undefined = a fiscal quarter. */
  readonly grain?: Grain;
  /** ISO days that a comparison looks at; a report chooses those it is not given. */
  readonly from?: string;
  readonly to?: string;
  /** Record id of the one deal to report on; undefined = the selected row's, else the report chooses. */
  readonly deal?: string;
  /** Id or name of the one person to report on; undefined = who the person says to be, else the report chooses. */
  readonly person?: string;
  /** A manager with everybody below, one person, or a team by its name; undefined or blank = everybody. */
  readonly team?: string;
  /** Stages, forecast categories and pipelines that alone are looked at, by a report that can be narrowed to them. */
  readonly stages?: readonly string[];
  readonly categories?: readonly string[];
  readonly pipelines?: readonly string[];
  /** What to cut the pipeline by: one thing, or one and another across it. */
  readonly cut?: readonly string[];
  /** True: compute and answer, write nothing. */
  readonly preview?: boolean;
  /** True: the answer holds the whole report, not its figures alone. */
  readonly whole?: boolean;
  /** True: the answer says which figures differ from the last run. */
  readonly compare?: boolean;
  /** Seconds after which a long one answers how far it is; the same request goes on from there. */
  readonly seconds?: number;
};

export type ReportRunResult = {
  readonly name: string;
  readonly sheet: string;
  readonly asOf: string;
  readonly period: string;
  readonly currency: string;
  readonly answer: string;
  readonly figures: readonly FigureValue[];
  readonly text: string;
  readonly conflicts: readonly string[];
  readonly report?: Report;
  readonly comparison?: Comparison;
};

/** Every endpoint answers with this and never throws: an exception would lose its words on the way. */
export type Answer<T> =
  | { readonly ok: true; readonly value: T }
  | {
      readonly ok: false;
      readonly message: string;
      /** There when the same call goes on with what this one has left undone. */
      readonly unfinished?: Progress;
    };
