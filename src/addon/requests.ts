import type { FigureValue } from "../reports/figures.ts";
import type { Report } from "../reports/report.ts";
import type { Issue } from "../tables/issue.ts";

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
};

export type ColumnMapping = {
  readonly heading: string;
  /** Field of the table, or undefined: not taken over. */
  readonly field?: string;
  readonly how: "label" | "alias" | "answer" | "unmapped";
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
};

export type SetAsOfRequest = {
  /** ISO day. */
  readonly asOf: string;
};

export type ReportRunRequest = {
  readonly name: string;
  /** ISO day; undefined = the documented default. */
  readonly asOf?: string;
  /** `2017-Q2`, `2017-06`, `FY2017`; undefined = the fiscal quarter of the as-of date. */
  readonly period?: string;
  /** True: compute and answer, write nothing. */
  readonly preview?: boolean;
  /** True: the answer holds the whole report, not its figures alone. */
  readonly whole?: boolean;
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
};

/** Every endpoint answers with this and never throws: an exception would lose its words on the way. */
export type Answer<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly message: string };
