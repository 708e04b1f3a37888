import { USUAL_CORRELATION } from "../core/forecast/distribution/correlationFromHistory.ts";
import { WEEKDAYS } from "./calendar.ts";
import { dealOptions } from "./dealOptions.ts";
import { defaultsOf, type Form, formColumns, formRows, linesOf, readForm } from "./form.ts";
import { currencyCode, date, fraction, integer, number, ordinal, yesNo } from "./inputs.ts";
import { agreements, type ReportOptionsSheet } from "./reportAgreements.ts";
import type { Read, SettingCells, Subject } from "./subject.ts";
import { SETTINGS_VERSION } from "./version.ts";

const SHEET = "Report options";

const PLUGIN = "Revenue operations plugin";
const COVERAGE = `${PLUGIN} and pipeline scripts, their bands joined`;
const CATEGORIES = `${PLUGIN}, forecast categories`;
const BRACKETS = `${PLUGIN}, quota brackets`;
const OWN = "Own choice";

/** The line that holds the as-of date; it has a named range of its own. */
export const AS_OF_LABEL = "As-of date";
export const VERSION_LABEL = "Settings version";

const form: Form<ReportOptionsSheet> = {
  asOf: {
    label: AS_OF_LABEL,
    about:
      "Day on which everything is looked at; blank: the newest dated import, else the latest event in the data.",
    source: "Yours",
    input: date(),
    default: undefined,
  },
  homeCurrency: {
    label: "Home currency",
    about: "Currency that totals are stated in; blank: the data's own when it has only one.",
    source: "Yours",
    input: currencyCode(),
    default: undefined,
  },
  useConvertedAmount: {
    label: "Use the CRM's converted amounts",
    about:
      "TRUE: amounts the CRM converted itself are used, instead of the rates of the Currency sheet.",
    source: OWN,
    input: yesNo(),
    default: false,
  },
  splitMovementAmounts: {
    label: "Tell amount changes apart",
    about:
      "TRUE: What changed counts what the amount of a deal that came or left changed by apart from why it did.",
    source: OWN,
    input: yesNo(),
    default: false,
  },
  coverageTarget: {
    label: "Coverage target",
    about: "Open pipeline wanted for each unit of quota that is still to be won.",
    source: `${PLUGIN}: 3 to 4 times for new business`,
    input: number(0, 100),
    default: 3,
  },
  coverageCritical: {
    label: "Coverage critical below",
    about: "Below this coverage is critical.",
    source: COVERAGE,
    input: number(0, 100),
    default: 2,
  },
  coverageAtRisk: {
    label: "Coverage at risk below",
    about: "Below this it is at risk.",
    source: COVERAGE,
    input: number(0, 100),
    default: 3,
  },
  coverageHealthy: {
    label: "Coverage healthy below",
    about: "Below this it is healthy, from here on strong.",
    source: COVERAGE,
    input: number(0, 100),
    default: 4,
  },
  coverageStrong: {
    label: "Coverage strong up to",
    about: "Above this the quality of the pipeline should be checked.",
    source: COVERAGE,
    input: number(0, 100),
    default: 5,
  },
  commitFrom: {
    label: "Commit from",
    about: "Probability from which a deal counts as commit, where neither CRM nor stage says.",
    source: CATEGORIES,
    input: fraction(),
    default: 0.9,
  },
  bestCaseFrom: {
    label: "Best case from",
    about: "Probability from which a deal counts as best case.",
    source: CATEGORIES,
    input: fraction(),
    default: 0.7,
  },
  pipelineFrom: {
    label: "Pipeline from",
    about: "Probability from which a deal counts as pipeline; below it is omitted.",
    source: CATEGORIES,
    input: fraction(),
    default: 0.5,
  },
  quotaExceeding: {
    label: "Quota exceeding above",
    about: "Attainment above which a rep exceeds.",
    source: BRACKETS,
    input: fraction(10),
    default: 1.1,
  },
  quotaOnTrack: {
    label: "Quota on track from",
    about: "Attainment from which a rep is on track.",
    source: BRACKETS,
    input: fraction(10),
    default: 0.9,
  },
  quotaAtRisk: {
    label: "Quota at risk from",
    about: "Attainment from which a rep is at risk; below it is critical.",
    source: BRACKETS,
    input: fraction(10),
    default: 0.7,
  },
  largestDeals: {
    label: "Largest deals listed",
    about: "How many deals the forecast lists by amount.",
    source: OWN,
    input: integer(1, 100),
    default: 10,
  },
  ...dealOptions,
  dueDays: {
    label: "Working days to act",
    about: "Working days from the as-of date until a proposed action is due.",
    source: "RevOps automation guide: 3 working days",
    input: integer(0, 365),
    default: 3,
  },
  dealCorrelation: {
    label: "Correlation of deals",
    about:
      "How much all open deals of a forecast move together, 0 to 1: 0 makes the range too narrow. FORECAST_CORRELATION measures it.",
    source: "Own choice; Vasicek 1987, one factor",
    input: fraction(),
    default: USUAL_CORRELATION,
  },
  callDay: {
    label: "Calls due on",
    about: "Weekday on which everybody's forecast call of the week is due.",
    source: "Own choice",
    input: ordinal(WEEKDAYS),
    default: 1,
  },
  version: {
    label: VERSION_LABEL,
    about: "Version of these sheets; the add-on raises it when it changes their layout.",
    source: "The add-on",
    input: integer(0, 10000),
    default: SETTINGS_VERSION,
  },
};

export function readReportOptions(cells: SettingCells | undefined): Read<ReportOptionsSheet> {
  return readForm(SHEET, form, cells, agreements);
}

export const reportOptions: Subject<ReportOptionsSheet> = {
  id: "reportOptions",
  sheet: SHEET,
  range: "REVOPS_OPTIONS",
  about: "As-of date, home currency and the thresholds that reports use.",
  columns: formColumns,
  key: ["Setting"],
  names: linesOf(form).map((line) => line.label),
  lines: linesOf(form),
  defaults: defaultsOf(form),
  read: readReportOptions,
  toCells: (value) => [formColumns.map((column) => column.label), ...formRows(form, value)],
};
