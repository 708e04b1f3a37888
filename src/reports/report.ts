import type { Day } from "../core/calendar/day.ts";
import type { Period } from "../core/calendar/fiscalCalendar.ts";
import type { Remember } from "../core/remember.ts";
import type { Settings } from "../settings/settings.ts";
import type { TableName } from "../tables/table.ts";
import type { Tables } from "../tables/tables.ts";
import type { KeptRows } from "./parts/keptRows.ts";
import type { OwnSettings } from "./parts/ownSettings.ts";
import type { TableLink } from "./parts/tableLink.ts";

/** A value in a report. Days are whole numbers (core/calendar/day.ts); undefined is shown blank. */
export type Value = string | number | boolean | undefined;

/** What a number means; the writer makes it a pattern of the sheet's locale. */
export type Format =
  | "text"
  | "money"
  | "number"
  | "integer"
  | "percent"
  | "ratio"
  /** A small number of which the third decimal counts, such as a Brier score. */
  | "score"
  | "points"
  | "days"
  | "date";

export type Status = "good" | "warning" | "bad" | "neutral";

/**
 * A native formula as text with references in braces:
 * `{deals.amount}` the cells of a column of a table of this report, `{deals.amount.total}` its total cell,
 * `{@amount}` the cell of that column in the same row, `{=won}` the cell of a figure.
 * Everything else is an ordinary formula that Sheets and o-spreadsheet both know. Arguments are separated by commas.
 */
export type FormulaTemplate = string;

export type Figure = {
  /** Stable: scripts and the merge find it by this. */
  readonly id: string;
  readonly label: string;
  readonly value: Value;
  readonly format: Format;
  /** One of the four to six shown large at the top. */
  readonly headline?: boolean;
  /** Short line under the number: target, change, unit. */
  readonly context?: string;
  readonly status?: Status;
  /** Shown beside the colour: `ahead`, `at risk`, `behind`. */
  readonly statusWord?: string;
  /** The definition in words. */
  readonly words: string;
  /** Sheet and range, or table of this report, that it comes from. */
  readonly source: string;
  readonly formula?: FormulaTemplate;
};

export type TableColumn = {
  readonly id: string;
  /** Heading; the unit stands in it. */
  readonly label: string;
  readonly format: Format;
  /** How many of the sheet's 12 equal columns it covers; text that needs more room takes 2 or 3. */
  readonly span: number;
  /** Formula of every row; the row's value is what it comes to. */
  readonly formula?: FormulaTemplate;
  /** Colour and word of a cell by its value. */
  readonly status?: Readonly<Record<string, Status>>;
  /** Draws a light bar in the cell. */
  readonly bar?: boolean;
};

export type TableRow = {
  /** The record id, rep id, stage …: a note or an overwritten cell stays with this. Rows of one key are told apart by their order. */
  readonly key: string;
  readonly cells: Readonly<Record<string, Value>>;
  /** A formula for single cells of this row. */
  readonly formulas?: Readonly<Record<string, FormulaTemplate>>;
  /** Texts of this row that open other rows of the sheet. */
  readonly links?: Readonly<Record<string, TableLink>>;
};

export type ReportTable = {
  readonly id: string;
  readonly columns: readonly TableColumn[];
  readonly rows: readonly TableRow[];
  /** The last, bold row. */
  readonly total?: TableRow;
  /** Line under the table, such as "12 more in sheet Opportunities". */
  readonly more?: string;
  /** What is said in place of an empty table. */
  readonly empty: string;
};

/** A funnel is a bar chart. Every kind exists in Sheets and on the local page alike. */
export type ChartKind =
  | "bar"
  | "column"
  | "line"
  | "area"
  | "pie"
  | "combo"
  | "scatter"
  | "gauge"
  | "waterfall";

export type ChartSeries = {
  readonly column: string;
  readonly label: string;
  readonly colour: string;
  /** In a combo chart. */
  readonly as?: "column" | "line";
};

export type ReportChart = {
  readonly id: string;
  readonly kind: ChartKind;
  /** The finding, as a sentence. */
  readonly title: string;
  /** What is drawn, with units. */
  readonly subtitle: string;
  /** The table of this report that holds the numbers. */
  readonly table: string;
  readonly category: string;
  /** Only so many of the table's first rows are drawn: more bars than fit would be hairlines without names. */
  readonly first?: number;
  readonly series: readonly ChartSeries[];
  readonly stacked?: boolean;
  readonly categoryTitle: string;
  readonly valueTitle: string;
  readonly format: Format;
  /** Up to two charts stand side by side at the top, the `main` one wider; three or four two and two, of one size. */
  readonly place: "main" | "side";
};

export type Finding = {
  readonly id: string;
  /** What several reports find, each in its own words: one action for all of them. */
  readonly matter?: string;
  readonly severity: "high" | "medium" | "low";
  readonly what: string;
  /** Record ids, the largest first; what each is called; the one sheet they stand in, where it is known. */
  readonly evidence: readonly string[];
  readonly names?: readonly string[];
  readonly sheet?: string;
  /** Records concerned beside those of the evidence. */
  readonly more?: number;
  readonly amount?: number;
  readonly action: string;
  readonly owner?: string;
  readonly due?: Day;
};

/** A visible cell that is 0 when right. */
export type Check = {
  readonly id: string;
  readonly label: string;
  readonly value: number;
  readonly formula?: FormulaTemplate;
};

export type Section = {
  readonly id: string;
  readonly heading: string;
  /** One line that reads the table for the reader. */
  readonly reading: string;
  readonly table?: ReportTable;
  readonly findings?: readonly Finding[];
};

export type Report = {
  readonly name: string;
  readonly title: string;
  /** The one deal or person it is about: such a report has a sheet for each of them, not for each period. */
  readonly subject?: string;
  readonly period: Period;
  readonly asOf: Day;
  /** Empty when the data names no currency. */
  readonly currency: string;
  /** What is covered: `All owners`, a team … */
  readonly scope: string;
  /** The one team or person it was asked for; each has a sheet of its own. */
  readonly team?: string;
  /** The answer in one sentence with its number. */
  readonly answer: string;
  readonly figures: readonly Figure[];
  readonly charts: readonly ReportChart[];
  readonly sections: readonly Section[];
  /** Method and data notes in plain words. */
  readonly notes: readonly string[];
  readonly checks: readonly Check[];
  /** What the run keeps beside its own sheet. */
  readonly kept?: readonly KeptRows[];
};

export type ReportRequest = {
  readonly tables: Tables;
  readonly settings: Settings;
  readonly asOf: Day;
  readonly period: Period;
  /** The two days that a comparison looks at; a report chooses those it is not given. */
  readonly from?: Day;
  readonly to?: Day;
  /** Record id of the deal that a report on one deal is about; without it the report chooses. */
  readonly deal?: string;
  /** Whose deals a report on one person is about: id or name; without it the report chooses. */
  readonly person?: string;
  /** The team that is looked at: a manager with everybody below, one person, or a team by its name. */
  readonly team?: string;
  /** What it was before it was narrowed to a team, for measures that everybody's deals tell. */
  readonly whole?: ReportRequest;
  /** Stages, forecast categories and pipelines that alone are looked at. */
  readonly stages?: readonly string[];
  readonly categories?: readonly string[];
  readonly pipelines?: readonly string[];
  /** Names of what the pipeline is cut by: one, or one and another across. */
  readonly cut?: readonly string[];
  /** Keeps parts that take long, for a report that is made in steps; without it they are made in one go. */
  readonly remember?: Remember;
};

/** One report: a file in this folder and a line in the catalog. */
export type ReportDefinition = {
  /** As the command line and the menu know it: lower case with hyphens. */
  readonly name: string;
  readonly title: string;
  readonly about: string;
  readonly menuLabel: string;
  readonly needs: readonly TableName[];
  readonly uses: readonly TableName[];
  /** Settings that it depends on beside those that every report does. */
  readonly settings?: readonly OwnSettings[];
  /** True: it may take longer than one run, and is made in steps. */
  readonly inSteps?: boolean;
  /** True: its headline stands in the digest. */
  readonly inDigest?: boolean;
  /** What it is about when it is about one deal or one person. */
  readonly asksFor?: "deal" | "person";
  /** True: it compares two days, which a person may choose. */
  readonly comparesDays?: boolean;
  /** True: it may be about one team alone. */
  readonly takesTeam?: boolean;
  /** True: it may be about some stages, forecast categories or pipelines alone. */
  readonly takesStages?: boolean;
  /** What it may cut the pipeline by. */
  readonly cuts?: readonly string[];
  readonly build: (request: ReportRequest) => Report;
};
